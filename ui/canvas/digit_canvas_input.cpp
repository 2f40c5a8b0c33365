// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse, finger, pen, wheel and keys do to the canvas.
#include "ui/canvas/digit_canvas.h"

#include "ui/canvas/canvas_view.h"
#include "ui/canvas/pictures/incoming_pictures.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QTouchEvent>
#include <QWheelEvent>

#include <cmath>

namespace nabla::ui {

namespace {

/// Qt sends mouse events after touch and tablet events that nobody took; ours took them.
bool isRealMouse(const QMouseEvent &event)
{
    return event.source() == Qt::MouseEventNotSynthesized;
}

} // namespace

bool DigitCanvas::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return handleTouch(event);
    case QEvent::ShortcutOverride: { // Shift and an arrow is a shortcut of the window's
        const auto act = m_keyboardPen.actOf(*static_cast<QKeyEvent *>(event));
        event->setAccepted(m_keyboardPen.place() && act != KeyboardPen::Act::None);
        return event->isAccepted() || QWidget::event(event);
    }
    default:
        return QWidget::event(event);
    }
}

/// The keyboard's pen gives way to any other.
bool DigitCanvas::isFree() const
{
    return m_source == Source::None || m_source == Source::Keyboard;
}

/// One finger draws; others that join it are ignored.
bool DigitCanvas::handleTouch(QEvent *event)
{
    const auto &touch = static_cast<const QTouchEvent &>(*event);
    event->accept();
    if (event->type() == QEvent::TouchCancel) {
        finish(Source::Touch);
        return true;
    }
    for (const QEventPoint &point : touch.points()) {
        if (point.state() == QEventPoint::Pressed && isFree()) {
            m_touchId = point.id();
            begin(Source::Touch, isErasing() ? Tool::Eraser : Tool::Pen, onPaper(point.position()));
        } else if (m_source == Source::Touch && point.id() == m_touchId
                   && point.state() != QEventPoint::Stationary) {
            extend(Source::Touch, onPaper(point.position()));
            if (point.state() == QEventPoint::Released)
                finish(Source::Touch);
        }
    }
    return true;
}

void DigitCanvas::mousePressEvent(QMouseEvent *event)
{
    const bool draws = event->button() == Qt::LeftButton || event->button() == Qt::RightButton;
    if (!isRealMouse(*event) || !draws || !isFree())
        return;
    const bool erases = event->button() == Qt::RightButton || isErasing();
    begin(Source::Mouse, erases ? Tool::Eraser : Tool::Pen, onPaper(event->position()));
    m_button = event->button();
}

void DigitCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (isRealMouse(*event))
        extend(Source::Mouse, onPaper(event->position()));
}

void DigitCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (!isRealMouse(*event) || event->button() != m_button)
        return;
    extend(Source::Mouse, onPaper(event->position()));
    finish(Source::Mouse);
}

void DigitCanvas::tabletEvent(QTabletEvent *event)
{
    event->accept();
    const bool feelsPressure
        = event->pointingDevice()->hasCapability(QInputDevice::Capability::Pressure);
    const StrokePoint point = onPaper(event->position(), feelsPressure ? event->pressure() : 1.0);
    switch (event->type()) {
    case QEvent::TabletPress: {
        if (!isFree())
            break;
        const bool erases = event->pointerType() == QPointingDevice::PointerType::Eraser
                            || event->button() == Qt::RightButton || isErasing();
        begin(Source::Tablet, erases ? Tool::Eraser : Tool::Pen, point);
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

void DigitCanvas::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        return clear();
    const KeyboardPen::Act act = m_keyboardPen.actOf(*event);
    if (act == KeyboardPen::Act::None)
        return QWidget::keyPressEvent(event);
    if (!m_keyboardPen.place()) // the first key only fetches it
        m_keyboardPen.putAt(onPaper(m_view->frame().center()));
    else if (act == KeyboardPen::Act::Move)
        movePen(*event);
    else if (act == KeyboardPen::Act::Press)
        pressPen();
    else
        putPenAway();
    update();
}

/// What is zoomed follows the pen.
void DigitCanvas::movePen(const QKeyEvent &event)
{
    const QPointF from = m_view->fromPaper(*m_keyboardPen.place());
    const QPointF step = m_view->paper().height() * KeyboardPen::step(event);
    m_keyboardPen.putAt(m_view->toPaper(from + step));
    if (!m_view->frame().contains(m_view->fromPaper(*m_keyboardPen.place())))
        m_view->moveBy(-step);
    extend(Source::Keyboard, *m_keyboardPen.place());
}

void DigitCanvas::pressPen()
{
    if (m_source == Source::Keyboard)
        finishGesture();
    else if (m_source == Source::None)
        begin(Source::Keyboard, isErasing() ? Tool::Eraser : Tool::Pen, *m_keyboardPen.place());
}

void DigitCanvas::putPenAway()
{
    finish(Source::Keyboard);
    m_keyboardPen.putAway();
}

void DigitCanvas::focusInEvent(QFocusEvent *event)
{
    update(); // the hint tells of the keys
    QWidget::focusInEvent(event);
}

void DigitCanvas::focusOutEvent(QFocusEvent *event)
{
    putPenAway();
    update();
    QWidget::focusOutEvent(event);
}

/// With Ctrl the wheel zooms; without, it moves the paper that is larger than the widget.
void DigitCanvas::wheelEvent(QWheelEvent *event)
{
    constexpr double notch = 120.0;
    if (event->modifiers().testFlag(Qt::ControlModifier))
        m_view->zoomBy(std::pow(CanvasView::zoomStep, event->angleDelta().y() / notch),
                       event->position());
    else if (m_view->zoom() > 1.0)
        m_view->moveBy(QPointF(event->angleDelta()) / 3.0);
    else
        return QWidget::wheelEvent(event);
    event->accept();
}

void DigitCanvas::dragEnterEvent(QDragEnterEvent *event)
{
    if (mayHoldPicture(*event->mimeData()))
        event->acceptProposedAction();
}

void DigitCanvas::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_pictures->load(pictureIn(*event->mimeData()));
}

} // namespace nabla::ui
