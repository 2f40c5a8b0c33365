// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/scope_plot.h"

#include "ui/plots/number_text.h"
#include "ui/plots/plot_theme.h"
#include "ui/plots/scope/reference_layer.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/plots/scope/scope_layers.h"
#include "ui/plots/scope/scope_menu.h"
#include "ui/plots/scope/scope_tickers.h"

#include <qcustomplot.h>

#include <QBuffer>

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr int topMargin = 8;
constexpr int endLabelGap = 10;

ScopeScale linearOf(ScopeScale scale)
{
    switch (scale) {
    case ScopeScale::Logarithmic:
        return ScopeScale::FromZero;
    case ScopeScale::LogarithmicShare:
        return ScopeScale::Share;
    default:
        return scale;
    }
}

ScopeScale logarithmicOf(ScopeScale linear)
{
    return linear == ScopeScale::FromZero ? ScopeScale::Logarithmic : ScopeScale::LogarithmicShare;
}

} // namespace

ScopePlot::ScopePlot(ScopeAxis &axis, ScopeScale scale, QWidget *parent)
    : RunPlot(axis, parent)
    , m_linearScale(linearOf(scale))
    , m_menu(new ScopeMenu(*this, canvas()))
{
    drawnScene().scale = scale;
    makeLayers();
    connect(this, &RunPlot::menuRequested, m_menu, &ScopeMenu::popup);
    connect(&axis, &ScopeAxis::crosshairMoved, this, &ScopePlot::showCrosshair);
    applyTheme();
}

ScopePlot::~ScopePlot() = default;

void ScopePlot::makeLayers()
{
    QCustomPlot *const plot = &canvas();
    new GuideLayer(plot, drawnScene());
    new CurveLayer(plot, drawnScene());
    new ReferenceLayer(plot, drawnScene());
    new RailLayer(plot, drawnScene());
    new MarkLayer(plot, drawnScene());
    new LabelLayer(plot, drawnScene());
    new LegendLayer(plot, drawnScene());
    new CrosshairLayer(plot, drawnScene());
}

void ScopePlot::setCurves(CurvesOfLayers curves)
{
    runs().setCurves(std::move(curves));
    reserveMargins();
    scheduleRefresh();
}

ScopeScale ScopePlot::scale() const
{
    return scene().scale;
}

void ScopePlot::setScale(ScopeScale scale)
{
    if (scale == drawnScene().scale)
        return;
    drawnScene().scale = scale;
    if (!isLogarithmic(scale) || scale != logarithmicOf(m_linearScale))
        m_linearScale = linearOf(scale);
    m_values = {};
    m_menu->restyle();
    scheduleRefresh();
}

void ScopePlot::setLogarithmic(bool isLogarithmic)
{
    setScale(isLogarithmic ? logarithmicOf(m_linearScale) : m_linearScale);
}

QAction *ScopePlot::logarithmicAction() const
{
    return m_menu->logarithmicAction();
}

void ScopePlot::setSmoothing(Smoothing smoothing)
{
    m_smoothing = smoothing;
    scheduleRefresh();
}

void ScopePlot::setGuide(const std::optional<SceneGuide> &guide)
{
    if (guide == drawnScene().guide)
        return;
    drawnScene().guide = guide;
    m_values = {};
    scheduleRefresh();
}

void ScopePlot::setReference(const ScopeReference &reference)
{
    if (reference == m_reference)
        return;
    m_reference = reference;
    scheduleRefresh();
}

void ScopePlot::setExtraActions(const QList<QAction *> &actions)
{
    m_menu->setExtraActions(actions);
}

void ScopePlot::setFileStem(const QString &stem)
{
    m_menu->setFileStem(stem);
}

std::vector<ExportedRun> ScopePlot::exportedRuns() const
{
    std::vector<ExportedRun> exported;
    for (const RunRecord &run : runs().runs()) {
        if (!run.isDrawn())
            continue;
        exported.push_back({run.name(), {}, run.scale(XUnit::Epochs), run.scale(XUnit::Seconds)});
        for (std::size_t i = 0; i < run.curves().size(); ++i)
            exported.back().curves.push_back({run.curves()[i].metric, run.buckets(i)});
    }
    return exported;
}

AxisRange ScopePlot::valueRange() const
{
    return m_values;
}

QByteArray ScopePlot::svg() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return writeSvg(buffer, canvas()) ? buffer.data() : QByteArray();
}

QSize ScopePlot::sizeHint() const
{
    return {560, 130};
}

QSize ScopePlot::minimumSizeHint() const
{
    return {220, 64};
}

void ScopePlot::redraw()
{
    makeScene();
    applyAxes();
}

void ScopePlot::makeScene()
{
    const ScopeAxis::Margins margins = axis().margins();
    const int columns = std::max(1, canvas().width() - margins.left - margins.right);
    runs().fill(drawnScene(), axis().unit(), axis().range(), columns, m_smoothing);
    drawnScene().reference
        = inView(m_reference, runs().shown().scale(axis().unit()), axis().range());
    m_values = nabla::ui::valueRange(drawnScene(), m_values);
    reserveMargins(); // for the runs' names
}

void ScopePlot::applyAxes()
{
    const ScopeAxis::Margins margins = axis().margins();
    const int rail = RailLayer::height(drawnScene());
    const int top = topMargin + LegendLayer::height(drawnScene());
    const int bottom = QFontMetrics(drawnScene().font).height() + 8 + rail;
    canvas().axisRect()->setMargins({margins.left, top, margins.right, bottom});
    canvas().xAxis->setOffset(rail);
    canvas().yAxis->setScaleType(isLogarithmic(drawnScene().scale) ? QCPAxis::stLogarithmic
                                                                   : QCPAxis::stLinear);
    canvas().yAxis->setRange(m_values.lower, m_values.upper);
    canvas().yAxis->setTicker(
        makeValueTicker(drawnScene().scale, canvas().height() - top - bottom));
}

void ScopePlot::restyle()
{
    m_menu->restyle();
    reserveMargins();
}

void ScopePlot::reserveMargins()
{
    QStringList labels;
    for (const ScopeCurve &curve : runs().shown().curves())
        labels << curve.label;
    // The widest number of each scale, so that the plot does not move sideways with the data.
    const QString widest = percentText(1.0, 0, QLocale());
    axis().reserve(this, {QFontMetrics(drawnScene().font).horizontalAdvance(widest) + endLabelGap,
                          LabelLayer::width(drawnScene(), labels) + 4});
}

void ScopePlot::showCrosshair()
{
    drawnScene().crosshair = axis().crosshair();
    if (drawnScene().crosshair)
        drawnScene().crosshairTitle = positionText(axis().unit(), *drawnScene().crosshair);
    if (isVisible())
        canvas().layer(QStringLiteral("overlay"))->replot();
}

} // namespace nabla::ui
