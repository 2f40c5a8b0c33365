// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/aligned_buffer.h"
#include "core/nn/input_batch.h"
#include "core/nn/layer.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
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
};

/// A feed-forward network: layers, and all their parameters in one aligned buffer. Copying copies
/// the parameters and shares the (immutable) layers. Every query is const and safe from any thread.
class Network
{
public:
    /// Dense layers of these sizes, hidden layers with the given activation, sigmoid outputs
    /// (chapter 1). Parameters are zero. Throws std::invalid_argument for fewer than two layers.
    Network(const std::vector<int> &layerSizes, const std::string &hiddenActivation);

    /// Draws all parameters anew, layer by layer.
    void initialize(const Initializer &initializer, RandomStream &stream);

    /// a^L for every example: outputSize x batch.size(), a view of the workspace's last layer.
    Eigen::Ref<const Matrix> forward(const InputBatch &batch, Workspace &workspace) const;

    [[nodiscard]] int layerCount() const { return static_cast<int>(m_layers.size()); }
    /// Layer 1 ... layerCount(); the last one is the output layer.
    [[nodiscard]] const Layer &layer(int l) const
    {
        return *m_layers[static_cast<std::size_t>(l - 1)];
    }
    [[nodiscard]] const std::vector<int> &layerSizes() const { return m_layerSizes; }
    [[nodiscard]] const std::string &hiddenActivation() const { return m_hiddenActivation; }
    [[nodiscard]] int inputSize() const { return m_layerSizes.front(); }
    [[nodiscard]] int outputSize() const { return m_layerSizes.back(); }

    /// Weights of layer l: outputs x inputs, without padding (w^l_jk of chapter 2).
    [[nodiscard]] Matrix weights(int l) const;
    [[nodiscard]] Vector biases(int l) const;
    void setWeights(int l, const Matrix &weights);
    void setBiases(int l, const Vector &biases);

    /// The parameters of layer l in the layer's own storage order (see DenseLayer).
    [[nodiscard]] const Scalar *parameters(int l) const;
    [[nodiscard]] Scalar *parameters(int l);
    /// The whole buffer, padding included.
    [[nodiscard]] const AlignedBuffer<Scalar> &buffer() const { return m_buffer; }
    [[nodiscard]] AlignedBuffer<Scalar> &buffer() { return m_buffer; }
    [[nodiscard]] std::size_t offset(int l) const
    {
        return m_offsets[static_cast<std::size_t>(l - 1)];
    }

    /// Sum of the squared weights, biases left out: 2n/lambda times the L2 penalty.
    [[nodiscard]] double squaredWeightNorm() const;
    /// FNV-1a over the float32 parameters, see architecture.md.
    [[nodiscard]] std::uint64_t digest() const;
    /// The same, or nothing as soon as abandon() says so: a large network takes tens of
    /// milliseconds.
    [[nodiscard]] std::optional<std::uint64_t>
    digestUnless(const std::function<bool()> &abandon) const;

private:
    std::vector<int> m_layerSizes;
    std::string m_hiddenActivation;
    std::vector<std::shared_ptr<const Layer>> m_layers;
    std::vector<std::size_t> m_offsets;
    AlignedBuffer<Scalar> m_buffer;
};

} // namespace nabla::inline NABLA_PRECISION
