// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/kernels.h"
#include "core/math/precision.h"
#include "core/nn/input_batch.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace nabla {
class Digest;
class RandomStream;
struct Initializer;
} // namespace nabla

namespace nabla::inline NABLA_PRECISION {

struct Activation;

/// Batch normalisation and dropout behave differently while a network learns and while it reads.
enum class Phase
{
    Training,
    Evaluation
};

/// A matrix as the kernels take it: the stored rows of every column.
[[nodiscard]] inline Block blockOf(Matrix &matrix)
{
    return {matrix.data(), static_cast<int>(matrix.rows()), static_cast<int>(matrix.cols())};
}
[[nodiscard]] inline ConstBlock blockOf(const Matrix &matrix)
{
    return {matrix.data(), static_cast<int>(matrix.rows()), static_cast<int>(matrix.cols())};
}

/// What a pass leaves behind in one layer: stride() x examples each, one example a column, rows
/// beyond outputSize() are padding.
struct LayerState
{
    Matrix weightedInput; ///< z^l
    Matrix activation; ///< a^l
    Matrix error; ///< delta^l = dC/dz^l
    /// Dropout: what a^l is multiplied by on its way to the next layer, 0 or 1/(1 - p). Drawn by
    /// drawDropoutMasks(); empty: everything passes.
    Matrix mask;
    Matrix dropped; ///< a^l (.) mask, where there is a mask
    /// Of a layer with batch normalisation.
    struct Normalization
    {
        Matrix normalized; ///< x-hat = (x - mean) / deviation of x = W a_in
        Matrix error; ///< dC/dx
        Vector mean; ///< over the mini-batch
        Vector variance;
        Vector deviation; ///< what x - mean was divided by: of the mini-batch or the running one
    } normalization;
    Phase phase = Phase::Evaluation; ///< of the last forward pass
    SparseInputs inputs; ///< of a layer that is fed the examples: as the kernels take them

    void resize(Eigen::Index stride, Eigen::Index examples);
    /// What the next layer is fed.
    [[nodiscard]] const Matrix &output() const { return mask.size() == 0 ? activation : dropped; }
};

/// What a layer is fed: the examples themselves (the first layer) or what the layer before passes
/// on. Exactly one of the two is set.
struct LayerInput
{
    const InputBatch *batch = nullptr;
    const Matrix *activation = nullptr;
};

/// The numbers of one layer, which the network owns: parameters are learned by their gradient,
/// statistics by watching mini-batches.
struct LayerNumbers
{
    const Scalar *parameters = nullptr;
    const Scalar *statistics = nullptr;
    /// The stored weights times this are the weights; other than 1 only where a network keeps the
    /// decay of the first layer aside (Network::descendWeights()).
    Scalar weightScale = 1;
};

/// Some numbers of a layer as files hold them: rows x columns, columns 0 for a vector.
struct LayerTensor
{
    std::string name; ///< "weights", "biases", "scale", ...
    int rows = 0;
    int columns = 0;
    bool isStatistic = false; ///< where it lies: among the statistics or the parameters
    std::size_t offset = 0; ///< of element (0, 0)
    std::size_t rowStep = 0; ///< distance of neighbours in a column
    std::size_t columnStep = 0; ///< and in a row
};

/// One layer of a network, without its numbers: those live in the network's buffers and are passed
/// in, the parameters as weights, then biases, then whatever else there is. Immutable and
/// thread-safe: what a pass computes goes into states. A layer kind is these verbs; a network of
/// any kinds trains, is saved and has its gradient checked without knowing which (convolution and
/// pooling included: a convolution's inputs and outputs are its maps, one after the other).
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
    /// The first so many parameters are weights (regularised), the others are not.
    [[nodiscard]] virtual std::size_t weightCount() const = 0;
    /// Biases follow the weights; the norm of their gradient is the layer's learning speed.
    [[nodiscard]] virtual int biasCount() const { return outputSize(); }
    /// Numbers that are gathered rather than learned: a multiple of the vector width.
    [[nodiscard]] virtual std::size_t statisticsCount() const { return 0; }
    /// Every number that decides what the layer answers, without padding, in the order of the
    /// digest; the first two are weights and biases.
    [[nodiscard]] virtual std::vector<LayerTensor> tensors() const = 0;

    virtual void initialize(Scalar *parameters, Scalar *statistics, const Initializer &initializer,
                            RandomStream &stream) const = 0;
    /// z = W a_in + b and a = f(z), into the state (already resized).
    virtual void forward(const LayerNumbers &numbers, const LayerInput &input, LayerState &state,
                         Phase phase) const = 0;
    /// Turns dC/da in state.error into delta = dC/dz, of the last forward pass.
    virtual void multiplyByDerivative(const LayerNumbers &numbers, LayerState &state) const = 0;
    /// Adds dC/d(biases and all other parameters that are no weights), summed over the examples, to
    /// the gradient.   (BP3)
    virtual void accumulateBiasGradient(const LayerState &state, Scalar *gradient) const = 0;
    /// Adds dC/dweights, summed over the examples, to the gradient.   (BP4)
    virtual void accumulateWeightGradient(const LayerInput &input, const LayerState &state,
                                          Scalar *gradient) const = 0;
    /// Whether descendWeights() may be called.
    [[nodiscard]] virtual bool canDescend() const { return false; }
    /// weights <- kept weights + factor dC/dweights, without a gradient in memory. A layer that is
    /// fed the examples touches the weights of non-zero inputs alone and is asked for kept = 1; its
    /// dC/dweights is of the inputs in the state, which carry the weight scale of the forward pass.
    virtual void descendWeights(const LayerInput & /*input*/, const LayerState & /*state*/,
                                double /*kept*/, double /*factor*/, Scalar * /*parameters*/) const
    {
    }
    /// dC/da of the layer before, from this layer's error, into its error.
    virtual void propagateError(const LayerNumbers &numbers, const LayerState &state,
                                LayerState &before) const = 0;
    /// Takes what a training pass saw into the statistics.
    virtual void gatherStatistics(const LayerState &, Scalar * /*statistics*/) const {}
    /// Shrinks the weights that enter a neuron to this Euclidean norm where theirs is larger
    /// (max-norm, Srivastava et al. 2014).
    virtual void limitWeightNorm(Scalar *parameters, double norm) const = 0;
};

} // namespace nabla::inline NABLA_PRECISION
