// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves/run_record.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace nabla::ui {

namespace {

bool isOfMiniBatches(Metric metric)
{
    switch (metric) {
    case Metric::MiniBatchCost:
    case Metric::MiniBatchAccuracy:
    case Metric::LearningSpeed:
    case Metric::GradientSize:
    case Metric::UpdateRatio:
    case Metric::ActivationSpread:
    case Metric::SaturatedShare:
    case Metric::DeadShare:
        return true;
    default:
        return false;
    }
}

/// What a mini-batch measures is of the network before its update, one step earlier than it is
/// counted; without this the probe and a full batch would stand beside each other.
double stepsCountedLate(Metric metric)
{
    return isOfMiniBatches(metric) ? 1.0 : 0.0;
}

/// As a share of the plot's width; a mini-batch's accuracy knows few values and needs more.
int smoothingRadius(Metric metric, int columns, Smoothing smoothing)
{
    const int light
        = isOfMiniBatches(metric) ? columns / (metric == Metric::MiniBatchAccuracy ? 30 : 60) : 0;
    switch (smoothing) {
    case Smoothing::Off:
        return 0;
    case Smoothing::Light:
        return light;
    case Smoothing::Strong:
        break;
    }
    return std::max(3 * light, columns / 30);
}

QString symbol(const std::string &field)
{
    if (field == "learningRate")
        return QStringLiteral("η");
    if (field == "regularizationParameter")
        return QStringLiteral("λ");
    return QString::fromStdString(field);
}

QString turnedText(const KnobMark &mark)
{
    const QLocale locale;
    return QStringLiteral("%1 %2 → %3")
        .arg(symbol(mark.field), locale.toString(mark.before, 'g', 6),
             locale.toString(mark.after, 'g', 6));
}

const MetricSeries &seriesOf(const ScopeRun &run, MetricId metric)
{
    if (run.measuredBeside) {
        const auto found = run.measuredBeside->find(metric);
        if (found != run.measuredBeside->end())
            return found->second;
    }
    return run.history->series(metric);
}

/// The steps at the edges of the pixel columns.
std::vector<double> stepEdges(const StepScale &scale, AxisRange view, int columns)
{
    std::vector<double> edges(static_cast<std::size_t>(std::max(1, columns)) + 1);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(edges.size() - 1);
        edges[i] = scale.stepAt(view.lower + share * (view.upper - view.lower));
    }
    return edges;
}

} // namespace

void RunRecord::setCurves(std::vector<ScopeCurve> curves)
{
    std::vector<KeptSeries> series(curves.size());
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const auto same
            = std::find_if(m_curves.begin(), m_curves.end(), [&](const ScopeCurve &curve) {
                  return curve.metric == curves[i].metric;
              });
        if (same != m_curves.end())
            series[i] = m_series[static_cast<std::size_t>(same - m_curves.begin())];
    }
    m_curves = std::move(curves);
    m_series = std::move(series);
}

void RunRecord::update(const ScopeRun &run)
{
    if (run.runId != m_runId) {
        for (KeptSeries &series : m_series)
            series.clear();
        m_seconds.clear();
        m_runId = run.runId;
    }
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        if (run.measuredBeside)
            m_series[i].clear();
        m_series[i].update(seriesOf(run, m_curves[i].metric));
    }
    m_seconds.update(run.history->series({Metric::Seconds}));
    m_marks = run.history->marks();
    m_status = *run.status;
    m_name = run.name;
    m_style = run.style;
    m_setup = run.setup;
    m_isDrawn = run.isDrawn;
    m_layerCount = run.history->layerCount();
    m_stepsPerEpoch = run.history->stepsPerEpoch();
    m_lastStep = static_cast<double>(run.history->lastStep());
}

StepScale RunRecord::scale(XUnit unit) const
{
    return StepScale(unit, m_stepsPerEpoch, m_seconds.buckets());
}

const std::vector<MetricBucket> &RunRecord::buckets(std::size_t curve) const
{
    return m_series[curve].buckets();
}

SceneCurve RunRecord::reduce(std::size_t curve, const StepScale &scale, AxisRange view, int columns,
                             Smoothing smoothing) const
{
    const ScopeCurve &spec = m_curves[curve];
    const Metric metric = spec.metric.metric;
    const double late = stepsCountedLate(metric);
    std::vector<double> counted = stepEdges(scale, view, columns);
    for (double &edge : counted)
        edge += late;
    SceneCurve reduced;
    reduced.color = spec.color;
    reduced.label = spec.label;
    reduced.drawing = spec.drawing;
    reduced.isNamedAtEnd = spec.isNamedAtEnd;
    reduced.columns = reduceToColumns(m_series[curve].buckets(), counted);
    reduced.x.reserve(reduced.columns.size());
    for (const PixelColumn &column : reduced.columns)
        reduced.x.push_back(scale.xAt(std::max(0.0, column.step - late)));
    const bool hasNoise = isOfMiniBatches(metric) && m_stepsPerEpoch > 1; // a full batch has none
    const int radius = hasNoise || smoothing == Smoothing::Strong
                           ? smoothingRadius(metric, columns, smoothing)
                           : 0;
    reduced.line = smoothedMeans(reduced.columns, radius);
    for (std::size_t i = 0; i < reduced.columns.size(); ++i) {
        if (reduced.columns[i].min == 0.0 && reduced.columns[i].max == 0.0)
            reduced.line[i] = 0.0; // nothing at all is no memory of what was before
    }
    reduced.isSmoothed = radius > 1;
    reduced.isNoisy = hasNoise && radius < 2;
    return reduced;
}

std::vector<SceneMark> RunRecord::knobMarks(const StepScale &scale, double distance) const
{
    std::vector<KnobMark> merged;
    for (const KnobMark &mark : m_marks) {
        const auto near = std::find_if(merged.rbegin(), merged.rend(), [&](const KnobMark &other) {
            return other.field == mark.field
                   && scale.xAt(static_cast<double>(mark.step))
                              - scale.xAt(static_cast<double>(other.step))
                          < distance;
        });
        if (near == merged.rend())
            merged.push_back(mark);
        else
            near->after = mark.after;
    }
    std::vector<SceneMark> drawn;
    for (const KnobMark &mark : merged)
        drawn.push_back(
            {SceneMark::Kind::Knob, scale.xAt(static_cast<double>(mark.step)), turnedText(mark)});
    return drawn;
}

std::optional<SceneMark> RunRecord::divergence(const StepScale &scale) const
{
    if (m_status.state != RunState::Diverged)
        return std::nullopt;
    const QString text = QCoreApplication::translate("ScopePlot", "diverged at step %1 in layer %2")
                             .arg(QLocale().toString(static_cast<qulonglong>(m_status.step)))
                             .arg(m_status.divergedLayer);
    return SceneMark{SceneMark::Kind::Diverged, scale.xAt(static_cast<double>(m_status.step)),
                     text};
}

} // namespace nabla::ui
