// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace nabla {

/// How the parameters of a layer are drawn: normally distributed with these standard deviations.
struct Initializer
{
    const char *id;
    double (*weightDeviation)(int inputs, int outputs);
    double biasDeviation;
};

/// "large": N(0, 1) for all (chapter 1); "scaled": weights N(0, 1/n_in), biases N(0, 1) (chapter 3,
/// "Weight initialization"). With biases 0: "glorot": weights N(0, 2/(n_in + n_out)) (Glorot &
/// Bengio 2010); "he": N(0, 2/n_in), for ReLU (He et al. 2015); "zeros": all 0, with which the
/// neurons of a layer stay equal for ever.
[[nodiscard]] std::span<const Initializer> initializers();
/// Throws std::invalid_argument that names the known ones.
[[nodiscard]] const Initializer &findInitializer(std::string_view id);

} // namespace nabla
