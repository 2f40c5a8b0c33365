// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_input.h"

#include "ui/canvas/canvas_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QTabletEvent>
#include <QTouchEvent>
#include <QWidget>

namespace nabla::ui {

namespace {

/// Qt sends mouse events after touch and tablet events that nobody took; ours took them.
bool isRealMouse(const QMouseEvent &event)
{
    return event.source() == Qt::MouseEventNotSynthesized;
}

} // namespace

CanvasInput::CanvasInput(QWidget &widget, CanvasView &view, DrawingHand &hand)
    : QObject(&widget)
    , m_widget(widget)
    , m_view(view)
    , m_hand(hand)
{
    connect(&m_hand, &DrawingHand::lifted, this, &CanvasInput::letGo);
}

void CanvasInput::begin(Source source, Tool tool, StrokePoint point)
{
    m_hand.lift();
    m_widget.setFocus(Qt::MouseFocusReason);
    if (source != Source::Keyboard)
        m_keyboardPen.putAway();
    m_source = source;
    m_hand.putDown(tool, point);
}

void CanvasInput::extend(Source source, StrokePoint point)
{
    if (source == m_source)
        m_hand.moveTo(point);
}

void CanvasInput::finish(Source source)
{
    if (source == m_source)
        m_hand.lift();
}

void CanvasInput::letGo()
{
    m_source = Source::None;
    m_button = Qt::NoButton;
}

bool CanvasInput::isFree() const
{
    return m_source == Source::None || m_source == Source::Keyboard;
}

void CanvasInput::touch(const QTouchEvent &event)
{
    if (event.type() == QEvent::TouchCancel)
        return finish(Source::Touch);
    for (const QEventPoint &point : event.points()) {
        const StrokePoint place = m_view.toPaper(point.position());
        if (point.state() == QEventPoint::Pressed && isFree()) {
            m_touchId = point.id();
            begin(Source::Touch, m_tool, place);
        } else if (m_source == Source::Touch && point.id() == m_touchId
                   && point.state() != QEventPoint::Stationary) {
            extend(Source::Touch, place);
            if (point.state() == QEventPoint::Released)
                finish(Source::Touch);
        }
    }
}

void CanvasInput::pressMouse(const QMouseEvent &event)
{
    const bool draws = event.button() == Qt::LeftButton || event.button() == Qt::RightButton;
    if (!isRealMouse(event) || !draws || !isFree())
        return;
    begin(Source::Mouse, event.button() == Qt::RightButton ? Tool::Eraser : m_tool,
          m_view.toPaper(event.position()));
    m_button = event.button();
}

void CanvasInput::moveMouse(const QMouseEvent &event)
{
    if (isRealMouse(event))
        extend(Source::Mouse, m_view.toPaper(event.position()));
}

void CanvasInput::releaseMouse(const QMouseEvent &event)
{
    if (!isRealMouse(event) || event.button() != m_button)
        return;
    extend(Source::Mouse, m_view.toPaper(event.position()));
    finish(Source::Mouse);
}

void CanvasInput::useTablet(const QTabletEvent &event)
{
    const bool feelsPressure
        = event.pointingDevice()->hasCapability(QInputDevice::Capability::Pressure);
    StrokePoint point = m_view.toPaper(event.position());
    point.pressure = feelsPressure ? event.pressure() : 1.0;
    switch (event.type()) {
    case QEvent::TabletPress: {
        if (!isFree())
            break;
        const bool erases = event.pointerType() == QPointingDevice::PointerType::Eraser
                            || event.button() == Qt::RightButton;
        begin(Source::Tablet, erases ? Tool::Eraser : m_tool, point);
        break;
    }
    case QEvent::TabletMove:
        extend(Source::Tablet, point);
        break;
    case QEvent::TabletRelease:
        extend(Source::Tablet, point);
        finish(Source::Tablet);
        break;
    default:
        break;
    }
}

bool CanvasInput::claimsKey(const QKeyEvent &event) const
{
    return m_keyboardPen.place() && m_keyboardPen.actOf(event) != KeyboardPen::Act::None;
}

bool CanvasInput::pressKey(const QKeyEvent &event)
{
    const KeyboardPen::Act act = m_keyboardPen.actOf(event);
    if (act == KeyboardPen::Act::None)
        return false;
    if (!m_keyboardPen.place()) // the first key only fetches it
        m_keyboardPen.putAt(m_view.toPaper(m_view.frame().center()));
    else if (act == KeyboardPen::Act::Move)
        movePen(event);
    else if (act == KeyboardPen::Act::Press)
        pressPen();
    else
        putPenAway();
    return true;
}

/// What is zoomed follows the pen.
void CanvasInput::movePen(const QKeyEvent &event)
{
    const QPointF from = m_view.fromPaper(*m_keyboardPen.place());
    const QPointF step = m_view.paper().height() * KeyboardPen::step(event);
    m_keyboardPen.putAt(m_view.toPaper(from + step));
    if (!m_view.frame().contains(m_view.fromPaper(*m_keyboardPen.place())))
        m_view.moveBy(-step);
    extend(Source::Keyboard, *m_keyboardPen.place());
}

void CanvasInput::pressPen()
{
    if (m_source == Source::Keyboard)
        m_hand.lift();
    else if (m_source == Source::None)
        begin(Source::Keyboard, m_tool, *m_keyboardPen.place());
}

void CanvasInput::putPenAway()
{
    finish(Source::Keyboard);
    m_keyboardPen.putAway();
}

void CanvasInput::paintPen(QPainter &painter, const QPalette &palette) const
{
    if (m_keyboardPen.place())
        KeyboardPen::paint(painter, m_view.fromPaper(*m_keyboardPen.place()), palette,
                           m_source == Source::Keyboard);
}

} // namespace nabla::ui
