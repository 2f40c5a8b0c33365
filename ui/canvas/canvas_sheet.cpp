// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_sheet.h"

#include "ui/canvas/stroke_edit.h"

#include <QUndoStack>

#include <utility>

namespace nabla::ui {

CanvasSheet::CanvasSheet(QObject *parent)
    : QObject(parent)
    , m_undoStack(new QUndoStack(this))
{
}

CanvasSheet::~CanvasSheet()
{
    // It clears itself at its end, when only a QObject or a QWidget is left of those who listen.
    m_undoStack->blockSignals(true);
}

void CanvasSheet::setDrawing(const Drawing &drawing)
{
    setContent(drawing.empty() ? tr("Clear") : tr("Draw"), {drawing});
}

void CanvasSheet::setPicture(const std::shared_ptr<const CanvasPicture> &picture)
{
    setContent(tr("Picture"), {{}, picture});
}

void CanvasSheet::setContent(const QString &text, const CanvasContent &content)
{
    emit aboutToBeReplaced();
    takeChangeBack(); // where nobody has ended it
    commit(text, std::exchange(m_content, content));
}

void CanvasSheet::beginChange()
{
    m_before = m_content;
}

void CanvasSheet::tellChange(Change change)
{
    emit drawingChanged(change);
}

void CanvasSheet::endChange(const QString &text)
{
    CanvasContent before = std::move(*m_before);
    m_before.reset();
    emit changeEnded();
    commit(text, std::move(before));
}

/// Makes the way from `before` to the content as it is now one undo step.
void CanvasSheet::commit(const QString &text, CanvasContent before)
{
    if (before == m_content)
        return;
    const CanvasContent after = std::exchange(m_content, std::move(before));
    m_undoStack->push(
        new StrokeEdit(text, m_content, after,
                       [this](std::size_t first, std::size_t count, const CanvasContent &content) {
                           replace(first, count, content);
                       }));
}

void CanvasSheet::replace(std::size_t first, std::size_t count, const CanvasContent &content)
{
    takeChangeBack(); // undone from elsewhere in the middle of a stroke
    Drawing &strokes = m_content.strokes;
    const auto begin = strokes.begin() + static_cast<std::ptrdiff_t>(first);
    const auto next = strokes.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
    strokes.insert(next, content.strokes.begin(), content.strokes.end());
    m_content.picture = content.picture;
    emit drawingChanged(Change::Other);
}

void CanvasSheet::takeChangeBack()
{
    if (!m_before)
        return;
    m_content = std::move(*m_before);
    m_before.reset();
    emit changeEnded();
}

} // namespace nabla::ui
