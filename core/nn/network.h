// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/aligned_buffer.h"
#include "core/nn/architecture.h"
#include "core/nn/input_batch.h"
#include "core/nn/layer.h"
#include "core/nn/output_code.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nabla {
class RandomStream;
struct Initializer;
} // namespace nabla

namespace nabla::inline NABLA_PRECISION {

/// Everything that one forward (and backward) pass writes: owned by the caller, reused.
struct Workspace
{
    std::vector<LayerState> layers;
    Matrix target; ///< y of the last backward pass or judgement, laid out like the outputs
};

/// A feed-forward network: layers, all their parameters in one aligned buffer, and their statistics
/// in another. Copying copies the numbers and shares the (immutable) layers. Every query is const
/// and safe from any thread.
class Network
{
public:
    /// Fully connected layers. Parameters are zero until they are initialised or set. Throws
    /// std::invalid_argument for fewer than two layers, empty ones, or unknown activations.
    explicit Network(const Architecture &architecture, const Kernels &kernels = bestKernels());
    /// The same with one activation for the hidden layers and sigmoid outputs (chapter 1).
    Network(const std::vector<int> &layerSizes, const std::string &hiddenActivation);
    /// Layers of any kind. Throws std::invalid_argument where one does not fit the one before it.
    explicit Network(std::vector<std::shared_ptr<const Layer>> layers,
                     OutputCode outputCode = OutputCode::OneHot,
                     const Kernels &kernels = bestKernels());

    /// Draws all parameters anew, layer by layer.
    void initialize(const Initializer &initializer, RandomStream &stream);

    /// a^L for every example: outputSize x batch.size(), a view of the workspace's last layer.
    /// Layers whose state holds a dropout mask of this many examples apply it.
    Eigen::Ref<const Matrix> forward(const InputBatch &batch, Workspace &workspace,
                                     Phase phase = Phase::Evaluation) const;
    /// After a training pass: running means and variances take it in.
    void gatherStatistics(const Workspace &workspace);

    /// Whether every layer's weights can descend without a gradient in memory.
    [[nodiscard]] bool canDescend() const;
    /// The update of gradient descent with L2 in all weights, after a backward pass over the batch:
    /// w <- kept w - rate dC/dw, dC/dw summed over its examples (chapter 3, equation 93, rate = eta
    /// / m). The weights of the first layer that leave inputs without a pixel are not touched: what
    /// the decay keeps of them stays aside as the weight scale, until settled().
    void descendWeights(const InputBatch &batch, const Workspace &workspace, double kept,
                        double rate);
    /// What the first layer's stored weights are still to be multiplied by. All queries for numbers
    /// below want 1.
    [[nodiscard]] double weightScale() const { return m_weightScale; }
    void setWeightScale(double scale) { m_weightScale = scale; }
    /// A copy whose stored weights are the weights.
    [[nodiscard]] Network settled() const;
    /// Takes the numbers of a network of the same shape, the weight scale included. Throws
    /// std::invalid_argument for another shape.
    void setNumbers(const Network &other);

    [[nodiscard]] const Kernels &kernels() const { return *m_kernels; }

    [[nodiscard]] int layerCount() const { return static_cast<int>(m_layers.size()); }
    /// Layer 1 ... layerCount(); the last one is the output layer.
    [[nodiscard]] const Layer &layer(int l) const
    {
        return *m_layers[static_cast<std::size_t>(l - 1)];
    }
    [[nodiscard]] const std::vector<int> &layerSizes() const { return m_layerSizes; }
    [[nodiscard]] int inputSize() const { return m_layerSizes.front(); }
    [[nodiscard]] int outputSize() const { return m_layerSizes.back(); }
    [[nodiscard]] OutputCode outputCode() const { return m_outputCode; }

    /// Weights of layer l: outputs x inputs, without padding (w^l_jk of chapter 2).
    [[nodiscard]] Matrix weights(int l) const;
    [[nodiscard]] Vector biases(int l) const;
    void setWeights(int l, const Matrix &weights);
    void setBiases(int l, const Vector &biases);

    /// A tensor of layer l, row by row, without padding; see Layer::tensors().
    [[nodiscard]] std::vector<Scalar> tensor(int l, const LayerTensor &tensor) const;
    /// Throws std::invalid_argument when the count is another.
    void setTensor(int l, const LayerTensor &tensor, std::span<const Scalar> values);

    /// The parameters of layer l in the layer's own storage order (see DenseLayer).
    [[nodiscard]] const Scalar *parameters(int l) const;
    [[nodiscard]] Scalar *parameters(int l);
    [[nodiscard]] LayerNumbers numbers(int l) const;
    /// All parameters, padding included.
    [[nodiscard]] const AlignedBuffer<Scalar> &buffer() const { return m_buffer; }
    [[nodiscard]] AlignedBuffer<Scalar> &buffer() { return m_buffer; }
    /// Of all layers together: running means and variances.
    [[nodiscard]] std::size_t statisticsCount() const { return m_statistics.size(); }
    [[nodiscard]] std::size_t offset(int l) const
    {
        return m_offsets[static_cast<std::size_t>(l - 1)];
    }

    /// Sum of the squared weights, biases left out: 2n/lambda times the L2 penalty.
    [[nodiscard]] double squaredWeightNorm() const;
    /// Sum of the weights' magnitudes, biases left out: n/lambda times the L1 penalty.
    [[nodiscard]] double absoluteWeightNorm() const;
    /// FNV-1a over every layer's tensors as float32, see architecture.md.
    [[nodiscard]] std::uint64_t digest() const;
    /// The same, or nothing as soon as abandon() says so: a large network takes tens of
    /// milliseconds.
    [[nodiscard]] std::optional<std::uint64_t>
    digestUnless(const std::function<bool()> &abandon) const;

private:
    [[nodiscard]] const Scalar *block(int l, const LayerTensor &tensor) const;
    void foldWeightScale();

    std::vector<std::shared_ptr<const Layer>> m_layers;
    OutputCode m_outputCode;
    const Kernels *m_kernels;
    double m_weightScale = 1.0;
    std::vector<int> m_layerSizes;
    std::vector<std::size_t> m_offsets;
    std::vector<std::size_t> m_statisticsOffsets;
    AlignedBuffer<Scalar> m_buffer;
    AlignedBuffer<Scalar> m_statistics;
};

/// Draws a dropout mask for every hidden layer and this many examples into the workspace: each
/// activation is left out with the given probability, the others grow by 1/(1 - probability)
/// (inverted dropout, so that reading needs no change; chapter 3). 0 removes the masks.
void drawDropoutMasks(const Network &network, double probability, Eigen::Index examples,
                      RandomStream &stream, Workspace &workspace);

} // namespace nabla::inline NABLA_PRECISION
