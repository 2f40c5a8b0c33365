// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope_record.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace nabla::ui {

namespace {

/// What a mini-batch measures is of the network before its update, one step earlier than it is
/// counted; without this the probe and a full batch would stand beside each other.
double stepsCountedLate(Metric metric)
{
    switch (metric) {
    case Metric::MiniBatchCost:
    case Metric::MiniBatchAccuracy:
    case Metric::LearningSpeed:
        return 1.0;
    default:
        return 0.0;
    }
}

/// As a share of the plot's width; a mini-batch's accuracy knows few values and needs more.
int smoothingRadius(Metric metric, int columns)
{
    return columns / (metric == Metric::MiniBatchAccuracy ? 30 : 60);
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

} // namespace

void ScopeRecord::setCurves(std::vector<ScopeCurve> curves)
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

void ScopeRecord::update(const RunHistory &history, const RunStatusData &status,
                         std::uint64_t runId)
{
    if (runId != m_runId) {
        for (KeptSeries &series : m_series)
            series.clear();
        m_seconds.clear();
        m_runId = runId;
    }
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        m_series[i].update(history.series(m_curves[i].metric));
    m_seconds.update(history.series({Metric::Seconds}));
    m_marks = history.marks();
    m_status = status;
    m_stepsPerEpoch = history.stepsPerEpoch();
    m_lastStep = static_cast<double>(history.lastStep());
}

double ScopeRecord::opening(XUnit unit) const
{
    const double epochs = m_stepsPerEpoch == 1 ? 10.0 : 1.0; // full batch: an epoch is one step
    switch (unit) {
    case XUnit::Epochs:
        return epochs;
    case XUnit::Steps:
        return epochs * static_cast<double>(m_stepsPerEpoch);
    case XUnit::Seconds:
        break;
    }
    return 5.0;
}

StepScale ScopeRecord::scale(XUnit unit) const
{
    return StepScale(unit, m_stepsPerEpoch, m_seconds.buckets());
}

const std::vector<MetricBucket> &ScopeRecord::buckets(std::size_t curve) const
{
    return m_series[curve].buckets();
}

std::vector<SceneCurve> ScopeRecord::reduce(const StepScale &scale, AxisRange view,
                                            int columns) const
{
    std::vector<double> edges(static_cast<std::size_t>(std::max(1, columns)) + 1);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(edges.size() - 1);
        edges[i] = scale.stepAt(view.lower + share * (view.upper - view.lower));
    }
    std::vector<SceneCurve> reduced;
    reduced.reserve(m_curves.size());
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        reduced.push_back(reduceCurve(i, scale, edges));
    return reduced;
}

SceneCurve ScopeRecord::reduceCurve(std::size_t curve, const StepScale &scale,
                                    const std::vector<double> &edges) const
{
    const ScopeCurve &spec = m_curves[curve];
    const double late = stepsCountedLate(spec.metric.metric);
    std::vector<double> counted = edges;
    for (double &edge : counted)
        edge += late;
    SceneCurve reduced{spec.color,   spec.label,
                       spec.drawing, reduceToColumns(m_series[curve].buckets(), counted),
                       {},           {}};
    reduced.x.reserve(reduced.columns.size());
    for (const PixelColumn &column : reduced.columns)
        reduced.x.push_back(scale.xAt(std::max(0.0, column.step - late)));
    const int radius
        = spec.drawing == CurveDrawing::Points || m_stepsPerEpoch == 1 // a full batch has no noise
              ? 0
              : smoothingRadius(spec.metric.metric, static_cast<int>(edges.size()));
    reduced.line = smoothedMeans(reduced.columns, radius);
    return reduced;
}

std::vector<SceneMark> ScopeRecord::marks(const StepScale &scale, double distance) const
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
    if (m_status.state == RunState::Diverged) {
        const QString text
            = QCoreApplication::translate("ScopePlot", "diverged at step %1 in layer %2")
                  .arg(QLocale().toString(static_cast<qulonglong>(m_status.step)))
                  .arg(m_status.divergedLayer);
        drawn.push_back(
            {SceneMark::Kind::Diverged, scale.xAt(static_cast<double>(m_status.step)), text});
    }
    return drawn;
}

} // namespace nabla::ui
