// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/stroke_edit.h"

#include <algorithm>
#include <iterator>

namespace nabla::ui {

StrokeEdit::StrokeEdit(const QString &text, const CanvasContent &before, const CanvasContent &after,
                       Replace replace)
    : QUndoCommand(text)
    , m_removed{{}, before.picture}
    , m_added{{}, after.picture}
    , m_replace(std::move(replace))
{
    const Drawing &old = before.strokes;
    const Drawing &drawn = after.strokes;
    const auto [removed, added] = std::mismatch(old.begin(), old.end(), drawn.begin(), drawn.end());
    m_first = static_cast<std::size_t>(removed - old.begin());
    const auto [removedEnd, addedEnd]
        = std::mismatch(old.rbegin(), std::make_reverse_iterator(removed), drawn.rbegin(),
                        std::make_reverse_iterator(added));
    m_removed.strokes.assign(removed, removedEnd.base());
    m_added.strokes.assign(added, addedEnd.base());
}

} // namespace nabla::ui
