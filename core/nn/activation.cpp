// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/activation.h"

#include "core/math/catalogue.h"

#include <algorithm>

namespace nabla::inline NABLA_PRECISION {

namespace {

std::size_t sizeOf(const auto &block)
{
    return static_cast<std::size_t>(block.stride) * static_cast<std::size_t>(block.examples);
}

/// a_j (delta_j - sum_k delta_k a_k): the derivative of softmax is a matrix, da_k/dz_j = a_k ([j =
/// k] - a_j).
void multiplyBySoftmaxDerivative(ConstBlock a, int outputs, Block delta)
{
    for (int j = 0; j < delta.examples; ++j) {
        const Scalar *of = a.data + static_cast<std::ptrdiff_t>(j) * a.stride;
        Scalar *error = delta.data + static_cast<std::ptrdiff_t>(j) * delta.stride;
        Scalar mean = 0;
        for (int k = 0; k < outputs; ++k)
            mean += of[k] * error[k];
        for (int k = 0; k < outputs; ++k)
            error[k] = of[k] * (error[k] - mean);
    }
}

constexpr Activation activationTable[] = {
    {"sigmoid", &Kernels::sigmoid, 0.25, Silence::Saturation},
    {"tanh", &Kernels::tanh, 1.0, Silence::Saturation},
    {"relu", &Kernels::relu, 1.0, Silence::Rectification},
    {"leaky-relu", &Kernels::leakyRelu, 1.0, Silence::Never},
    {"linear", nullptr, 1.0, Silence::Never},
    {"softmax", nullptr, 1.0, Silence::Never, true},
};

} // namespace

void Activation::apply(const Kernels &kernels, ConstBlock z, int outputs, Block a) const
{
    if (elementwise)
        (kernels.*elementwise).apply(z.data, a.data, sizeOf(z));
    else if (isOfWholeExample)
        kernels.softmax(z, outputs, a);
    else
        std::copy_n(z.data, sizeOf(z), a.data);
}

void Activation::multiplyByDerivative(const Kernels &kernels, ConstBlock a, int outputs,
                                      Block delta) const
{
    if (elementwise)
        (kernels.*elementwise).multiplyByDerivative(a.data, delta.data, sizeOf(a));
    else if (isOfWholeExample)
        multiplyBySoftmaxDerivative(a, outputs, delta);
}

std::span<const Activation> activations()
{
    return activationTable;
}

const Activation &findActivation(std::string_view id)
{
    return findEntry<Activation>(activationTable, id, "activation");
}

} // namespace nabla::inline NABLA_PRECISION
