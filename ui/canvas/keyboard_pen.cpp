// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/keyboard_pen.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPalette>

namespace nabla::ui {

namespace {

QPointF direction(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1.0, 0.0};
    case Qt::Key_Right:
        return {1.0, 0.0};
    case Qt::Key_Up:
        return {0.0, -1.0};
    case Qt::Key_Down:
        return {0.0, 1.0};
    default:
        return {};
    }
}

} // namespace

KeyboardPen::Act KeyboardPen::actOf(const QKeyEvent &event) const
{
    const Qt::KeyboardModifiers others = event.modifiers() & ~Qt::KeypadModifier;
    if (!direction(event.key()).isNull())
        return (others & ~Qt::ShiftModifier) == Qt::NoModifier ? Act::Move : Act::None;
    if (others != Qt::NoModifier)
        return Act::None;
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        return event.isAutoRepeat() ? Act::None : Act::Press;
    return event.key() == Qt::Key_Escape && m_place ? Act::PutAway : Act::None;
}

QPointF KeyboardPen::step(const QKeyEvent &event)
{
    constexpr double coarse = 0.05;
    constexpr double fine = 0.01;
    const bool isFine = event.modifiers().testFlag(Qt::ShiftModifier);
    return direction(event.key()) * (isFine ? fine : coarse);
}

void KeyboardPen::paint(QPainter &painter, QPointF place, const QPalette &palette, bool isDown)
{
    constexpr double near = 4.0;
    constexpr double far = 11.0;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.color(QPalette::Highlight), 2.0));
    for (const QPointF way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
        painter.drawLine(place + near * way, place + far * way);
    if (isDown)
        painter.drawEllipse(place, far - near, far - near);
}

} // namespace nabla::ui
