// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pictures/histogram_plot.h"

#include "ui/plots/number_text.h"
#include "ui/plots/pictures/bin_axis.h"
#include "ui/plots/pictures/color_bar.h"
#include "ui/plots/pictures/distribution_drawing.h"
#include "ui/plots/pictures/histogram_export.h"
#include "ui/plots/scope/scope_axis.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

constexpr int railHeight = 9; ///< of the exact zeros
constexpr int railGap = 3;
constexpr int tickGap = 6;
constexpr int sideGap = 14; ///< between the picture and the bars
constexpr int edgeGap = 4;
constexpr double tickDistance = 16.0;

QRect heatIn(const QRect &rect)
{
    return rect.adjusted(0, 0, 0, -(railHeight + railGap));
}

QRect zerosIn(const QRect &rect)
{
    return {rect.left(), rect.bottom() + 1 - railHeight, rect.width(), railHeight};
}

int sideWidth(int width)
{
    return std::clamp(width * 3 / 10, 90, 240);
}

} // namespace

HistogramPlot::HistogramPlot(ScopeAxis &axis, QWidget *parent)
    : PicturePlot(axis, QStringLiteral("histograms"), parent)
{
    setReadingScale(ScopeScale::Logarithmic); // of shares that may be one in ten thousand
}

void HistogramPlot::setSubject(const HistogramSubject &subject)
{
    if (subject == m_subject)
        return;
    if (subject.distribution != m_subject.distribution || subject.layer != m_subject.layer)
        m_shares = {};
    m_subject = subject;
    m_picture.show(subject.distribution, subject.layer);
    scheduleRefresh();
}

void HistogramPlot::setResponse(std::optional<ResponseCurve> response)
{
    m_response = std::move(response);
    scheduleRefresh();
}

void HistogramPlot::showRuns(const ScopeRuns &shown)
{
    if (shown.shownId != record().runId())
        m_picture.clear();
    for (const ScopeRun &run : shown.runs) {
        if (run.runId == shown.shownId)
            m_picture.update(run.history->histograms().moments());
    }
    PicturePlot::showRuns(shown);
}

QRect HistogramPlot::heatRect() const
{
    return heatIn(pictureRect());
}

QRect HistogramPlot::zeroRect() const
{
    return zerosIn(pictureRect());
}

std::optional<std::size_t> HistogramPlot::momentOf(double x) const
{
    const AxisRange across = axis().range();
    const double share = (x - across.lower) / (across.upper - across.lower);
    const auto pixel = std::floor(share * static_cast<double>(m_view.moments.size()));
    if (!(pixel >= 0.0) || pixel >= static_cast<double>(m_view.moments.size()))
        return std::nullopt;
    const int moment = m_view.moments[static_cast<std::size_t>(pixel)];
    if (moment < 0 || static_cast<std::size_t>(moment) >= m_picture.size())
        return std::nullopt;
    return static_cast<std::size_t>(moment);
}

std::optional<std::size_t> HistogramPlot::shownMoment() const
{
    if (m_picture.empty())
        return std::nullopt;
    if (const auto x = axis().crosshair()) {
        if (const auto moment = momentOf(*x))
            return moment;
    }
    return runs().moment() ? m_picture.momentAt(*runs().moment()) : m_picture.size() - 1;
}

bool HistogramPlot::writeValues(QIODevice &device) const
{
    return writeHistogramCsv(device, m_picture, {m_subject.distribution, m_subject.layer},
                             record().scale(XUnit::Epochs), record().scale(XUnit::Seconds));
}

void HistogramPlot::makePicture(AxisRange view, int columns)
{
    const StepScale scale = stepScale();
    m_view = m_picture.view(scale, view, columns, scale.xAt(record().lastStep()));
    if (const auto shown = shownMoment()) {
        if (const Histogram *histogram = m_picture.histogram(*shown))
            m_shares = rangeFromZero(m_shares, largestShare(*histogram));
    }
}

void HistogramPlot::drawPicture(QPainter &painter, const QRect &rect) const
{
    drawColorBar(painter, colorBarBox(rect), m_picture.colorScale(),
                 {tr("share a bin"), QString(), colors(), textFont()});
    const QRect heat = heatIn(rect);
    const QRect zeros = zerosIn(rect);
    if (!m_picture.empty() && !m_view.bins.isNull()) {
        drawCells(painter, heat, m_view.bins);
        drawCells(painter, zeros, m_view.zeros);
        drawTicks(painter, heat);
    }
    painter.setPen(colors().secondaryText);
    painter.setFont(textFont());
    painter.drawText(QRectF(0.0, zeros.center().y() - 20.0, rect.left() - tickGap, 41.0),
                     Qt::AlignRight | Qt::AlignVCenter, tr("= 0"));
    painter.setPen(QPen(colors().grid, 1.0));
    painter.drawLine(QPointF(zeros.left(), zeros.top() - 1.5),
                     QPointF(zeros.right() + 1.0, zeros.top() - 1.5));
}

void HistogramPlot::drawTicks(QPainter &painter, const QRect &heat) const
{
    const AxisRange bins = m_picture.range();
    const QFontMetricsF metrics(textFont());
    painter.setFont(textFont());
    for (const BinTick &tick : binTicks(m_picture.bins(), bins, heat.height(),
                                        std::max(tickDistance, metrics.height()))) {
        const double y = heat.top() + heat.height()
                         - (tick.position - bins.lower) / (bins.upper - bins.lower) * heat.height();
        painter.setPen(colors().border);
        painter.drawLine(QPointF(heat.left() - 4.0, y), QPointF(heat.left() - 1.0, y));
        painter.setPen(colors().secondaryText);
        painter.drawText(
            QRectF(0.0, y - metrics.height(), heat.left() - tickGap, 2.0 * metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, tick.text);
    }
}

QString HistogramPlot::titleOf(std::size_t moment) const
{
    const StepScale scale = stepScale();
    const QString when
        = positionText(axis().unit(), scale.xAt(static_cast<double>(m_picture.stepOf(moment))));
    return moment + 1 == m_picture.size() ? tr("%1 now, %2").arg(m_subject.symbol, when)
                                          : tr("%1 at %2").arg(m_subject.symbol, when);
}

void HistogramPlot::drawOverlay(QPainter &painter, const QRect &rect) const
{
    const auto shown = shownMoment();
    const Histogram *histogram = shown ? m_picture.histogram(*shown) : nullptr;
    if (!histogram)
        return;
    const QRect heat = heatIn(rect);
    const QRect zeros = zerosIn(rect);
    const double left = rect.right() + 1.0 + sideGap;
    const double width = plotWidth() - edgeGap - left;
    const DistributionBoxes boxes{
        {left, static_cast<double>(heat.top()), width, static_cast<double>(heat.height())},
        {left, static_cast<double>(zeros.top()), width, static_cast<double>(zeros.height())}};
    const bool hasResponse
        = m_response && m_subject.distribution == LayerDistribution::WeightedInput;
    drawDistribution(painter, boxes,
                     {*histogram, m_picture.range(),
                      rangeFromZero(m_shares, largestShare(*histogram)).upper, m_subject.color,
                      titleOf(*shown), hasResponse ? &*m_response : nullptr, colors(), textFont()});
}

std::vector<SceneCurve> HistogramPlot::readingsAt(double x) const
{
    const auto height = pointerHeight();
    const auto moment = momentOf(x);
    const Histogram *histogram = height && moment ? m_picture.histogram(*moment) : nullptr;
    if (!histogram || histogram->total() == 0)
        return {};
    const auto reading = [&](const QString &label, std::uint32_t count) {
        SceneCurve curve;
        curve.color = colors().secondaryText;
        curve.label = label;
        curve.x = {x};
        curve.line = {static_cast<double>(count) / static_cast<double>(histogram->total())};
        return std::vector<SceneCurve>{curve};
    };
    const QRect rect = pictureRect();
    const double above = *height * rect.height() - (railHeight + railGap);
    if (above < 0.0)
        return reading(tr("share of exact zeros"), histogram->zeros());
    const AxisRange bins = m_picture.range();
    const double position = bins.lower + above / heatIn(rect).height() * (bins.upper - bins.lower);
    const int bin = histogram->scale().binOf(valueAtPosition(m_picture.bins(), position));
    return reading(binText(histogram->scale(), bin),
                   histogram->counts()[static_cast<std::size_t>(bin)]);
}

QString HistogramPlot::binText(const BinScale &scale, int bin)
{
    const QLocale locale;
    const QString from = significantText(scale.edge(bin), 3, locale);
    const QString to = significantText(scale.edge(bin + 1), 3, locale);
    if (bin == 0) // the outermost take what lies beyond them
        return tr("share below %1").arg(to);
    if (bin + 1 == scale.bins())
        return tr("share above %1").arg(from);
    return tr("share from %1 to %2").arg(from, to);
}

QString HistogramPlot::noteAt(double x) const
{
    return pointerHeight() && !momentOf(x) ? tr(": not measured") : QString();
}

QMargins HistogramPlot::pictureMargins() const
{
    // Not told to the axis: the scopes would give away a third of their width for the bars here.
    const QFontMetrics metrics(textFont());
    const int left = metrics.horizontalAdvance(QStringLiteral("−5·10⁻¹⁰")) + tickGap;
    return {std::max(axis().margins().left, left), topMargin(),
            sideWidth(plotWidth()) + sideGap + edgeGap, 0};
}

} // namespace nabla::ui
