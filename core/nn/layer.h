// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/precision.h"
#include "core/nn/input_batch.h"

#include <cstddef>
#include <functional>

namespace nabla {
class Digest;
class RandomStream;
struct Initializer;
} // namespace nabla

namespace nabla::inline NABLA_PRECISION {

struct Activation;

/// What a pass leaves behind in one layer: stride() x examples each, one example a column, rows
/// beyond outputSize() are padding.
struct LayerState
{
    Matrix weightedInput; ///< z^l
    Matrix activation; ///< a^l
    Matrix error; ///< delta^l = dC/dz^l

    void resize(Eigen::Index stride, Eigen::Index examples);
};

/// What a layer is fed: the examples themselves (the first layer) or the activations of the layer
/// before. Exactly one of the two is set.
struct LayerInput
{
    const InputBatch *batch = nullptr;
    const Matrix *activation = nullptr;
};

/// One layer of a network, without its parameters: those live in the network's buffer and are
/// passed in, weights first, then biases. Immutable and thread-safe: what a pass computes goes into
/// states. Dense now; convolution, pooling and batch normalisation fit the same five verbs.
class Layer
{
public:
    virtual ~Layer() = default;

    [[nodiscard]] virtual int inputSize() const = 0;
    [[nodiscard]] virtual int outputSize() const = 0;
    [[nodiscard]] virtual const Activation &activation() const = 0;
    /// Rows of the states' matrices: outputSize() padded to the vector width.
    [[nodiscard]] virtual int stride() const = 0;
    /// Parameters with their padding: a multiple of the vector width.
    [[nodiscard]] virtual std::size_t parameterCount() const = 0;
    /// The first so many parameters are weights (regularised), the others biases (not).
    [[nodiscard]] virtual std::size_t weightCount() const = 0;

    virtual void initialize(Scalar *parameters, const Initializer &initializer,
                            RandomStream &stream) const = 0;
    /// z = W a_in + b and a = f(z), into the state (already resized).
    virtual void forward(const Scalar *parameters, const LayerInput &input,
                         LayerState &state) const = 0;
    /// Adds dC/dparameters, summed over the examples, to the gradient.
    virtual void accumulateGradient(const LayerInput &input, const LayerState &state,
                                    Scalar *gradient) const = 0;
    /// dC/da of the layer before, from this layer's error, into its error.
    virtual void propagateError(const Scalar *parameters, const LayerState &state,
                                LayerState &before) const = 0;
    /// Turns dC/da in state.error into delta = dC/dz.
    virtual void multiplyByDerivative(LayerState &state) const = 0;

    /// False when it was abandoned (asked between neurons; an empty function never abandons).
    virtual bool addToDigest(const Scalar *parameters, Digest &digest,
                             const std::function<bool()> &abandon) const = 0;
};

} // namespace nabla::inline NABLA_PRECISION
