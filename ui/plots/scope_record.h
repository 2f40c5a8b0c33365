// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/metric.h"
#include "core/telemetry/run_history.h"
#include "core/train/run_status.h"
#include "ui/plots/axis_range.h"
#include "ui/plots/kept_series.h"
#include "ui/plots/scope_scene.h"
#include "ui/plots/step_scale.h"

#include <vector>

namespace nabla::ui {

/// What a scope shows of one metric.
struct ScopeCurve
{
    MetricId metric;
    CurveDrawing drawing = CurveDrawing::Mean;
    QString label; ///< at its right end; empty for none
    QColor color;
};

/// A scope's own copy of what it shows of a run, so that zooming needs no new frame; makes the
/// scene from it. No widget and no drawing in here.
class ScopeRecord
{
public:
    void setCurves(std::vector<ScopeCurve> curves);
    [[nodiscard]] const std::vector<ScopeCurve> &curves() const { return m_curves; }
    /// Another runId forgets what was kept.
    void update(const RunHistory &history, const RunStatusData &status, std::uint64_t runId);

    [[nodiscard]] std::uint64_t runId() const { return m_runId; }
    [[nodiscard]] double lastStep() const { return m_lastStep; }
    /// How much of x is in view from the first moment on.
    [[nodiscard]] double opening(XUnit unit) const;
    [[nodiscard]] StepScale scale(XUnit unit) const;
    [[nodiscard]] const std::vector<MetricBucket> &buckets(std::size_t curve) const;

    [[nodiscard]] std::vector<SceneCurve> reduce(const StepScale &scale, AxisRange view,
                                                 int columns) const;
    /// Marks nearer than `distance` (in x) to the one before are told as one: a dragged knob.
    [[nodiscard]] std::vector<SceneMark> marks(const StepScale &scale, double distance) const;

private:
    [[nodiscard]] SceneCurve reduceCurve(std::size_t curve, const StepScale &scale,
                                         const std::vector<double> &edges) const;

    std::vector<ScopeCurve> m_curves;
    std::vector<KeptSeries> m_series; ///< one a curve
    KeptSeries m_seconds;
    std::vector<KnobMark> m_marks;
    RunStatusData m_status;
    std::uint64_t m_runId = 0;
    std::uint64_t m_stepsPerEpoch = 1;
    double m_lastStep = 0.0;
};

} // namespace nabla::ui
