// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/scope_gestures.h"

#include "ui/plots/scope/scope_axis.h"

#include <qcustomplot.h>

#include <cmath>

namespace nabla::ui {

namespace {

constexpr double zoomPerNotch = 0.8;
constexpr double anglePerNotch = 120.0;
constexpr double keyPan = 0.1; ///< of the view

} // namespace

ScopeGestures::ScopeGestures(QCustomPlot &plot, ScopeAxis &axis)
    : QObject(&plot)
    , m_plot(plot)
    , m_axis(axis)
{
    plot.setMouseTracking(true);
    plot.setFocusPolicy(Qt::StrongFocus);
    plot.installEventFilter(this);
}

bool ScopeGestures::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        press(static_cast<const QMouseEvent &>(*event));
        return true;
    case QEvent::MouseMove:
        move(static_cast<const QMouseEvent &>(*event));
        return true;
    case QEvent::MouseButtonRelease:
        release();
        return true;
    case QEvent::MouseButtonDblClick:
        m_axis.follow();
        return true;
    case QEvent::Leave:
        m_axis.setCrosshair(std::nullopt);
        return false;
    case QEvent::Wheel:
        turnWheel(static_cast<const QWheelEvent &>(*event));
        return true;
    case QEvent::KeyPress:
        return pressKey(static_cast<const QKeyEvent &>(*event));
    case QEvent::ContextMenu:
        emit menuRequested(static_cast<const QContextMenuEvent &>(*event).globalPos());
        return true;
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool ScopeGestures::pressKey(const QKeyEvent &event)
{
    const AxisRange range = m_axis.range();
    const double width = range.upper - range.lower;
    const double centre = m_axis.crosshair().value_or(range.lower + width / 2.0);
    switch (event.key()) {
    case Qt::Key_Left:
        m_axis.pan(-keyPan * width);
        return true;
    case Qt::Key_Right:
        m_axis.pan(keyPan * width);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_axis.zoom(zoomPerNotch, centre);
        return true;
    case Qt::Key_Minus:
        m_axis.zoom(1.0 / zoomPerNotch, centre);
        return true;
    case Qt::Key_Home:
        m_axis.follow();
        return true;
    default:
        return false;
    }
}

void ScopeGestures::press(const QMouseEvent &event)
{
    m_plot.setFocus(Qt::MouseFocusReason);
    if (event.button() != Qt::LeftButton)
        return;
    m_dragFrom = event.position().x();
    m_plot.setCursor(Qt::ClosedHandCursor);
}

void ScopeGestures::move(const QMouseEvent &event)
{
    const double x = event.position().x();
    if (m_dragFrom) {
        m_axis.pan(m_plot.xAxis->pixelToCoord(*m_dragFrom) - m_plot.xAxis->pixelToCoord(x));
        m_dragFrom = x;
        return;
    }
    const QRect rect = m_plot.axisRect()->rect();
    if (x >= rect.left() && x <= rect.right())
        m_axis.setCrosshair(m_plot.xAxis->pixelToCoord(x));
    else
        m_axis.setCrosshair(std::nullopt);
}

void ScopeGestures::release()
{
    m_dragFrom.reset();
    m_plot.unsetCursor();
}

void ScopeGestures::turnWheel(const QWheelEvent &event)
{
    const double notches = event.angleDelta().y() / anglePerNotch;
    if (notches != 0.0)
        m_axis.zoom(std::pow(zoomPerNotch, notches),
                    m_plot.xAxis->pixelToCoord(event.position().x()));
}

} // namespace nabla::ui
