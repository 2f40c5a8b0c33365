// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/small_data.h"
#include "ui/session/frame.h"

#include <cmath>
#include <string>

namespace nabla::ui::test {

/// A run that was never trained, with made-up numbers, as a frame shows it.
struct SampleRun
{
    explicit SampleRun(int hiddenLayers = 4)
    {
        experiment.layers.assign(static_cast<std::size_t>(hiddenLayers), 30);
        experiment.layers.insert(experiment.layers.begin(), 784);
        experiment.layers.push_back(10);
        history = RunHistory(hiddenLayers + 1, 100);
        status.stepsPerEpoch = 100;
        status.totalSteps = 3000;
        status.epochs = 30;
    }

    /// So many epochs; layer 1 begins a hundred times slower than the last one and ends twice as
    /// slow.
    void train(int epochs)
    {
        for (int step = 0; step <= 100 * epochs; ++step) {
            const auto s = static_cast<std::uint64_t>(step);
            const double done = step / (100.0 * epochs);
            if (step > 0) {
                history.append({Metric::Seconds}, s, 0.01 * step);
                history.append({Metric::MiniBatchCost}, s, 3.0 - 2.5 * done);
                history.append({Metric::MiniBatchAccuracy}, s, 0.1 + 0.8 * done);
            }
            learn(s, done);
            if (step % 100 == 0)
                evaluate(s, done);
        }
        status.state = RunState::Finished;
        status.step = static_cast<std::uint64_t>(100 * epochs);
        status.epoch = epochs;
        status.seconds = 1.0 * epochs;
        status.hasDigest = true;
        status.digest = 0x00c0'ffee'1234'5678;
        addConfusion();
    }

    [[nodiscard]] Frame frame() const
    {
        return {history, nullptr, data, status, experiment, 1, evaluation, runs};
    }

    [[nodiscard]] RunView view(int style, const QString &name) const
    {
        return {static_cast<std::uint64_t>(style) + 1, style, name, &history, &status, &experiment};
    }

    RunHistory history;
    RunStatusData status;
    ExperimentConfig experiment;
    std::shared_ptr<const Dataset> data = nabla::test::barData(60, 10, 10);
    std::shared_ptr<const EvaluationResult> evaluation;
    std::vector<RunView> runs;

private:
    void learn(std::uint64_t step, double done)
    {
        const int hidden = history.hiddenLayerCount();
        for (int layer = 1; layer <= hidden; ++layer) {
            const double behind = hidden > 1 ? (hidden - layer) / (hidden - 1.0) : 0.0;
            const double slowness = std::pow(100.0 * std::pow(0.02, done), behind);
            if (step > 0)
                history.append({Metric::LearningSpeed, layer}, step, 0.21 / slowness);
            if (step % 25 == 0)
                history.append({Metric::ProbeSpeed, layer}, step, 0.2 / slowness);
        }
    }

    void evaluate(std::uint64_t step, double done)
    {
        history.append({Metric::TrainingCost}, step, 3.0 - 2.5 * done);
        history.append({Metric::TrainingAccuracy}, step, 0.1 + 0.8 * done);
        history.append({Metric::Penalty}, step, 0.125);
        history.append({Metric::ValidationCost}, step, 3.1 - 2.5 * done);
        history.append({Metric::ValidationAccuracy}, step, 0.1 + 0.7 * done);
        history.append({Metric::TestCost}, step, 3.2 - 2.5 * done);
        history.append({Metric::TestAccuracy}, step, 0.1 + 0.75 * done);
    }

    void addConfusion()
    {
        auto confusion = std::make_shared<Confusion>();
        for (std::size_t digit = 0; digit < confusion->size(); ++digit)
            (*confusion)[digit][digit] = 90;
        (*confusion)[4][9] = 10;
        EvaluationResult result;
        result.step = status.step;
        result.confusion = std::move(confusion);
        evaluation = std::make_shared<const EvaluationResult>(std::move(result));
    }
};

} // namespace nabla::ui::test
