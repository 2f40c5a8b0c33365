// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves/scope_record.h"

#include "ui/plots/curves/seed_band.h"

#include <QCoreApplication>

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr double markDistance = 5.0; ///< pixels; nearer marks are one

/// What another run than the shown one keeps of a curve: envelopes over each other say nothing.
std::optional<CurveDrawing> beside(CurveDrawing drawing)
{
    switch (drawing) {
    case CurveDrawing::Envelope:
        return std::nullopt;
    case CurveDrawing::EnvelopeAndMean:
        return CurveDrawing::Mean;
    default:
        return drawing;
    }
}

/// What all curves of a view have in common.
struct View
{
    XUnit unit;
    AxisRange range;
    int columns;
    Smoothing smoothing;
    ScopeScale scale;
};

std::vector<SceneCurve> curvesOf(const RunRecord &run, bool isShown, const View &view)
{
    const StepScale scale = run.scale(view.unit);
    std::vector<SceneCurve> curves;
    for (std::size_t i = 0; i < run.curves().size(); ++i) {
        const auto drawing = isShown ? run.curves()[i].drawing : beside(run.curves()[i].drawing);
        if (!drawing)
            continue;
        curves.push_back(run.reduce(i, scale, view.range, view.columns, view.smoothing));
        curves.back().drawing = *drawing;
    }
    return curves;
}

std::vector<SceneCurve> bandsOf(const std::vector<const RunRecord *> &members, const View &view)
{
    std::vector<std::vector<SceneCurve>> ofRuns; // all with the same curves: one setup
    for (const RunRecord *member : members)
        ofRuns.push_back(curvesOf(*member, false, view));
    std::vector<SceneCurve> bands;
    for (std::size_t i = 0; i < ofRuns.front().size(); ++i) {
        std::vector<const SceneCurve *> same;
        for (const std::vector<SceneCurve> &curves : ofRuns)
            same.push_back(&curves[i]);
        bands.push_back(seedBand(same, view.range, view.columns, view.scale));
    }
    return bands;
}

} // namespace

void ScopeRecord::setCurves(CurvesOfLayers curves)
{
    m_curves = std::move(curves);
    for (RunRecord &run : m_runs)
        run.setCurves(m_curves(run.layerCount()));
}

void ScopeRecord::update(const ScopeRuns &runs)
{
    std::vector<RunRecord> updated;
    updated.reserve(runs.runs.size());
    for (const ScopeRun &run : runs.runs) {
        const auto kept = std::ranges::find(m_runs, run.runId, &RunRecord::runId);
        updated.push_back(kept == m_runs.end() ? RunRecord() : std::move(*kept));
        RunRecord &record = updated.back();
        const int layerCount = run.history->layerCount();
        if (m_curves && (kept == m_runs.end() || record.layerCount() != layerCount))
            record.setCurves(m_curves(layerCount));
        record.update(run);
    }
    m_runs = std::move(updated);
    m_shownId = runs.shownId;
    m_moment = runs.moment;
}

const RunRecord &ScopeRecord::shown() const
{
    static const RunRecord none;
    const auto found = std::ranges::find(m_runs, m_shownId, &RunRecord::runId);
    return found == m_runs.end() ? none : *found;
}

std::uint64_t ScopeRecord::oldestId() const
{
    const auto oldest = std::ranges::min_element(m_runs, {}, &RunRecord::runId);
    return oldest == m_runs.end() ? 0 : oldest->runId();
}

double ScopeRecord::end(XUnit unit) const
{
    double end = 0.0;
    for (const RunRecord &run : m_runs)
        end = std::max(end, run.scale(unit).xAt(run.lastStep()));
    return end;
}

double ScopeRecord::opening(XUnit unit) const
{
    const std::uint64_t stepsPerEpoch = shown().stepsPerEpoch();
    const double epochs = stepsPerEpoch == 1 ? 10.0 : 1.0; // full batch: an epoch is one step
    switch (unit) {
    case XUnit::Epochs:
        return epochs;
    case XUnit::Steps:
        return epochs * static_cast<double>(stepsPerEpoch);
    case XUnit::Seconds:
        break;
    }
    return 5.0;
}

std::vector<ScopeRecord::Members> ScopeRecord::setups() const
{
    std::vector<Members> setups;
    for (const RunRecord &run : m_runs) {
        if (!run.isDrawn())
            continue;
        const auto same = std::ranges::find_if(setups, [&](const Members &members) {
            return members.front()->setup() == run.setup();
        });
        if (same == setups.end())
            setups.push_back({&run});
        else
            same->push_back(&run);
    }
    return setups;
}

SceneRun ScopeRecord::sceneRun(const Members &members) const
{
    const auto shown = std::ranges::find(members, m_shownId, &RunRecord::runId);
    const RunRecord &first = shown == members.end() ? *members.front() : **shown;
    const int count = static_cast<int>(members.size());
    if (count == 1)
        return {first.name(), first.style(), 1, shown != members.end()};
    QStringList letters; // names begin with one: "B · ReLU + He"
    for (const RunRecord *member : members)
        letters << member->name().section(QStringLiteral(" · "), 0, 0);
    const QString name = QCoreApplication::translate("ScopePlot", "%1 · %2 seeds")
                             .arg(letters.join(QStringLiteral(", ")))
                             .arg(count);
    return {name, first.style(), count, shown != members.end()};
}

void ScopeRecord::fill(ScopeScene &scene, XUnit unit, AxisRange range, int columns,
                       Smoothing smoothing) const
{
    const View view{unit, range, columns, smoothing, scene.scale};
    scene.runs.clear();
    scene.curves.clear();
    for (const Members &members : setups()) {
        scene.runs.push_back(sceneRun(members));
        std::vector<SceneCurve> curves
            = members.size() > 1 ? bandsOf(members, view)
                                 : curvesOf(*members.front(), scene.runs.back().isShown, view);
        for (SceneCurve &curve : curves) {
            curve.run = scene.runs.size() - 1;
            scene.curves.push_back(std::move(curve));
        }
    }
    // The shown run lies over the others.
    std::ranges::stable_partition(
        scene.curves, [&](const SceneCurve &curve) { return !scene.runs[curve.run].isShown; });
    scene.marks = marks(unit, markDistance * (range.upper - range.lower) / columns);
    scene.moment = momentAt(unit);
}

std::optional<double> ScopeRecord::momentAt(XUnit unit) const
{
    return m_moment ? std::optional(shown().scale(unit).xAt(static_cast<double>(*m_moment)))
                    : std::nullopt;
}

std::vector<SceneMark> ScopeRecord::marks(XUnit unit, double distance) const
{
    const auto drawn = std::ranges::count_if(m_runs, &RunRecord::isDrawn);
    std::vector<SceneMark> marks = shown().knobMarks(shown().scale(unit), distance);
    for (const RunRecord &run : m_runs) {
        auto mark = run.isDrawn() ? run.divergence(run.scale(unit)) : std::nullopt;
        if (mark) {
            if (drawn > 1)
                mark->text = QStringLiteral("%1: %2").arg(run.name(), mark->text);
            marks.push_back(*std::move(mark));
        }
    }
    return marks;
}

} // namespace nabla::ui
