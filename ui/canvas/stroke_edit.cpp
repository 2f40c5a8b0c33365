// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/stroke_edit.h"

#include <algorithm>
#include <iterator>

namespace nabla::ui {

StrokeEdit::StrokeEdit(const QString &text, const Drawing &before, const Drawing &after,
                       Replace replace)
    : QUndoCommand(text)
    , m_replace(std::move(replace))
{
    const auto [removed, added]
        = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    m_first = static_cast<std::size_t>(removed - before.begin());
    const auto [removedEnd, addedEnd]
        = std::mismatch(before.rbegin(), std::make_reverse_iterator(removed), after.rbegin(),
                        std::make_reverse_iterator(added));
    m_removed.assign(removed, removedEnd.base());
    m_added.assign(added, addedEnd.base());
}

} // namespace nabla::ui
