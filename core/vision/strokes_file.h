// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/stroke.h"

#include <istream>
#include <string>
#include <vector>

namespace nabla {

/// Reads drawings: JSON objects {"strokes": [[[x, y], ...], ...]}, one after the other or in a
/// list; y grows downwards, the unit does not matter. `name` is for messages. Throws PictureError
/// that names the place of what is wrong; at most a million points.
[[nodiscard]] std::vector<Drawing> readStrokes(std::istream &input, const std::string &name);

} // namespace nabla
