// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/stroke.h"

#include <span>
#include <string_view>
#include <vector>

namespace nabla {

/// One way of writing a digit, typed by hand. The path is a list of control points "x,y" in percent
/// of the digit's height, x to the right and y down; '/' lifts the pen; '!' after a point is a
/// corner, everywhere else the line passes smoothly.
struct DigitTemplate
{
    int digit = 0;
    double weight = 1.0; ///< how often it is written, relative to the others of its digit
    std::string_view path;
};

/// Every template, ordered by digit.
[[nodiscard]] std::span<const DigitTemplate> digitTemplates();

struct ControlPoint
{
    StrokePoint position; ///< 1 is the digit's height
    bool corner = false;
};

using ControlStroke = std::vector<ControlPoint>;

/// Throws std::invalid_argument for a malformed path.
[[nodiscard]] std::vector<ControlStroke> parseTemplatePath(std::string_view path);

} // namespace nabla
