// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/download.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <filesystem>
#include <memory>

namespace nabla::ui {

/// "Get MNIST": the download on a thread of its own, told to the window by polling. GUI thread
/// only. Destroying it cancels.
class MnistDownload final : public QObject
{
    Q_OBJECT

public:
    explicit MnistDownload(QObject *parent = nullptr);
    /// From other servers, to another folder; for tests.
    MnistDownload(DownloadOptions options, std::filesystem::path folder, QObject *parent = nullptr);
    ~MnistDownload() override;

    /// Is MNIST there already?
    [[nodiscard]] static bool isInstalled();
    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }

public slots:
    void start();
    void cancel();

signals:
    void progressed(quint64 bytes, quint64 total);
    void finished();
    void canceled();
    /// English: what, where, what to do.
    void failed(const QString &message);

private:
    struct Job;

    void poll();

    DownloadOptions m_options;
    std::filesystem::path m_folder;
    std::unique_ptr<Job> m_job;
    QTimer m_timer;
};

} // namespace nabla::ui
