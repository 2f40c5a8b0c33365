// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sources/data_loader.h"

#include "core/parallel/thread_priority.h"

#include <exception>
#include <utility>

namespace nabla::ui {

DataLoader::DataLoader(LoadFunction load)
    : m_load(std::move(load))
{
}

DataLoader::~DataLoader() = default;

void DataLoader::start(const std::string &source)
{
    cancel();
    m_current = std::make_unique<Job>();
    Job &job = *m_current;
    job.result.source = source;
    job.thread = std::jthread([this, &job](const std::stop_token &stop) { work(job, stop); });
}

void DataLoader::cancel()
{
    forgetCanceledJobs();
    if (!m_current)
        return;
    m_current->thread.request_stop();
    m_canceled.push_back(std::move(m_current));
}

std::string DataLoader::source() const
{
    // Set before the thread began and never changed by it.
    return m_current ? m_current->result.source : std::string();
}

double DataLoader::fraction() const
{
    return m_current ? m_current->fraction.load() : 0.0;
}

std::optional<DataLoader::Result> DataLoader::take()
{
    forgetCanceledJobs();
    if (!m_current || !m_current->isDone)
        return std::nullopt;
    const std::unique_ptr<Job> job = std::move(m_current);
    job->thread.join();
    return std::move(job->result);
}

void DataLoader::work(Job &job, const std::stop_token &stop) const
{
    lowerThreadPriority();
    try {
        job.result.data = m_load(job.result.source, [&](double fraction) {
            job.fraction = fraction;
            return !stop.stop_requested();
        });
    } catch (const std::exception &error) {
        job.result.error = error.what();
    }
    job.isDone = true;
}

void DataLoader::forgetCanceledJobs()
{
    std::erase_if(m_canceled, [](const std::unique_ptr<Job> &job) { return job->isDone.load(); });
}

} // namespace nabla::ui
