// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sources/mnist_download.h"

#include "core/files/data_folders.h"
#include "core/parallel/thread_priority.h"
#include "core/sources/data_catalog.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <string>
#include <thread>
#include <utility>

namespace nabla::ui {

struct MnistDownload::Job
{
    std::atomic<std::uint64_t> bytes{0};
    std::atomic<std::uint64_t> total{0};
    DownloadResult result = DownloadResult::Canceled; ///< the worker's until isDone, as the error
    std::string error;
    std::atomic<bool> isDone{false};
    std::jthread thread; // last: it ends before the rest goes
};

MnistDownload::MnistDownload(QObject *parent)
    : MnistDownload(DownloadOptions(), userDataFolder() / "mnist", parent)
{
}

MnistDownload::MnistDownload(DownloadOptions options, std::filesystem::path folder, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_folder(std::move(folder))
{
    constexpr int pollMilliseconds = 100;
    m_timer.setInterval(pollMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &MnistDownload::poll);
}

MnistDownload::~MnistDownload() = default;

bool MnistDownload::isInstalled()
{
    return std::ranges::any_of(availableData(),
                               [](const DataSource &source) { return source.id == "mnist"; });
}

void MnistDownload::start()
{
    if (m_job)
        return;
    m_job = std::make_unique<Job>();
    Job &job = *m_job;
    job.thread
        = std::jthread([&job, options = m_options, folder = m_folder](const std::stop_token &stop) {
              lowerThreadPriority();
              try {
                  job.result = download(options, folder, [&](const DownloadProgress &progress) {
                      job.bytes = progress.bytes;
                      job.total = progress.total;
                      return !stop.stop_requested();
                  });
              } catch (const std::exception &error) {
                  job.error = error.what();
              }
              job.isDone = true;
          });
    m_timer.start();
}

void MnistDownload::cancel()
{
    if (m_job)
        m_job->thread.request_stop();
}

void MnistDownload::poll()
{
    if (!m_job->isDone) {
        emit progressed(m_job->bytes, m_job->total);
        return;
    }
    m_timer.stop();
    const std::unique_ptr<Job> job = std::move(m_job);
    job->thread.join();
    if (!job->error.empty())
        emit failed(QString::fromStdString(job->error));
    else if (job->result == DownloadResult::Canceled)
        emit canceled();
    else
        emit finished();
}

} // namespace nabla::ui
