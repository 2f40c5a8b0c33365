// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digits/digit_writer.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace nabla::test {

/// Some digits of one height beside each other, as the built-in hands write them.
struct WrittenNumber
{
    std::string digits;
    Drawing drawing;
};

/// `count` random digits, their boxes `gap` heights apart (0: they touch; below: they overlap).
inline WrittenNumber writeNumber(const DigitStyle &style, std::uint64_t seed, std::uint64_t index,
                                 int count, double gap)
{
    DigitRandom random(seed, index);
    WrittenNumber number;
    double right = 0.0;
    for (int i = 0; i < count; ++i) {
        const int digit = static_cast<int>(random.next() % 10);
        Drawing drawing = writeDigit(style, digit, random);
        constexpr double infinite = std::numeric_limits<double>::infinity();
        double left = infinite, top = infinite, width = 0.0, bottom = -infinite;
        for (const Stroke &stroke : drawing) {
            for (const StrokePoint &point : stroke) {
                left = std::min(left, point.x);
                top = std::min(top, point.y);
                bottom = std::max(bottom, point.y);
            }
        }
        for (Stroke &stroke : drawing) {
            for (StrokePoint &point : stroke) {
                point = {(point.x - left) / (bottom - top), (point.y - top) / (bottom - top)};
                width = std::max(width, point.x);
                point.x += right;
            }
            number.drawing.push_back(std::move(stroke));
        }
        right += width + gap;
        number.digits += static_cast<char>('0' + digit);
    }
    return number;
}

} // namespace nabla::test
