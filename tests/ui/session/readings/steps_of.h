// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/readings/image_readings.h"

#include <cstdint>
#include <vector>

namespace nabla::ui::test {

inline std::vector<std::uint64_t> stepsOf(const ImageReadings &readings)
{
    std::vector<std::uint64_t> steps;
    for (const ImageReading &reading : readings.all())
        steps.push_back(reading.step);
    return steps;
}

} // namespace nabla::ui::test
