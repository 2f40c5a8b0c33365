// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/activation.h"
#include "ui/plots/pictures/response_curve.h"

namespace nabla::ui {

/// f and f' of an activation function over these bins, as the kernels of the training compute them.
/// Nothing for softmax, whose derivative is a matrix.
[[nodiscard]] std::optional<ResponseCurve> responseOf(const Activation &activation,
                                                      const BinScale &bins);

} // namespace nabla::ui
