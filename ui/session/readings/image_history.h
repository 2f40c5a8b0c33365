// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/snapshot.h"
#include "core/nn/network.h"
#include "core/parallel/worker_pool.h"
#include "core/vision/mnist_raster.h"
#include "ui/session/frame.h"
#include "ui/session/readings/image_readings.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace nabla::ui {

/// How the shown run reads an image and would have read it at any earlier step: live from the
/// snapshots of its frames, and on a worker from the moments that the run has kept, a rough
/// overview of the whole past first. The newest image wins, but each one that was begun gets its
/// first answer, so that curves move while somebody draws; what stands here stays until then.
/// GUI thread only.
class ImageHistory final : public QObject
{
    Q_OBJECT

public:
    explicit ImageHistory(QObject *parent = nullptr);
    ~ImageHistory() override;

    /// Nothing: nothing is read. The same image again changes nothing.
    void setImage(const std::optional<Raster> &image);
    /// Every frame of whoever shows this. Another run, or one that reads no digits, forgets all.
    void follow(const Frame &frame);

    [[nodiscard]] const ImageReadings &readings() const { return m_readings; }
    /// Moments are being read.
    [[nodiscard]] bool isReading() const { return m_job != nullptr; }

signals:
    /// More is known than after setImage() and follow().
    void grown();

private:
    struct Job;
    void beginImage();
    void startJob(std::vector<std::uint64_t> known);
    void cancelJob();
    void poll();
    [[nodiscard]] bool isMomentDue(std::uint64_t step) const;
    [[nodiscard]] ImageReading read(const Snapshot &snapshot);

    std::uint64_t m_runId = 0;
    std::weak_ptr<MomentArchive> m_moments; ///< its files go with whoever holds it last
    bool m_canRead = false; ///< the run's network reads digits
    std::shared_ptr<const Snapshot> m_latest; ///< of the present, or null
    std::optional<Raster> m_image; ///< the newest
    bool m_isBegun = true; ///< the newest image is what is being read
    ImageReadings m_readings;
    std::optional<ImageReadings> m_next; ///< of the image that has no answer yet
    Workspace m_workspace;

    std::shared_ptr<Job> m_job;
    QTimer m_timer;
    WorkerPool m_pool{1}; // last: it ends before the rest goes
};

} // namespace nabla::ui
