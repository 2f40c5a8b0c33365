// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor.h"

#include <algorithm>

namespace nabla::test {

/// A history of so many hidden layers that is filled by hand; 100 steps an epoch.
struct HandMadeRun
{
    explicit HandMadeRun(int hidden, std::uint64_t stepsPerEpoch = 100)
        : history(hidden + 1, stepsPerEpoch)
    {
        experiment.layers.assign(static_cast<std::size_t>(hidden), 30);
        experiment.layers.insert(experiment.layers.begin(), 784);
        experiment.layers.push_back(10);
    }
    [[nodiscard]] Diagnosis diagnosis() const
    {
        return diagnose(history, status, experiment, thresholds);
    }
    [[nodiscard]] std::optional<Finding> finding(DoctorRule rule) const
    {
        const auto all = diagnosis().findings;
        const auto found = std::ranges::find(all, rule, &Finding::rule);
        return found == all.end() ? std::nullopt : std::optional(*found);
    }
    [[nodiscard]] bool isJudged(DoctorRule rule) const
    {
        return std::ranges::count(diagnosis().judged, rule) == 1;
    }
    /// A layer each, layer 1 first.
    void probe(Metric metric, std::uint64_t step, const std::vector<double> &values)
    {
        for (std::size_t l = 0; l < values.size(); ++l)
            history.append({metric, static_cast<int>(l) + 1}, step, values[l]);
    }
    void probeSpeeds(std::uint64_t step, const std::vector<double> &values)
    {
        probe(Metric::ProbeSpeed, step, values);
        probe(Metric::ErrorSize, step, values);
    }
    /// So many steps, every layer's update ratio at every fifth of them.
    void train(std::uint64_t steps, double costFrom, double costTo, double accuracy, double ratio)
    {
        const std::uint64_t begin = history.lastStep();
        for (std::uint64_t i = 1; i <= steps; ++i) {
            const double share = static_cast<double>(i) / static_cast<double>(steps);
            history.append({Metric::MiniBatchCost}, begin + i,
                           costFrom + share * (costTo - costFrom));
            history.append({Metric::MiniBatchAccuracy}, begin + i, accuracy);
            for (int layer = 1; layer <= history.layerCount() && i % 5 == 0; ++layer)
                history.append({Metric::UpdateRatio, layer}, begin + i, ratio);
        }
        status.step = history.lastStep();
        status.state = RunState::Running;
    }

    RunHistory history;
    RunStatusData status;
    ExperimentConfig experiment;
    DoctorThresholds thresholds;
};

[[nodiscard]] inline bool offers(const Finding &finding, RemedyKind kind)
{
    return std::ranges::count(finding.remedies, kind, &Remedy::kind) == 1;
}

} // namespace nabla::test
