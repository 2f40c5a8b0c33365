// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/stroke.h"

#include <QUndoCommand>

#include <cstddef>
#include <functional>

namespace nabla::ui {

/// One step of the canvas's undo: some neighbouring strokes were replaced by others. It keeps the
/// strokes that differ only, so that a long history stays small.
class StrokeEdit final : public QUndoCommand
{
public:
    /// Puts strokes in the place of `count` strokes from `first` on.
    using Replace
        = std::function<void(std::size_t first, std::size_t count, const Drawing &strokes)>;

    StrokeEdit(const QString &text, const Drawing &before, const Drawing &after, Replace replace);

    void undo() override { m_replace(m_first, m_added.size(), m_removed); }
    void redo() override { m_replace(m_first, m_removed.size(), m_added); }

private:
    std::size_t m_first = 0;
    Drawing m_removed;
    Drawing m_added;
    Replace m_replace;
};

} // namespace nabla::ui
