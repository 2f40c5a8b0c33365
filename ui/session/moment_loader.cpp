// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/moment_loader.h"

#include "core/train/moment_archive.h"

#include <stdexcept>
#include <utility>

namespace nabla::ui {

MomentLoader::MomentLoader() = default;
MomentLoader::~MomentLoader() = default;

void MomentLoader::watch(std::shared_ptr<MomentArchive> moments)
{
    m_wanted.reset();
    m_shown = nullptr;
    const std::lock_guard lock(m_mutex);
    // If nobody else has them any more, their files are removed: not where the window would wait.
    m_worker.submit([last = std::exchange(m_moments, std::move(moments))](std::stop_token) mutable {
        last.reset();
    });
    m_request = {};
    m_result = {};
}

std::vector<std::uint64_t> MomentLoader::steps() const
{
    return m_moments ? m_moments->steps() : std::vector<std::uint64_t>();
}

void MomentLoader::goTo(std::optional<std::uint64_t> step)
{
    if (step == m_wanted)
        return;
    m_wanted = step;
    if (!step)
        m_shown = nullptr;
    request([&](Request &request) { request.step = step; });
}

void MomentLoader::requestCheckpoint(std::uint64_t step)
{
    request([&](Request &request) { request.checkpoint = step; });
}

template <class Change>
void MomentLoader::request(Change change)
{
    const std::lock_guard lock(m_mutex);
    m_request.moments = m_moments;
    change(m_request);
    if (!std::exchange(m_isWorking, true))
        m_worker.submit([this](std::stop_token) { work(); });
}

/// On the worker's thread: until nothing is wanted any more.
void MomentLoader::work()
{
    std::unique_lock lock(m_mutex);
    while (m_request.step || m_request.checkpoint) {
        const Request request = std::exchange(m_request, {});
        Result result = std::exchange(m_result, {});
        lock.unlock();
        load(request, result);
        lock.lock();
        if (m_moments == request.moments) // otherwise another run is shown meanwhile
            m_result = std::move(result);
    }
    m_isWorking = false;
}

void MomentLoader::load(const Request &request, Result &result)
{
    const auto attempt = [&result](auto load) {
        try {
            load();
            return true;
        } catch (const std::out_of_range &) {
            // It had to make room meanwhile: nothing is wrong.
        } catch (const std::exception &error) {
            result.error = error.what();
        }
        return false;
    };
    if (request.checkpoint)
        attempt([&] {
            result.checkpoint = std::make_shared<const Checkpoint>(
                request.moments->checkpoint(*request.checkpoint));
        });
    if (request.step
        && !attempt([&] { result.snapshot = request.moments->snapshot(*request.step); }))
        result.failed = request.step;
}

MomentLoader::News MomentLoader::poll()
{
    Result result;
    {
        const std::lock_guard lock(m_mutex);
        result = std::exchange(m_result, {});
    }
    News news;
    if (result.snapshot && m_wanted) {
        news.hasMoved = result.snapshot != m_shown;
        m_shown = std::move(result.snapshot);
    }
    if (result.failed && result.failed == m_wanted) {
        m_wanted = m_shown ? std::optional(m_shown->step) : std::nullopt;
        news.hasMoved = true;
    }
    news.checkpoint = std::move(result.checkpoint);
    news.error = std::move(result.error);
    return news;
}

} // namespace nabla::ui
