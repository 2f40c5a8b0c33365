// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/drawing_hand.h"

#include "ui/canvas/canvas_sheet.h"
#include "ui/canvas/stroke_geometry.h"

namespace nabla::ui {

using Change = CanvasSheet::Change;

DrawingHand::DrawingHand(CanvasSheet &sheet, QObject *parent)
    : QObject(parent)
    , m_sheet(sheet)
{
    connect(&m_sheet, &CanvasSheet::aboutToBeReplaced, this, &DrawingHand::lift);
    connect(&m_sheet, &CanvasSheet::changeEnded, this, &DrawingHand::lifted);
}

bool DrawingHand::isDrawing() const
{
    return m_sheet.isChanging() && m_tool == Tool::Pen;
}

void DrawingHand::putDown(Tool tool, StrokePoint point)
{
    lift();
    m_tool = tool;
    m_last = point;
    m_sheet.beginChange();
    CanvasContent &content = m_sheet.underChange();
    if (tool == Tool::Pen) {
        content.picture.reset();
        content.strokes.push_back({point});
        m_smoother.begin(point);
    } else {
        content.strokes = erased(content.strokes, point, point, eraserRadius);
    }
    m_sheet.tellChange(tool == Tool::Pen ? Change::Growth : Change::Other);
}

void DrawingHand::moveTo(StrokePoint point)
{
    if (!m_sheet.isChanging() || (point.x == m_last.x && point.y == m_last.y))
        return;
    Drawing &strokes = m_sheet.underChange().strokes;
    bool grows = false;
    if (m_tool == Tool::Pen)
        grows = !m_smoother.extend(strokes.back(), point);
    else
        strokes = erased(strokes, m_last, point, eraserRadius);
    m_last = point;
    m_sheet.tellChange(grows ? Change::Growth : Change::Other);
}

void DrawingHand::lift()
{
    if (!m_sheet.isChanging())
        return;
    if (m_tool == Tool::Pen)
        m_smoother.finish(m_sheet.underChange().strokes.back());
    m_sheet.endChange(m_tool == Tool::Pen ? tr("Stroke") : tr("Erase"));
}

} // namespace nabla::ui
