// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pictures/picture_loader.h"

#include <atomic>
#include <utility>

namespace nabla::ui {

namespace {

PictureReading readSource(const PictureSource &source, const std::stop_token &stop)
{
    return readPicture(source, stop);
}

} // namespace

struct PictureLoader::Job
{
    PictureSource source;
    PictureReading reading; ///< the worker's until isDone
    std::stop_source stop;
    std::atomic<bool> isDone{false};
};

PictureLoader::PictureLoader(QObject *parent, ReadFunction read)
    : QObject(parent)
    , m_read(read ? std::move(read) : readSource)
{
    constexpr int pollMilliseconds = 15;
    m_timer.setInterval(pollMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &PictureLoader::poll);
}

PictureLoader::~PictureLoader()
{
    cancel();
}

void PictureLoader::start(const PictureSource &source)
{
    cancel();
    m_job = std::make_shared<Job>();
    m_job->source = source;
    m_pool.submit([job = m_job, read = m_read](const std::stop_token &) {
        if (!job->stop.stop_requested())
            job->reading = read(job->source, job->stop.get_token());
        job->isDone = true;
    });
    m_timer.start();
}

void PictureLoader::cancel()
{
    if (m_job)
        m_job->stop.request_stop();
    m_job.reset();
    m_timer.stop();
}

void PictureLoader::poll()
{
    if (!m_job->isDone)
        return;
    const std::shared_ptr<Job> job = std::exchange(m_job, nullptr);
    m_timer.stop();
    emit finished(job->reading);
}

} // namespace nabla::ui
