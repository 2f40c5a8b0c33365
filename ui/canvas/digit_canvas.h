// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/stroke.h"
#include "ui/canvas/ink_layer.h"

#include <QWidget>

#include <cstddef>

class QAction;
class QUndoStack;

namespace nabla::ui {

/// A square of paper to draw a digit on, with mouse, finger or tablet pen. It keeps strokes, never
/// pixels, in units of the paper's side, y downwards, so a drawing survives every resize. The right
/// button, the other end of a tablet pen, or the eraser tool erase.
class DigitCanvas final : public QWidget
{
    Q_OBJECT

public:
    explicit DigitCanvas(QWidget *parent = nullptr);
    ~DigitCanvas() override;

    /// Includes the stroke that is being drawn.
    [[nodiscard]] const Drawing &drawing() const { return m_drawing; }
    /// Replaces the drawing; can be undone.
    void setDrawing(const Drawing &drawing);
    void clear() { setDrawing({}); }
    [[nodiscard]] bool isErasing() const;

    /// For a QUndoGroup.
    [[nodiscard]] QUndoStack *undoStack() const { return m_undoStack; }
    [[nodiscard]] QAction *undoAction() const { return m_undo; }
    [[nodiscard]] QAction *redoAction() const { return m_redo; }
    [[nodiscard]] QAction *eraserAction() const { return m_eraser; } ///< checkable
    [[nodiscard]] QAction *clearAction() const { return m_clear; }

    /// The square inside the widget that is drawn on.
    [[nodiscard]] QRectF paper() const;
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
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;

private:
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
        Tablet
    };

    void makeActions();
    void retranslate();
    void updateActions();
    void updateCursor();

    void begin(Source source, Tool tool, QPointF position);
    void extend(Source source, QPointF position);
    void finish(Source source);
    void finishGesture();
    bool handleTouch(QEvent *event);
    [[nodiscard]] StrokePoint onPaper(QPointF position) const;

    void commit(const QString &text, Drawing before);
    void replaceStrokes(std::size_t first, std::size_t count, const Drawing &strokes);
    void announce();

    QUndoStack *m_undoStack;
    QAction *m_undo;
    QAction *m_redo;
    QAction *m_eraser;
    QAction *m_clear;

    Drawing m_drawing;

    // The gesture under way; at its end the difference becomes one undo step.
    Source m_source = Source::None;
    Tool m_tool = Tool::Pen;
    Qt::MouseButton m_button = Qt::NoButton;
    int m_touchId = 0;
    StrokePoint m_last;
    Drawing m_before;

    InkLayer m_ink;
};

} // namespace nabla::ui
