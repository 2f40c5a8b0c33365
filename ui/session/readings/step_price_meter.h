// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/snapshot.h"
#include "core/parallel/worker_pool.h"
#include "core/vision/normalization.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <cstdint>
#include <memory>

namespace nabla::ui {

/// How well a network reads drawings, for every combination of the steps that prepare them.
struct StepPrices
{
    int drawings = 0; ///< that were read
    std::uint64_t step = 0; ///< of the network
    std::array<double, 1U << normalizationSteps> accuracies{}; ///< fractions

    [[nodiscard]] double accuracy(const Normalization &steps) const;
};

/// Measures what each step of the preparation is worth to a network: its accuracy on digits that
/// the program's own hand, of a fixed seed, has drawn anywhere on the sheet and in many sizes.
/// Works beside the window and the trainer for about half a second. GUI thread only.
class StepPriceMeter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int drawings = 1000;

    explicit StepPriceMeter(QObject *parent = nullptr);
    ~StepPriceMeter() override;

    /// The network must read digits (readsDigits()). A measurement under way is given up.
    void start(const std::shared_ptr<const Snapshot> &snapshot, const Pen &pen);
    void cancel();
    [[nodiscard]] bool isMeasuring() const { return m_job != nullptr; }

signals:
    void measured(const nabla::ui::StepPrices &prices);

private:
    struct Job;
    void poll();

    std::shared_ptr<Job> m_job;
    QTimer m_timer;
    WorkerPool m_pool; // last: it ends before the rest goes
};

} // namespace nabla::ui
