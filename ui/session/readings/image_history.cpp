// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/readings/image_history.h"

#include "core/nn/digit_scores.h"
#include "core/train/moment_archive.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <utility>

namespace nabla::ui {

struct ImageHistory::Job
{
    Raster image{};
    std::vector<std::uint64_t> known; ///< steps that need not be read again, ascending
    std::atomic<bool> isDone{false};
    std::atomic<bool> isCanceled{false};

    void run(MomentArchive &moments, const std::stop_token &stop);
    [[nodiscard]] std::vector<ImageReading> take();

private:
    void read(MomentArchive &moments, std::uint64_t step);

    std::mutex m_mutex;
    std::vector<ImageReading> m_readings; ///< that were not taken yet
    Workspace m_workspace;
};

void ImageHistory::Job::run(MomentArchive &moments, const std::stop_token &stop)
{
    std::vector<std::uint64_t> unknown;
    std::ranges::set_difference(moments.steps(), known, std::back_inserter(unknown));
    for (const std::size_t i : coarseToFine(unknown.size())) {
        if (isCanceled || stop.stop_requested())
            return;
        read(moments, unknown[i]);
    }
}

void ImageHistory::Job::read(MomentArchive &moments, std::uint64_t step)
{
    try {
        const auto snapshot = moments.snapshot(step);
        const auto scores = scoresOf(snapshot->network, {&image, 1}, m_workspace).front();
        const std::lock_guard lock(m_mutex);
        m_readings.push_back({step, scores});
    } catch (const std::exception &) {
        // A moment that had to make room, or whose file somebody spoiled: the archive offers it no
        // more, and the curve does without it.
    }
}

std::vector<ImageReading> ImageHistory::Job::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_readings, {});
}

ImageHistory::ImageHistory(QObject *parent)
    : QObject(parent)
{
    constexpr int pollMilliseconds = 30;
    m_timer.setInterval(pollMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &ImageHistory::poll);
}

ImageHistory::~ImageHistory()
{
    cancelJob();
}

void ImageHistory::setImage(const std::optional<Raster> &image)
{
    if (image == m_image)
        return;
    m_image = image;
    m_isBegun = false;
    beginImage();
}

void ImageHistory::follow(const Frame &frame)
{
    m_moments = frame.moments;
    if (frame.runId != m_runId) {
        m_runId = frame.runId;
        m_latest = nullptr;
        m_next.reset();
        cancelJob();
        m_readings = {};
        m_isBegun = false;
    }
    m_canRead = frame.snapshot && readsDigits(frame.snapshot->network);
    const bool isNews = m_canRead && !frame.moment && frame.snapshot != m_latest;
    if (isNews)
        m_latest = frame.snapshot;
    if (!m_isBegun)
        return beginImage();
    if (isNews && m_image)
        (m_next ? *m_next : m_readings).append(read(*m_latest));
    if (!m_job && m_image && m_canRead
        && isMomentDue(std::max(frame.status.step, frame.snapshot->step)))
        startJob(m_readings.momentSteps());
}

/// The one before is given up, if it has its first answer.
void ImageHistory::beginImage()
{
    if (m_image && m_canRead && m_next)
        return;
    cancelJob();
    m_next.reset();
    m_isBegun = m_canRead || !m_image;
    if (!m_image || !m_canRead) {
        m_readings = {};
        return;
    }
    m_next.emplace();
    if (m_latest)
        m_next->append(read(*m_latest));
    startJob({});
    if (!m_job)
        m_readings = *std::exchange(m_next, std::nullopt);
}

void ImageHistory::startJob(std::vector<std::uint64_t> known)
{
    auto moments = m_moments.lock();
    if (!moments)
        return;
    m_job = std::make_shared<Job>();
    m_job->image = *m_image;
    m_job->known = std::move(known);
    m_pool.submit([job = m_job, moments = std::move(moments)](const std::stop_token &stop) mutable {
        job->run(*moments, stop);
        moments.reset(); // if it is the last one, its files are removed: here nobody waits
        job->isDone = true;
    });
    m_timer.start();
}

void ImageHistory::cancelJob()
{
    if (m_job)
        m_job->isCanceled = true;
    m_job.reset();
    m_timer.stop();
}

void ImageHistory::poll()
{
    const bool isDone = m_job->isDone; // before the last readings are taken
    const std::vector<ImageReading> readings = m_job->take();
    if (readings.empty() && !isDone)
        return;
    if (isDone)
        cancelJob();
    if (m_next)
        m_readings = *std::exchange(m_next, std::nullopt);
    m_readings.merge(readings);
    if (!m_isBegun)
        beginImage();
    emit grown();
}

/// The run has come so far that it must have kept another one.
bool ImageHistory::isMomentDue(std::uint64_t step) const
{
    const std::vector<std::uint64_t> steps = m_readings.momentSteps();
    return steps.empty() || step >= nextMomentAfter(steps.back());
}

ImageReading ImageHistory::read(const Snapshot &snapshot)
{
    return {snapshot.step, scoresOf(snapshot.network, {&*m_image, 1}, m_workspace).front()};
}

} // namespace nabla::ui
