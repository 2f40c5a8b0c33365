// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/screenshot_job.h"

#include "ui/session/training_session.h"
#include "ui/window/main_window.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPixmap>
#include <QSaveFile>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace nabla::ui {

namespace {

/// The last evaluations arrive shortly after the last step.
constexpr int settleMilliseconds = 400;

} // namespace

ScreenshotJob::ScreenshotJob(MainWindow &window, const QString &file, int afterEpochs)
    : QObject(&window)
    , m_window(window)
    , m_file(QFileInfo(file).absoluteFilePath())
    , m_afterEpochs(afterEpochs)
{
    connect(&window.session(), &TrainingSession::frameReady, this, &ScreenshotJob::look);
    connect(&window.session(), &TrainingSession::problem, this, &ScreenshotJob::fail);
}

void ScreenshotJob::look()
{
    const RunStatusData status = m_window.session().frame().status;
    const int wanted = m_afterEpochs < 0 ? status.epochs : m_afterEpochs;
    const bool isOver = status.state == RunState::Finished || status.state == RunState::Diverged;
    if (m_isDone || status.state == RunState::Running)
        return;
    if (status.epoch < wanted && !isOver) {
        // One at a time: flat out, a pause would come epochs too late.
        if (std::exchange(m_askedEpoch, status.epoch) != status.epoch)
            m_window.session().stepEpoch();
        return;
    }
    m_isDone = true;
    QTimer::singleShot(settleMilliseconds, this, &ScreenshotJob::paint);
}

void ScreenshotJob::paint()
{
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || !m_window.grab().save(&file, "PNG") || !file.commit()) {
        fail(QStringLiteral("%1: %2").arg(m_file, file.errorString()));
        return;
    }
    std::printf("%s\n", qPrintable(m_file));
    QCoreApplication::exit(0);
}

void ScreenshotJob::fail(const QString &message)
{
    std::fprintf(stderr, "nablascope: %s\n", qPrintable(message));
    QCoreApplication::exit(1);
}

} // namespace nabla::ui
