// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor_thresholds.h"
#include "core/doctor/remedy.h"
#include "core/telemetry/run_history.h"
#include "core/train/run_status.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace nabla {

/// What the doctor knows, the gravest first.
enum class DoctorRule
{
    Diverged,
    Vanishing,
    Exploding,
    DeadUnits,
    Saturated,
    BadInitialization,
    LearningRateTooHigh,
    LearningRateTooLow,
    Overfitting,
};

/// title and explanation are texts to translate under the context "Doctor".
struct DoctorRuleInfo
{
    DoctorRule rule;
    const char *id;
    const char *title;
    const char *explanation; ///< why it is so and why it matters
};
/// In the order of the enumeration.
[[nodiscard]] std::span<const DoctorRuleInfo> doctorRules();
[[nodiscard]] const DoctorRuleInfo &ruleInfo(DoctorRule rule);

enum class Severity
{
    Note, ///< worth knowing: it is over, or the network has learned in spite of it
    Warning, ///< it is so now, and keeps the network from learning
    Failure ///< nothing more will be learned
};

/// One thing that is wrong, with the number that says so.
struct Finding
{
    DoctorRule rule = DoctorRule::Diverged;
    Severity severity = Severity::Warning;
    int layer = 0; ///< the worst one; 0: the whole run
    int layers = 1; ///< how many are as bad, that one included
    /// What was measured: times, a share, a number; infinity: the layer does not learn at all.
    /// Nothing for a run that diverged before anything was measured.
    std::optional<double> measured;
    std::optional<Threshold> threshold; ///< which one was crossed; a divergence crosses none
    double limit = 0.0; ///< where it stood
    std::uint64_t step = 0; ///< of the measurement; the last one where it is a mean
    bool isOver = false; ///< it was so at the start
    std::vector<Remedy> remedies; ///< the likeliest first
    bool operator==(const Finding &) const = default;
};

struct Diagnosis
{
    std::vector<Finding> findings; ///< the gravest first
    /// The rules that could be judged: for the others something is not measured, or not yet.
    std::vector<DoctorRule> judged;
    bool operator==(const Diagnosis &) const = default;
};

/// Judges a run by what was measured in it and by nothing else: a rule whose metrics are missing
/// says nothing. Rates are judged by means over the judged steps since the learning rate was last
/// turned, everything else by the exact probe or by evaluations. A function of its arguments alone;
/// a few tens of microseconds for a full history.
[[nodiscard]] Diagnosis diagnose(const RunHistory &history, const RunStatusData &status,
                                 const ExperimentConfig &experiment,
                                 const DoctorThresholds &thresholds);

} // namespace nabla
