// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/kernels/kernels.h"
#include "core/measure/evaluator.h"
#include "core/measure/mini_batch_observer.h"
#include "core/nn/backpropagation.h"
#include "core/train/expanded_sets.h"
#include "core/train/hyper_parameters.h"
#include "core/train/learning_rate_schedule.h"
#include "core/train/moment.h"
#include "core/train/optimizer.h"

#include <memory>
#include <vector>

namespace nabla::inline NABLA_PRECISION {

/// What one mini-batch measured, before its update.
struct StepReport
{
    std::uint64_t step = 0; ///< mini-batches done, this one included
    double cost = 0.0; ///< mean over the mini-batch
    double accuracy = 0.0; ///< fraction
    int examples = 0; ///< in the mini-batch
    std::vector<double> learningSpeed; ///< |dC/db^l|, layer 1 ... output
};

/// Mini-batch training (chapters 1 and 3) as a single-threaded state machine: it knows no thread,
/// no clock and no window. The same configuration and data give the same weights bit for bit.
/// Most of its more than forty functions are one-line answers about where the run is: whoever steps
/// it asks them between two mini-batches.
class Trainer
{
public:
    /// Throws std::invalid_argument for layers that validateLayers() refuses, combinations that
    /// validateCombination() refuses, unknown names, sizes below 1, data without training digits,
    /// or without validation digits where decisions rest on them.
    Trainer(const HyperParameters &config, std::shared_ptr<const Dataset> data,
            const Kernels &kernels = bestKernels());
    /// Goes on from where a run was. Throws std::invalid_argument for what is no state of such a
    /// run.
    void restore(const Network &network, const TrainerState &state);
    /// Between two mini-batches only: a copy of the network and little else.
    [[nodiscard]] Moment moment() const;
    [[nodiscard]] TrainerState state() const { return stateOf(moment()); }

    enum class Outcome
    {
        Partial,
        Complete,
        Diverged
    };
    /// Works on the mini-batch under way for at most one chunk of examples, or waits for expanded
    /// digits (a few milliseconds);
    /// Complete when its update is done, and at the end of an epoch its validation accuracy is
    /// judged, where decisions rest on it. Diverged: cost or gradient is no number any more, the
    /// update was left out and nothing more will happen. Must not be called when finished().
    Outcome advance();
    /// Whole mini-batches at once; for tests and the command line.
    Outcome stepMiniBatch();

    /// Of the last complete mini-batch.
    [[nodiscard]] const StepReport &report() const { return m_report; }
    /// The next mini-batch that begins will be looked at more closely. Costs about as much as the
    /// mini-batch and two copies of the network; changes nothing in the run.
    void measureNextMiniBatch() { m_observer.want(); }
    /// Of the last mini-batch that was looked at; step 0 before the first.
    [[nodiscard]] const StepMeasurement &measurement() const { return m_observer.measurement(); }
    /// A copy: the trainer keeps some of its weights in another form.
    [[nodiscard]] Network network() const { return m_network.settled(); }
    [[nodiscard]] int layerCount() const { return m_network.layerCount(); }
    [[nodiscard]] const Kernels &kernels() const { return m_network.kernels(); }
    [[nodiscard]] const Cost &cost() const { return m_cost; }
    [[nodiscard]] std::uint64_t step() const { return m_step; }
    [[nodiscard]] std::uint64_t stepsPerEpoch() const { return m_stepsPerEpoch; }
    [[nodiscard]] std::uint64_t totalSteps() const { return m_totalSteps; }
    [[nodiscard]] int epoch() const { return static_cast<int>(m_step / m_stepsPerEpoch); }
    [[nodiscard]] bool finished() const
    {
        return !m_isJudging && (m_step >= m_totalSteps || stoppedEarly());
    }
    /// It would not get better: see ProgressJudge.
    [[nodiscard]] bool stoppedEarly() const { return m_judge.memory().stopped; }
    [[nodiscard]] const ProgressJudge &progress() const { return m_judge; }
    [[nodiscard]] bool atEpochBoundary() const { return m_step % m_stepsPerEpoch == 0; }
    /// 0, or the layer in which the numbers broke.
    [[nodiscard]] int divergedLayer() const { return m_divergedLayer; }
    /// Size of the training set in use, n.
    [[nodiscard]] int trainingDigits() const { return m_trainingDigits; }
    /// Examples in the mini-batch that is worked on or comes next.
    [[nodiscard]] int currentMiniBatchSize() const;

    /// As set; scheduledLearningRate() is what the next update uses.
    [[nodiscard]] double learningRate() const { return m_learningRate; }
    [[nodiscard]] double scheduledLearningRate() const;
    [[nodiscard]] double regularizationParameter() const { return m_regularizationParameter; }
    [[nodiscard]] Regularization regularization() const
    {
        return {m_regularizationParameter, m_config.l1RegularizationParameter};
    }
    /// Between two mini-batches only, so that a run is a function of its interventions.
    void setLearningRate(double value) { m_learningRate = value; }
    void setRegularizationParameter(double value) { m_regularizationParameter = value; }
    [[nodiscard]] bool atMiniBatchBoundary() const { return m_chunkStart == 0 && !m_isJudging; }

private:
    [[nodiscard]] bool isFused() const;
    [[nodiscard]] bool hasTrainingImages();
    [[nodiscard]] int chunkSize() const;
    void beginMiniBatch();
    void clearGradient();
    /// Up to `count` examples of this epoch from the next one on, also of later mini-batches.
    [[nodiscard]] std::span<const int> nextExamples(int count) const;
    void workChunk();
    [[nodiscard]] Outcome finishMiniBatch();
    [[nodiscard]] Outcome judgeChunk();
    void update(int examples);
    [[nodiscard]] double clippingFactor(int examples) const;
    [[nodiscard]] int findDivergedLayer() const;

    HyperParameters m_config;
    std::shared_ptr<const Dataset> m_data;
    const Cost &m_cost;
    const Optimizer &m_optimizer;
    const LearningRateSchedule &m_schedule;
    double m_learningRate;
    double m_regularizationParameter;
    int m_trainingDigits;
    int m_miniBatchSize;
    /// Plain gradient descent on a mini-batch of one chunk: the weights' update is made with their
    /// gradient, which never stands in memory. Decided once and for all, because it decides the
    /// rounding.
    bool m_isFused = false;
    int m_chunkSize = 1;
    std::uint64_t m_stepsPerEpoch;
    std::uint64_t m_totalSteps;
    std::uint64_t m_step = 0;

    Network m_network;
    AlignedBuffer<Scalar> m_gradient;
    std::vector<AlignedBuffer<Scalar>> m_optimizerState;
    Workspace m_workspace;
    RandomStream m_shuffling;
    RandomStream m_dropping;
    std::shared_ptr<const std::vector<int>> m_order; ///< a new one each epoch: moments share it
    InputBatch m_batch;
    std::vector<std::uint8_t> m_labels;
    BatchResult m_sum; ///< of the chunks done in this mini-batch
    int m_chunkStart = 0;
    ProgressJudge m_judge;
    bool m_isJudging = false;
    int m_judgedDigits = 0;
    int m_judgedCorrect = 0;
    Workspace m_judgeWorkspace;
    int m_divergedLayer = 0;
    StepReport m_report;
    MiniBatchObserver m_observer;

    std::unique_ptr<ExpandedSets> m_expandedSets; ///< null: the digits as they are
    std::shared_ptr<const LabelledImages> m_images; ///< the training digits of m_imagesEpoch
    int m_imagesEpoch = -1;
};

} // namespace nabla::inline NABLA_PRECISION
