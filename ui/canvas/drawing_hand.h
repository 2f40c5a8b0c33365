// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/stroke.h"
#include "ui/canvas/stroke_smoother.h"

#include <QObject>

namespace nabla::ui {

class CanvasSheet;

/// The hand that draws on a sheet: it puts a pen or an eraser down, moves it and lifts it, and what
/// it did in between is one step of the sheet's history. It knows no events: who tells it what to
/// do may be a mouse as well as a lesson. Points are in units of the paper's height.
class DrawingHand final : public QObject
{
    Q_OBJECT

public:
    enum class Tool
    {
        Pen,
        Eraser
    };
    static constexpr double eraserRadius = 0.05;

    /// The sheet must outlive it.
    explicit DrawingHand(CanvasSheet &sheet, QObject *parent = nullptr);

    /// A stroke takes a picture's place.
    void putDown(Tool tool, StrokePoint point);
    void moveTo(StrokePoint point);
    void lift();
    /// Whether a stroke grows.
    [[nodiscard]] bool isDrawing() const;

signals:
    /// By lift(), or because something else was done to the sheet.
    void lifted();

private:
    CanvasSheet &m_sheet;
    Tool m_tool = Tool::Pen;
    StrokePoint m_last;
    StrokeSmoother m_smoother;
};

} // namespace nabla::ui
