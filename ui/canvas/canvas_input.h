// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/drawing_hand.h"
#include "ui/canvas/keyboard_pen.h"

#include <QObject>

class QKeyEvent;
class QMouseEvent;
class QPainter;
class QPalette;
class QTabletEvent;
class QTouchEvent;
class QWidget;

namespace nabla::ui {

class CanvasView;

/// Which of mouse, finger, tablet pen and keys leads the hand, and to where: one at a time, and the
/// keyboard's pen gives way to any other. The right button and the other end of a tablet pen always
/// erase. It belongs to the widget that hands its events on, and gives it the focus.
class CanvasInput final : public QObject
{
    Q_OBJECT

public:
    using Tool = DrawingHand::Tool;

    CanvasInput(QWidget &widget, CanvasView &view, DrawingHand &hand);

    /// What everything else draws with.
    void setTool(Tool tool) { m_tool = tool; }

    /// One finger draws; others that join it are ignored.
    void touch(const QTouchEvent &event);
    void pressMouse(const QMouseEvent &event);
    void moveMouse(const QMouseEvent &event);
    void releaseMouse(const QMouseEvent &event);
    void useTablet(const QTabletEvent &event);

    /// Whether the keyboard's pen would take it before any shortcut.
    [[nodiscard]] bool claimsKey(const QKeyEvent &event) const;
    /// Whether it was a key of the pen's.
    [[nodiscard]] bool pressKey(const QKeyEvent &event);
    void putPenAway();
    void paintPen(QPainter &painter, const QPalette &palette) const;

private:
    enum class Source
    {
        None,
        Mouse,
        Touch,
        Tablet,
        Keyboard
    };

    void begin(Source source, Tool tool, StrokePoint point);
    void extend(Source source, StrokePoint point);
    void finish(Source source);
    void letGo();
    [[nodiscard]] bool isFree() const;
    void movePen(const QKeyEvent &event);
    void pressPen();

    QWidget &m_widget;
    CanvasView &m_view;
    DrawingHand &m_hand;
    Tool m_tool = Tool::Pen;
    Source m_source = Source::None;
    Qt::MouseButton m_button = Qt::NoButton;
    int m_touchId = 0;
    KeyboardPen m_keyboardPen;
};

} // namespace nabla::ui
