// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book_curves.h"
#include "ui/plots/curves/scope_reference.h"
#include "ui/session/frame.h"

#include <span>

namespace nabla::ui {

/// The learning speeds that the book recorded, where the frame's run follows the book's protocol
/// and no knob of it was turned; otherwise nothing.
[[nodiscard]] std::span<const RecordedSpeeds> bookSpeedsOf(const Frame &frame);

/// As circles in the layers' colours; empty where there are none.
[[nodiscard]] ScopeReference bookReference(std::span<const RecordedSpeeds> rows, bool isDark);

} // namespace nabla::ui
