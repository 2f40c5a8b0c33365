// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_content.h"

#include <QUndoCommand>

#include <cstddef>
#include <functional>

namespace nabla::ui {

/// One step of the canvas's undo: some neighbouring strokes were replaced by others, or a picture
/// came or went. It keeps the strokes that differ only, so that a long history stays small.
class StrokeEdit final : public QUndoCommand
{
public:
    /// Puts content in the place of `count` strokes from `first` on and of the picture.
    using Replace
        = std::function<void(std::size_t first, std::size_t count, const CanvasContent &content)>;

    StrokeEdit(const QString &text, const CanvasContent &before, const CanvasContent &after,
               Replace replace);

    void undo() override { m_replace(m_first, m_added.strokes.size(), m_removed); }
    void redo() override { m_replace(m_first, m_removed.strokes.size(), m_added); }

private:
    std::size_t m_first = 0;
    CanvasContent m_removed;
    CanvasContent m_added;
    Replace m_replace;
};

} // namespace nabla::ui
