// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parallel/worker_pool.h"
#include "ui/canvas/pictures/picture_reader.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace nabla::ui {

/// Reads pictures beside the window, which a large one would hold for a second. The newest one
/// wins: of one that was given up nothing is heard any more, and it ends early. GUI thread only.
class PictureLoader final : public QObject
{
    Q_OBJECT

public:
    /// What reads, on the worker's thread; nabla::ui::readPicture unless a test says otherwise.
    using ReadFunction
        = std::function<PictureReading(const PictureSource &source, const std::stop_token &stop)>;

    explicit PictureLoader(QObject *parent = nullptr, ReadFunction read = {});
    ~PictureLoader() override;

    /// One that is under way is given up.
    void start(const PictureSource &source);
    void cancel();
    [[nodiscard]] bool isReading() const { return m_job != nullptr; }

signals:
    /// A picture, or why there is none; once for every start() that was not given up.
    void finished(const nabla::ui::PictureReading &reading);

private:
    struct Job;
    void poll();

    ReadFunction m_read;
    std::shared_ptr<Job> m_job;
    QTimer m_timer;
    WorkerPool m_pool{1}; // last: it ends before the rest goes
};

} // namespace nabla::ui
