// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/initializer.h"

#include "core/math/catalogue.h"

#include <cmath>

namespace nabla {

namespace {

double fan(int inputs)
{
    return static_cast<double>(inputs);
}

constexpr Initializer initializerTable[] = {
    {"large", [](int, int) { return 1.0; }, 1.0},
    {"scaled", [](int inputs, int) { return 1.0 / std::sqrt(fan(inputs)); }, 1.0},
    {"glorot",
     [](int inputs, int outputs) { return std::sqrt(2.0 / (fan(inputs) + fan(outputs))); }, 0.0},
    {"he", [](int inputs, int) { return std::sqrt(2.0 / fan(inputs)); }, 0.0},
    {"zeros", [](int, int) { return 0.0; }, 0.0},
};

} // namespace

std::span<const Initializer> initializers()
{
    return initializerTable;
}

const Initializer &findInitializer(std::string_view id)
{
    return findEntry<Initializer>(initializerTable, id, "initializer");
}

} // namespace nabla
