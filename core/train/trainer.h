// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/math/random_stream.h"
#include "core/nn/backpropagation.h"
#include "core/train/hyper_parameters.h"

#include <memory>
#include <vector>

namespace nabla::inline NABLA_PRECISION {

/// What one mini-batch measured, before its update.
struct StepReport
{
    std::uint64_t step = 0; ///< mini-batches done, this one included
    double cost = 0.0; ///< mean over the mini-batch
    double accuracy = 0.0; ///< fraction
    std::vector<double> learningSpeed; ///< |dC/db^l|, layer 1 ... output
};

/// Mini-batch stochastic gradient descent (chapter 1) with L2 regularisation (chapter 3) as a
/// single-threaded state machine: it knows no thread, no clock and no window. The same
/// configuration and data give the same weights bit for bit.
class Trainer
{
public:
    /// Throws std::invalid_argument for layers that validateLayers() refuses, unknown names, sizes
    /// below 1 or data without training digits.
    Trainer(const HyperParameters &config, std::shared_ptr<const Dataset> data);

    enum class Outcome
    {
        Partial,
        Complete,
        Diverged
    };
    /// Works on the mini-batch under way for at most one chunk of examples (a few milliseconds);
    /// Complete when its update is done. Diverged: cost or gradient is no number any more, the
    /// update was left out and nothing more will happen. Must not be called when finished().
    Outcome advance();
    /// Whole mini-batches at once; for tests and the command line.
    Outcome stepMiniBatch();

    /// Of the last complete mini-batch.
    [[nodiscard]] const StepReport &report() const { return m_report; }
    [[nodiscard]] const Network &network() const { return m_network; }
    [[nodiscard]] const Cost &cost() const { return m_cost; }
    [[nodiscard]] std::uint64_t step() const { return m_step; }
    [[nodiscard]] std::uint64_t stepsPerEpoch() const { return m_stepsPerEpoch; }
    [[nodiscard]] std::uint64_t totalSteps() const { return m_totalSteps; }
    [[nodiscard]] int epoch() const { return static_cast<int>(m_step / m_stepsPerEpoch); }
    [[nodiscard]] bool finished() const { return m_step >= m_totalSteps; }
    [[nodiscard]] bool atEpochBoundary() const { return m_step % m_stepsPerEpoch == 0; }
    /// 0, or the layer in which the numbers broke.
    [[nodiscard]] int divergedLayer() const { return m_divergedLayer; }
    /// Size of the training set in use, n.
    [[nodiscard]] int trainingDigits() const { return m_trainingDigits; }
    /// Examples in the mini-batch that is worked on or comes next.
    [[nodiscard]] int currentMiniBatchSize() const;

    [[nodiscard]] double learningRate() const { return m_learningRate; }
    [[nodiscard]] double regularizationParameter() const { return m_regularizationParameter; }
    /// Between two mini-batches only, so that a run is a function of its interventions.
    void setLearningRate(double value) { m_learningRate = value; }
    void setRegularizationParameter(double value) { m_regularizationParameter = value; }
    [[nodiscard]] bool atMiniBatchBoundary() const { return m_chunkStart == 0; }

private:
    void beginMiniBatch();
    [[nodiscard]] Outcome finishMiniBatch();
    void update(int examples);
    [[nodiscard]] int findDivergedLayer() const;

    std::shared_ptr<const Dataset> m_data;
    const Cost &m_cost;
    double m_learningRate;
    double m_regularizationParameter;
    int m_miniBatchSize;
    int m_trainingDigits;
    int m_chunkSize;
    std::uint64_t m_stepsPerEpoch;
    std::uint64_t m_totalSteps;
    std::uint64_t m_step = 0;

    Network m_network;
    AlignedBuffer<Scalar> m_gradient;
    Workspace m_workspace;
    RandomStream m_shuffling;
    std::vector<int> m_order;
    InputBatch m_batch;
    std::vector<std::uint8_t> m_labels;
    BatchResult m_sum; ///< of the chunks done in this mini-batch
    int m_chunkStart = 0;
    int m_divergedLayer = 0;
    StepReport m_report;
};

} // namespace nabla::inline NABLA_PRECISION
