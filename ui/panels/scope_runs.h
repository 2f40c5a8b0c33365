// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/curves/scope_record.h"
#include "ui/session/frame.h"

namespace nabla::ui {

/// The frame's runs as a scope takes them; valid as long as the frame. Runs whose experiments and
/// turned knobs differ in nothing but the seed are of one setup.
[[nodiscard]] ScopeRuns scopeRuns(const Frame &frame);

} // namespace nabla::ui
