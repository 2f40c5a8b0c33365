// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_content.h"
#include "ui/canvas/ink_layer.h"
#include "ui/canvas/keyboard_pen.h"
#include "ui/canvas/stroke_smoother.h"

#include <QTimer>
#include <QWidget>

#include <cstddef>
#include <memory>
#include <vector>

class QUndoStack;

namespace nabla::ui {

class CanvasActions;
class CanvasView;
class IncomingPictures;

/// Paper to draw a digit or a number on, with mouse, finger, tablet pen or keys. It keeps strokes,
/// never pixels, in units of the paper's height, y downwards, so a drawing survives every resize.
/// The right button, the other end of a tablet pen, or the eraser tool erase. A picture of a digit
/// can lie on it in the strokes' place: pasted, dropped or opened. What cannot be read as one is
/// answered in words, and the drawing is kept.
class DigitCanvas final : public QWidget
{
    Q_OBJECT

public:
    explicit DigitCanvas(QWidget *parent = nullptr);
    ~DigitCanvas() override;

    /// Includes the stroke that is being drawn.
    [[nodiscard]] const Drawing &drawing() const { return m_content.strokes; }
    /// Null where none lies there.
    [[nodiscard]] std::shared_ptr<const CanvasPicture> picture() const { return m_content.picture; }
    [[nodiscard]] bool isEmpty() const { return m_content.isEmpty(); }
    /// Replaces the drawing; can be undone.
    void setDrawing(const Drawing &drawing);
    void clear() { setDrawing({}); }
    /// Takes the place of the strokes; can be undone.
    void setPicture(const std::shared_ptr<const CanvasPicture> &picture);
    [[nodiscard]] bool isErasing() const;

    /// For a QUndoGroup.
    [[nodiscard]] QUndoStack *undoStack() const { return m_undoStack; }
    [[nodiscard]] CanvasActions &actions() const { return *m_actions; }
    [[nodiscard]] CanvasView &view() const { return *m_view; }
    /// One that arrives takes the drawing's place, unless that changed in the meantime.
    [[nodiscard]] IncomingPictures &pictures() const { return *m_pictures; }

    /// Said on empty paper, in place of "Draw a digit".
    void setHint(const QString &hint);
    /// Lines across the paper at these x, in units of its height.
    void setCuts(const std::vector<double> &cuts);

    [[nodiscard]] QSize sizeHint() const override { return {280, 280}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 120}; }

signals:
    /// At every point that the pen adds and everything else that changes the drawing.
    void drawingChanged();

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    static constexpr double cornerRadius = 5.0; ///< of the paper, and of what is said on it

    enum class Tool
    {
        Pen,
        Eraser
    };
    enum class Source
    {
        None,
        Mouse,
        Touch,
        Tablet,
        Keyboard
    };

    void connectActions();
    void retranslate();
    void showNotice();
    void updateActions();
    void updateCursor();

    void begin(Source source, Tool tool, StrokePoint point);
    void extend(Source source, StrokePoint point);
    void finish(Source source);
    void finishGesture();
    [[nodiscard]] bool isFree() const;
    bool handleTouch(QEvent *event);
    void movePen(const QKeyEvent &event);
    void pressPen();
    void putPenAway();
    [[nodiscard]] StrokePoint onPaper(QPointF position, double pressure = 1.0) const;

    void setContent(const QString &text, const CanvasContent &content);
    void commit(const QString &text, CanvasContent before);
    void replace(std::size_t first, std::size_t count, const CanvasContent &content);
    void announce();
    void followView();
    void paintHint(QPainter &painter) const;
    void paintCuts(QPainter &painter) const;
    void paintNotice(QPainter &painter) const;

    QUndoStack *m_undoStack;
    CanvasActions *m_actions;
    CanvasView *m_view;
    IncomingPictures *m_pictures;

    CanvasContent m_content;
    QTimer m_noticeTimer; ///< takes what is said of a picture off the paper
    QString m_hint;
    std::vector<double> m_cuts;

    // The gesture under way; at its end the difference becomes one undo step.
    Source m_source = Source::None;
    Tool m_tool = Tool::Pen;
    Qt::MouseButton m_button = Qt::NoButton;
    int m_touchId = 0;
    StrokePoint m_last;
    StrokeSmoother m_smoother;
    CanvasContent m_before;

    KeyboardPen m_keyboardPen;
    InkLayer m_ink;
};

} // namespace nabla::ui
