// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/evaluator.h"
#include "core/measure/probe.h"
#include "core/telemetry/run_history.h"
#include "core/train/run_status.h"
#include "core/train/trainer.h"

namespace nabla::test {

/// A run with its history as the window records it, but at fixed steps: every mini-batch, a close
/// look at every tenth, the probe eight times an epoch, the sets at its end.
class RecordedRun
{
public:
    RecordedRun(const HyperParameters &config, std::shared_ptr<const Dataset> data)
        : m_trainer(config, data)
        , m_data(std::move(data))
        , m_history(m_trainer.layerCount(), m_trainer.stepsPerEpoch())
    {
        m_status.stepsPerEpoch = m_trainer.stepsPerEpoch();
        m_status.totalSteps = m_trainer.totalSteps();
        m_status.epochs = config.epochs;
        evaluate();
    }

    /// To the end of the run, or so far.
    void train(double epochs)
    {
        const auto end
            = m_trainer.step()
              + static_cast<std::uint64_t>(epochs * static_cast<double>(m_trainer.stepsPerEpoch()));
        const std::uint64_t probeSteps = std::max<std::uint64_t>(1, m_trainer.stepsPerEpoch() / 8);
        while (!m_trainer.finished() && m_trainer.step() < end && trainStep()) {
            if (m_trainer.atEpochBoundary())
                evaluate();
            else if (m_trainer.step() % probeSteps == 0)
                absorb(probeSnapshot({m_trainer.network(), m_trainer.step()}, m_trainer.cost(),
                                     *m_data));
        }
        if (m_status.state == RunState::Running)
            m_status.state = m_trainer.finished() ? RunState::Finished : RunState::Paused;
    }

    [[nodiscard]] const RunHistory &history() const { return m_history; }
    [[nodiscard]] const RunStatusData &status() const { return m_status; }

private:
    bool trainStep()
    {
        constexpr std::uint64_t looks = 10;
        m_status.state = RunState::Running;
        if (m_trainer.step() % looks == 1)
            m_trainer.measureNextMiniBatch();
        if (m_trainer.stepMiniBatch() == Trainer::Outcome::Diverged) {
            m_status.state = RunState::Diverged;
            m_status.divergedLayer = m_trainer.divergedLayer();
            return false;
        }
        const StepReport &report = m_trainer.report();
        m_status.step = report.step;
        m_history.append({Metric::MiniBatchCost}, report.step, report.cost);
        m_history.append({Metric::MiniBatchAccuracy}, report.step, report.accuracy);
        const StepMeasurement &measurement = m_trainer.measurement();
        if (measurement.step == report.step) {
            const auto ids = measuredMetrics(m_trainer.layerCount());
            for (std::size_t i = 0; i < ids.size(); ++i) {
                if (!std::isnan(measurement.values[i]))
                    m_history.append(ids[i], report.step, measurement.values[i]);
            }
        }
        return true;
    }
    void evaluate()
    {
        absorb(evaluateSnapshot({m_trainer.network(), m_trainer.step()}, m_trainer.cost(), *m_data,
                                m_trainer.trainingDigits(), m_trainer.regularization()));
    }
    void absorb(const std::optional<EvaluationResult> &result)
    {
        for (const auto &[id, value] : result->values)
            m_history.append(id, result->step, value);
    }

    Trainer m_trainer;
    std::shared_ptr<const Dataset> m_data;
    RunHistory m_history;
    RunStatusData m_status;
};

} // namespace nabla::test
