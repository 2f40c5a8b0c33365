// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/sparse_inputs.h"
#include "core/kernels/update_rule.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace nabla::inline NABLA_PRECISION {

/// Numbers of some examples, one example a column of `stride` numbers (a multiple of vectorWidth),
/// aligned to 64 bytes.
template <class T>
struct BlockOf
{
    T *data = nullptr;
    int stride = 0;
    int examples = 0;
};
using Block = BlockOf<Scalar>;
using ConstBlock = BlockOf<const Scalar>;

/// An activation function over n numbers (a multiple of vectorWidth, aligned) of any examples; z
/// and a, or a and delta, may be the same storage.
struct ActivationKernel
{
    void (*apply)(const Scalar *z, Scalar *a, std::size_t n); ///< a = f(z)
    /// delta <- delta f'(z); f' is a function of a alone.
    void (*multiplyByDerivative)(const Scalar *a, Scalar *delta, std::size_t n);
};

/// Moves n parameters (a multiple of vectorWidth, aligned) against their gradient; first and second
/// are the optimizer's states, unused where it has fewer.
using UpdateKernel = void (*)(const UpdateRule &rule, Scalar *parameters, const Scalar *gradient,
                              Scalar *first, Scalar *second, std::size_t n);

/// The inner loops of training, written for one instruction set. Everything is aligned to 64 bytes,
/// strides are multiples of vectorWidth and the padding of W, b, delta and y is zero. The sets
/// differ in the order of summation and in rounding: equal results are promised within one set
/// only. A NaN or an infinity that goes in comes out as one.
///
/// W holds the weights as [input][output]: row i, `stride` numbers, those that leave input i.
struct Kernels
{
    const char *id; ///< "avx512", "avx2", "sse4", "neon", "plain"

    // Sparse inputs x of a first layer.

    /// Index and pixel into offset and scale * value / 255. `upcoming` rows are brought into the
    /// cache on the way.
    void (*decode)(std::span<const SparseRow> rows, std::span<const SparseRow> upcoming, int stride,
                   Scalar scale, SparseInputs &x);
    /// z_j = b + sum_i x_ij W_i
    void (*weighSparseInputs)(const SparseInputs &x, const Scalar *W, const Scalar *b, int stride,
                              Scalar *z);
    /// W_i += factor sum_j x_ij delta_j
    void (*addSparseProducts)(const SparseInputs &x, Scalar factor, const Scalar *delta, int stride,
                              Scalar *W);

    // Dense inputs a of the other layers.

    /// z_j = b + sum_i a_ij W_i
    void (*weighInputs)(ConstBlock a, int inputs, const Scalar *W, const Scalar *b, Block z);
    /// W_i = kept W_i + factor sum_j a_ij delta_j
    void (*addProducts)(ConstBlock a, int inputs, ConstBlock delta, Scalar kept, Scalar factor,
                        Scalar *W);
    /// before_ij = W_i . delta_j; the padding of `before` becomes zero.
    void (*propagate)(ConstBlock delta, int inputs, const Scalar *W, Block before);
    /// sum += sum_j delta_j
    void (*addColumns)(ConstBlock delta, Scalar *sum);
    /// Sum of n squares, in double; n a multiple of vectorWidth.
    double (*squaredNorm)(const Scalar *values, std::size_t n);

    ActivationKernel sigmoid;
    ActivationKernel tanh;
    ActivationKernel relu;
    ActivationKernel leakyRelu;
    /// Of the first `outputs` numbers of each example; the others become zero. Chapter 3, equation
    /// 78.
    void (*softmax)(ConstBlock z, int outputs, Block a);

    // Costs of the first `outputs` numbers of every example, summed in double.

    /// sum (a - y)^2 / 2
    double (*quadraticCost)(ConstBlock a, int outputs, const Scalar *y);
    /// sum of max(z, 0) - z y + ln(1 + e^-|z|): the cross-entropy of sigmoid outputs, from z.
    double (*crossEntropyCost)(ConstBlock z, int outputs, const Scalar *y);
    /// sum over the examples of ln sum_k e^z_k - sum_k z_k y_k: the log-likelihood cost of softmax
    /// outputs, from z.
    double (*logLikelihoodCost)(ConstBlock z, int outputs, const Scalar *y);
    /// delta = a - y; its padding becomes zero.
    void (*subtract)(ConstBlock a, int outputs, const Scalar *y, Scalar *delta);

    // Updates; core/train/optimizer.h names their rules.

    UpdateKernel descend; ///< gradient descent
    UpdateKernel roll; ///< momentum
    UpdateKernel rollAhead; ///< Nesterov
    UpdateKernel scaleByRootMeanSquare; ///< RMSProp
    UpdateKernel adapt; ///< Adam
};

/// f' of leaky ReLU below zero (Maas, Hannun & Ng 2013).
inline constexpr Scalar leak = Scalar(0.01);

/// The sets that this processor can run, the best first, the plain one last.
[[nodiscard]] std::span<const Kernels *const> supportedKernels();
[[nodiscard]] const Kernels &bestKernels();
/// Throws std::invalid_argument that names those that this processor can run.
[[nodiscard]] const Kernels &findKernels(std::string_view id);
/// Of this id, or the best where this processor has none.
[[nodiscard]] const Kernels &kernelsOrBest(std::string_view id);

} // namespace nabla::inline NABLA_PRECISION
