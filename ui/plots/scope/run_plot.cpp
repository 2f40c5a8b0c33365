// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/run_plot.h"

#include "ui/plots/scope/scope_axis.h"
#include "ui/plots/scope/scope_gestures.h"
#include "ui/plots/scope/scope_tickers.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QTimer>
#include <QVBoxLayout>

namespace nabla::ui {

RunPlot::RunPlot(ScopeAxis &axis, QWidget *parent)
    : QWidget(parent)
    , m_axis(axis)
    , m_canvas(new QCustomPlot(this))
    , m_refreshTimer(new QTimer(this))
{
    m_canvas->axisRect()->setAutoMargins(QCP::msNone);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);
    setFocusProxy(m_canvas);

    m_refreshTimer->setSingleShot(true);
    m_refreshTimer->setInterval(0);
    connect(m_refreshTimer, &QTimer::timeout, this, &RunPlot::refresh);
    auto *gestures = new ScopeGestures(*m_canvas, axis);
    connect(gestures, &ScopeGestures::menuRequested, this, &RunPlot::menuRequested);
    connect(&axis, &ScopeAxis::changed, this, &RunPlot::scheduleRefresh);
    // Not in the destructor: the axis belongs to the session, which may be gone by then.
    connect(this, &QObject::destroyed, &axis, [&axis](const QObject *plot) { axis.release(plot); });
}

RunPlot::~RunPlot() = default;

void RunPlot::showRuns(const ScopeRuns &shown)
{
    m_runs.update(shown);
    refresh();
}

void RunPlot::changeEvent(QEvent *event)
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

void RunPlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    scheduleRefresh();
}

void RunPlot::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyTheme();
}

void RunPlot::scheduleRefresh()
{
    if (isVisible())
        m_refreshTimer->start();
}

void RunPlot::refresh()
{
    if (!isVisible())
        return; // becoming visible refreshes
    m_axis.showRun(m_runs.oldestId(), m_runs.end(m_axis.unit()), m_runs.opening(m_axis.unit()));
    m_refreshTimer->stop(); // this is the refresh that a change of the axis asked for
    redraw();
    m_canvas->xAxis->setRange(m_axis.range().lower, m_axis.range().upper);
    m_canvas->xAxis->setTicker(QSharedPointer<UnitTicker>::create(m_axis.unit()));
    if (m_canvas->bufferDevicePixelRatio() != devicePixelRatioF())
        m_canvas->setBufferDevicePixelRatio(devicePixelRatioF());
    m_canvas->replot(QCustomPlot::rpQueuedReplot);
}

void RunPlot::applyTheme()
{
    m_scene.colors = plotColors(palette());
    m_scene.font = plotFont(font());
    applyPlotTheme(*m_canvas, palette(), font());
    restyle();
    scheduleRefresh();
}

} // namespace nabla::ui
