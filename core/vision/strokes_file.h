// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/stroke.h"

#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace nabla {

/// Reads drawings: JSON objects {"strokes": [[[x, y], ...], ...]}, one after the other or in a
/// list; y grows downwards, the unit does not matter. A "label": 0 ... 9 beside the strokes is
/// passed over. `name` is for messages. Throws PictureError that names the place of what is wrong;
/// at most a million points.
[[nodiscard]] std::vector<Drawing> readStrokes(std::istream &input, const std::string &name);

/// An entry of a strokes file: a drawing, and what it shows.
struct StrokesEntry
{
    Drawing drawing;
    std::optional<int> label; ///< 0 ... 9; nothing where the file does not say
};

/// The same with the labels.
[[nodiscard]] std::vector<StrokesEntry> readLabelledStrokes(std::istream &input,
                                                            const std::string &name);

/// One line that readLabelledStrokes() reads back to the same numbers, its end left out.
[[nodiscard]] std::string strokesLine(const StrokesEntry &drawing);

} // namespace nabla
