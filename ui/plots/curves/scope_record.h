// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/curves/axis_range.h"
#include "ui/plots/curves/run_record.h"

#include <functional>
#include <vector>

namespace nabla::ui {

/// All runs of one frame, and the one among them that the window shows: valid during the call only.
struct ScopeRuns
{
    std::vector<ScopeRun> runs; ///< at least one
    std::uint64_t shownId = 0; ///< of one of them
    std::optional<std::uint64_t> moment = std::nullopt; ///< step of the shown one: the time machine
};

/// What a scope shows of a network of so many layers, the output layer included.
using CurvesOfLayers = std::function<std::vector<ScopeCurve>(int layerCount)>;

/// A scope's own copy of what it shows of its runs; makes the scene from it. No widget and no
/// drawing in here.
class ScopeRecord
{
public:
    /// Called for every run; runs may differ in depth.
    void setCurves(CurvesOfLayers curves);
    void update(const ScopeRuns &runs);

    /// In the order they were handed over.
    [[nodiscard]] const std::vector<RunRecord> &runs() const { return m_runs; }
    /// An empty one before the first update.
    [[nodiscard]] const RunRecord &shown() const;
    /// Stays the same while runs come and go beside the oldest.
    [[nodiscard]] std::uint64_t oldestId() const;
    /// The furthest that any run has come.
    [[nodiscard]] double end(XUnit unit) const;
    /// How much of x is in view from the first moment on.
    [[nodiscard]] double opening(XUnit unit) const;

    /// The view's part of a scene: its drawn runs, curves, marks and moment. Runs that differ only
    /// in their seeds become one; the envelopes of other runs than the shown one are left out.
    void fill(ScopeScene &scene, XUnit unit, AxisRange view, int columns,
              Smoothing smoothing) const;
    /// Where the time machine stands: the step of the shown run, and its place on the x axis.
    [[nodiscard]] std::optional<std::uint64_t> moment() const { return m_moment; }
    [[nodiscard]] std::optional<double> momentAt(XUnit unit) const;

private:
    using Members = std::vector<const RunRecord *>;

    [[nodiscard]] std::vector<Members> setups() const;
    [[nodiscard]] SceneRun sceneRun(const Members &members) const;
    [[nodiscard]] std::vector<SceneMark> marks(XUnit unit, double distance) const;

    CurvesOfLayers m_curves;
    std::vector<RunRecord> m_runs;
    std::uint64_t m_shownId = 0;
    std::optional<std::uint64_t> m_moment;
};

} // namespace nabla::ui
