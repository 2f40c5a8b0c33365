// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/metric.h"
#include "core/telemetry/run_history.h"
#include "core/train/run_status.h"
#include "ui/plots/curves/kept_series.h"
#include "ui/plots/curves/scope_scene.h"
#include "ui/plots/curves/step_scale.h"

#include <map>
#include <vector>

namespace nabla::ui {

/// What a scope shows of one metric.
struct ScopeCurve
{
    MetricId metric;
    CurveDrawing drawing = CurveDrawing::Mean;
    QString label = {}; ///< at its right end and the crosshair; empty for none
    QColor color = {};
    bool isNamedAtEnd = true; ///< otherwise the crosshair alone names it
};

/// One of the runs that a scope shows, as of one frame: valid during the call only.
struct ScopeRun
{
    std::uint64_t runId = 0;
    const RunHistory *history = nullptr; ///< never null when handed over, as status
    const RunStatusData *status = nullptr;
    QString name = {};
    int style = 0; ///< of its lines, see run_line.h
    int setup = 0; ///< runs of the same one differ in nothing but their seeds
    bool isDrawn = true; ///< otherwise it only says how far the x axis goes
    /// What was measured on its networks and is not in its history; null: nothing. May change as a
    /// whole from frame to frame.
    const std::map<MetricId, MetricSeries> *measuredBeside = nullptr;
};

/// How much of the mini-batches' noise the lines keep.
enum class Smoothing
{
    Off,
    Light, ///< of mini-batches only
    Strong, ///< of everything
};

/// A scope's own copy of what it shows of one run, so that zooming needs no new frame. Taking over
/// a new state copies what is new.
class RunRecord
{
public:
    /// Curves that stay keep their values.
    void setCurves(std::vector<ScopeCurve> curves);
    [[nodiscard]] const std::vector<ScopeCurve> &curves() const { return m_curves; }
    void update(const ScopeRun &run);

    [[nodiscard]] std::uint64_t runId() const { return m_runId; }
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] int style() const { return m_style; }
    [[nodiscard]] int setup() const { return m_setup; }
    [[nodiscard]] bool isDrawn() const { return m_isDrawn; }
    [[nodiscard]] int layerCount() const { return m_layerCount; }
    [[nodiscard]] double lastStep() const { return m_lastStep; }
    [[nodiscard]] std::uint64_t stepsPerEpoch() const { return m_stepsPerEpoch; }
    [[nodiscard]] StepScale scale(XUnit unit) const;
    [[nodiscard]] const std::vector<MetricBucket> &buckets(std::size_t curve) const;

    /// One curve in `columns` pixel columns across the view.
    [[nodiscard]] SceneCurve reduce(std::size_t curve, const StepScale &scale, AxisRange view,
                                    int columns, Smoothing smoothing) const;
    /// Knobs nearer than `distance` (in x) to the one before are told as one: a dragged knob.
    [[nodiscard]] std::vector<SceneMark> knobMarks(const StepScale &scale, double distance) const;
    /// Where it diverged, if it did.
    [[nodiscard]] std::optional<SceneMark> divergence(const StepScale &scale) const;

private:
    std::vector<ScopeCurve> m_curves;
    std::vector<KeptSeries> m_series; ///< one a curve
    KeptSeries m_seconds;
    std::vector<KnobMark> m_marks;
    RunStatusData m_status;
    QString m_name;
    std::uint64_t m_runId = 0;
    int m_style = 0;
    int m_setup = 0;
    bool m_isDrawn = true;
    int m_layerCount = 0;
    std::uint64_t m_stepsPerEpoch = 1;
    double m_lastStep = 0.0;
};

} // namespace nabla::ui
