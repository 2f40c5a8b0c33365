// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor.h"

#include <initializer_list>

namespace nabla {

/// A run as the doctor's rules see it: its measurements, averaged where one alone would be noise.
class ExaminedRun
{
public:
    ExaminedRun(const RunHistory &history, const RunStatusData &status,
                const ExperimentConfig &experiment, const DoctorThresholds &thresholds);

    [[nodiscard]] const RunHistory &history() const { return m_history; }
    [[nodiscard]] const RunStatusData &status() const { return m_status; }
    [[nodiscard]] const ExperimentConfig &experiment() const { return m_treated.experiment; }
    [[nodiscard]] double limit(Threshold threshold) const { return m_thresholds[threshold]; }
    [[nodiscard]] int hiddenLayers() const { return m_history.hiddenLayerCount(); }

    /// Of the untrained network, from its own evaluation or probe; nothing in a run that was opened
    /// later, nor with batch normalization, whose running means say nothing before it has trained.
    [[nodiscard]] std::optional<double> atStart(MetricId id) const;
    /// The newest exact measurement; with batch normalization not before its means have settled.
    [[nodiscard]] std::optional<double> now(MetricId id) const;
    [[nodiscard]] std::uint64_t stepOf(MetricId id) const;

    /// Mean over the judged steps; nothing before there are so many since the learning rate was
    /// last turned. What is measured seldom reaches back until there are enough records.
    [[nodiscard]] std::optional<double> mean(MetricId id) const;
    /// The lowest mean of as many steps together before them, since then.
    [[nodiscard]] std::optional<double> lowestMeanBefore(MetricId id) const;

    /// Since the learning rate was last turned.
    [[nodiscard]] bool hasRunAnEpoch() const
    {
        return m_history.lastStep() >= m_turnedAt + m_history.stepsPerEpoch();
    }
    /// Does the newest accuracy say so? False where none was measured.
    [[nodiscard]] bool hasLearned() const;
    [[nodiscard]] Severity severity() const
    {
        return hasLearned() ? Severity::Note : Severity::Warning;
    }
    /// Did a single step since then change a layer by more than it should? Then a standstill is the
    /// end of a fall, not a rate that is too low.
    [[nodiscard]] bool hasJumped() const;
    /// Those that make sense for this setup.
    [[nodiscard]] std::vector<Remedy> remedies(std::initializer_list<RemedyKind> kinds) const;

private:
    const RunHistory &m_history;
    const RunStatusData &m_status;
    const DoctorThresholds &m_thresholds;
    Treated m_treated;
    bool m_isNormalized;
    std::uint64_t m_turnedAt = 0; ///< the learning rate
    std::uint64_t m_judgedSteps;
};

/// A rule: whether it could be judged; appends what it finds.
[[nodiscard]] bool judgeDivergence(const ExaminedRun &run, std::vector<Finding> &findings);
[[nodiscard]] bool judgeVanishing(const ExaminedRun &run, std::vector<Finding> &findings);
[[nodiscard]] bool judgeExploding(const ExaminedRun &run, std::vector<Finding> &findings);
[[nodiscard]] bool judgeDeadUnits(const ExaminedRun &run, std::vector<Finding> &findings);
[[nodiscard]] bool judgeSaturation(const ExaminedRun &run, std::vector<Finding> &findings);
[[nodiscard]] bool judgeInitialization(const ExaminedRun &run, std::vector<Finding> &findings);
[[nodiscard]] bool judgeHighRate(const ExaminedRun &run, std::vector<Finding> &findings);
[[nodiscard]] bool judgeLowRate(const ExaminedRun &run, std::vector<Finding> &findings);
[[nodiscard]] bool judgeOverfitting(const ExaminedRun &run, std::vector<Finding> &findings);

} // namespace nabla
