// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/mnist_raster.h"
#include "core/vision/stroke.h"

#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace nabla {

/// Reads drawings: JSON objects {"strokes": [[[x, y], ...], ...]}, one after the other or in a
/// list; y grows downwards, the unit does not matter. A third number of a point is the pen's
/// pressure, 0 ... 1; a "label": 0 ... 9 beside the strokes is passed over. `name` is for messages.
/// Throws PictureError that names the place of what is wrong; at most a million points.
[[nodiscard]] std::vector<Drawing> readStrokes(std::istream &input, const std::string &name);

/// An entry of a strokes file: a drawing, and what it shows.
struct StrokesEntry
{
    Drawing drawing;
    std::optional<int> label = std::nullopt; ///< 0 ... 9; nothing where the file does not say
    /// A prepared picture in the strokes' place: "pixels", 28 * 28 numbers 0 ... 255 row by row.
    std::optional<Raster> pixels = std::nullopt;
};

/// The same with the labels, and with pictures.
[[nodiscard]] std::vector<StrokesEntry> readLabelledStrokes(std::istream &input,
                                                            const std::string &name);

/// One line that readLabelledStrokes() reads back to the same numbers, its end left out.
[[nodiscard]] std::string strokesLine(const StrokesEntry &drawing);

} // namespace nabla
