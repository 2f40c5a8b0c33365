// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimizer.h"

#include "core/math/catalogue.h"

namespace nabla::inline NABLA_PRECISION {

namespace {

constexpr Optimizer optimizerTable[] = {
    {"sgd", 0, &Kernels::descend},        {"momentum", 1, &Kernels::roll},
    {"nesterov", 1, &Kernels::rollAhead}, {"rmsprop", 1, &Kernels::scaleByRootMeanSquare},
    {"adam", 2, &Kernels::adapt},
};

} // namespace

std::span<const Optimizer> optimizers()
{
    return optimizerTable;
}

const Optimizer &findOptimizer(std::string_view id)
{
    return findEntry<Optimizer>(optimizerTable, id, "optimizer");
}

} // namespace nabla::inline NABLA_PRECISION
