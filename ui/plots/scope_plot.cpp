// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope_plot.h"

#include "ui/plots/number_text.h"
#include "ui/plots/plot_theme.h"
#include "ui/plots/reference_layer.h"
#include "ui/plots/scope_axis.h"
#include "ui/plots/scope_gestures.h"
#include "ui/plots/scope_layers.h"
#include "ui/plots/scope_menu.h"
#include "ui/plots/scope_tickers.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <QEvent>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr int topMargin = 8;
constexpr int labelGap = 10;

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
    : QWidget(parent)
    , m_axis(axis)
    , m_plot(new QCustomPlot(this))
    , m_refreshTimer(new QTimer(this))
    , m_linearScale(linearOf(scale))
    , m_menu(new ScopeMenu(*this, *m_plot))
{
    m_scene.scale = scale;
    makeLayers();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setFocusProxy(m_plot);

    m_refreshTimer->setSingleShot(true);
    m_refreshTimer->setInterval(0);
    connect(m_refreshTimer, &QTimer::timeout, this, &ScopePlot::refresh);
    auto *gestures = new ScopeGestures(*m_plot, axis);
    connect(gestures, &ScopeGestures::menuRequested, m_menu, &ScopeMenu::popup);
    connect(&axis, &ScopeAxis::changed, this, &ScopePlot::scheduleRefresh);
    connect(&axis, &ScopeAxis::crosshairMoved, this, &ScopePlot::showCrosshair);
    // Not in the destructor: the axis belongs to the session, which may be gone by then.
    connect(this, &QObject::destroyed, &axis, [&axis](const QObject *plot) { axis.release(plot); });
    applyTheme();
}

ScopePlot::~ScopePlot() = default;

void ScopePlot::makeLayers()
{
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    new GuideLayer(m_plot, m_scene);
    new CurveLayer(m_plot, m_scene);
    new ReferenceLayer(m_plot, m_scene);
    new RailLayer(m_plot, m_scene);
    new MarkLayer(m_plot, m_scene);
    new LabelLayer(m_plot, m_scene);
    new LegendLayer(m_plot, m_scene);
    new CrosshairLayer(m_plot, m_scene);
}

void ScopePlot::setCurves(CurvesOfLayers curves)
{
    m_record.setCurves(std::move(curves));
    reserveMargins();
    scheduleRefresh();
}

void ScopePlot::showRuns(const ScopeRuns &runs)
{
    m_record.update(runs);
    refresh();
}

ScopeScale ScopePlot::scale() const
{
    return m_scene.scale;
}

void ScopePlot::setScale(ScopeScale scale)
{
    if (scale == m_scene.scale)
        return;
    m_scene.scale = scale;
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
    if (guide == m_scene.guide)
        return;
    m_scene.guide = guide;
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
    std::vector<ExportedRun> runs;
    for (const RunRecord &run : m_record.runs()) {
        runs.push_back({run.name(), {}, run.scale(XUnit::Epochs), run.scale(XUnit::Seconds)});
        for (std::size_t i = 0; i < run.curves().size(); ++i)
            runs.back().curves.push_back({run.curves()[i].metric, run.buckets(i)});
    }
    return runs;
}

const ScopeScene &ScopePlot::scene() const
{
    return m_scene;
}

AxisRange ScopePlot::valueRange() const
{
    return m_values;
}

QByteArray ScopePlot::svg() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return writeSvg(buffer, *m_plot) ? buffer.data() : QByteArray();
}

QSize ScopePlot::sizeHint() const
{
    return {560, 130};
}

QSize ScopePlot::minimumSizeHint() const
{
    return {220, 64};
}

void ScopePlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        applyTheme();
        break;
    default:
        break;
    }
}

void ScopePlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    scheduleRefresh();
}

void ScopePlot::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    scheduleRefresh();
}

void ScopePlot::scheduleRefresh()
{
    if (isVisible())
        m_refreshTimer->start();
}

void ScopePlot::refresh()
{
    if (!isVisible())
        return; // becoming visible refreshes
    m_axis.showRun(m_record.oldestId(), m_record.end(m_axis.unit()),
                   m_record.opening(m_axis.unit()));
    m_refreshTimer->stop(); // this is the refresh that a change of the axis asked for
    makeScene();
    applyAxes();
    if (m_plot->bufferDevicePixelRatio() != devicePixelRatioF())
        m_plot->setBufferDevicePixelRatio(devicePixelRatioF());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ScopePlot::makeScene()
{
    const ScopeAxis::Margins margins = m_axis.margins();
    const int columns = std::max(1, m_plot->width() - margins.left - margins.right);
    m_record.fill(m_scene, m_axis.unit(), m_axis.range(), columns, m_smoothing);
    m_scene.reference = inView(m_reference, m_record.shown().scale(m_axis.unit()), m_axis.range());
    m_values = nabla::ui::valueRange(m_scene, m_values);
    reserveMargins(); // for the runs' names
}

void ScopePlot::applyAxes()
{
    const ScopeAxis::Margins margins = m_axis.margins();
    const int rail = RailLayer::height(m_scene);
    const int top = topMargin + LegendLayer::height(m_scene);
    const int bottom = QFontMetrics(m_scene.font).height() + 8 + rail;
    m_plot->axisRect()->setMargins({margins.left, top, margins.right, bottom});
    const AxisRange view = m_axis.range();
    m_plot->xAxis->setOffset(rail);
    m_plot->xAxis->setRange(view.lower, view.upper);
    m_plot->xAxis->setTicker(QSharedPointer<UnitTicker>::create(m_axis.unit()));
    m_plot->yAxis->setScaleType(isLogarithmic(m_scene.scale) ? QCPAxis::stLogarithmic
                                                             : QCPAxis::stLinear);
    m_plot->yAxis->setRange(m_values.lower, m_values.upper);
    m_plot->yAxis->setTicker(makeValueTicker(m_scene.scale, m_plot->height() - top - bottom));
}

void ScopePlot::applyTheme()
{
    m_scene.colors = plotColors(palette());
    m_scene.font = plotFont(font());
    m_menu->restyle();
    applyPlotTheme(*m_plot, palette(), font());
    reserveMargins();
    scheduleRefresh();
}

void ScopePlot::reserveMargins()
{
    QStringList labels;
    for (const ScopeCurve &curve : m_record.shown().curves())
        labels << curve.label;
    // The widest number of each scale, so that the plot does not move sideways with the data.
    const QString widest = percentText(1.0, 0, QLocale());
    m_axis.reserve(this, {QFontMetrics(m_scene.font).horizontalAdvance(widest) + labelGap,
                          LabelLayer::width(m_scene, labels) + 4});
}

void ScopePlot::showCrosshair()
{
    m_scene.crosshair = m_axis.crosshair();
    if (m_scene.crosshair)
        m_scene.crosshairTitle = positionText(m_axis.unit(), *m_scene.crosshair);
    if (isVisible())
        m_plot->layer(QStringLiteral("overlay"))->replot();
}

} // namespace nabla::ui
