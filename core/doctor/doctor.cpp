// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/doctor.h"

#include "core/doctor/examined_run.h"
#include "core/experiments/text_marker.h"

#include <algorithm>

namespace nabla {

namespace {

constexpr DoctorRuleInfo rules[] = {
    {DoctorRule::Diverged, "diverged", NABLA_TEXT("Doctor", "Divergence"),
     NABLA_TEXT("Doctor",
                "A step so large that it overshoots makes the next gradient larger still, until "
                "the numbers are no numbers any more. Too large weights at the start or too high a "
                "learning rate do this; clipping the gradient bounds the step.")},
    {DoctorRule::Vanishing, "vanishing", NABLA_TEXT("Doctor", "Vanishing gradient"),
     NABLA_TEXT("Doctor",
                "The error reaches an early layer as a product with one factor W and one factor σ′ "
                "for each layer behind it. Where these are smaller than 1, and σ′ of the sigmoid "
                "is at most ¼, the product shrinks from layer to layer and the early layers hardly "
                "learn (chapter 5).")},
    {DoctorRule::Exploding, "exploding", NABLA_TEXT("Doctor", "Exploding gradient"),
     NABLA_TEXT("Doctor",
                "The error reaches an early layer as a product with one factor W and one factor σ′ "
                "for each layer behind it. Where these are larger than 1, the product grows from "
                "layer to layer and the early layers jump instead of learning (chapter 5).")},
    {DoctorRule::DeadUnits, "dead-units", NABLA_TEXT("Doctor", "Dead neurons"),
     NABLA_TEXT("Doctor",
                "A neuron whose f′ is nothing for nearly every digit passes no error back and "
                "does not change any more. One step that is too large is enough to switch a ReLU "
                "off for ever.")},
    {DoctorRule::Saturated, "saturated", NABLA_TEXT("Doctor", "Saturated neurons"),
     NABLA_TEXT("Doctor",
                "These answers lie where the function is flat, f′ below a twenty-fifth of its "
                "largest: a change of the weights hardly changes them, so the weights learn slowly "
                "(chapter 3).")},
    {DoctorRule::BadInitialization, "bad-initialization",
     NABLA_TEXT("Doctor", "Bad initialization"),
     NABLA_TEXT("Doctor",
                "Weights should be drawn so that a layer's weighted inputs are neither far out nor "
                "all the same: with n inputs a standard deviation of 1/√n for sigmoid and tanh, "
                "√(2/n) for ReLU (chapter 3).")},
    {DoctorRule::LearningRateTooHigh, "learning-rate-too-high",
     NABLA_TEXT("Doctor", "Learning rate too high"),
     NABLA_TEXT("Doctor",
                "Every layer is changed by so much in each step that the network jumps about in "
                "the valley of the cost instead of walking down (chapter 3).")},
    {DoctorRule::LearningRateTooLow, "learning-rate-too-low",
     NABLA_TEXT("Doctor", "Learning rate too low"),
     NABLA_TEXT("Doctor",
                "No layer is changed enough by a step for the cost to fall in any time worth "
                "waiting for (chapter 1).")},
    {DoctorRule::Overfitting, "overfitting", NABLA_TEXT("Doctor", "Overfitting"),
     NABLA_TEXT("Doctor",
                "The network still gets better at the digits it trains on and worse at others: it "
                "learns them by heart. More digits or regularization help, or stopping in time "
                "(chapter 3).")},
};

using Judge = bool (*)(const ExaminedRun &, std::vector<Finding> &);

/// In the order of the enumeration.
constexpr Judge judges[]
    = {judgeDivergence,     judgeVanishing, judgeExploding, judgeDeadUnits,  judgeSaturation,
       judgeInitialization, judgeHighRate,  judgeLowRate,   judgeOverfitting};
static_assert(std::size(judges) == std::size(rules));

} // namespace

std::span<const DoctorRuleInfo> doctorRules()
{
    return rules;
}

const DoctorRuleInfo &ruleInfo(DoctorRule rule)
{
    return rules[static_cast<std::size_t>(rule)];
}

Diagnosis diagnose(const RunHistory &history, const RunStatusData &status,
                   const ExperimentConfig &experiment, const DoctorThresholds &thresholds)
{
    const ExaminedRun run(history, status, experiment, thresholds);
    Diagnosis diagnosis;
    for (const DoctorRuleInfo &info : rules) {
        if (judges[static_cast<std::size_t>(info.rule)](run, diagnosis.findings))
            diagnosis.judged.push_back(info.rule);
    }
    std::ranges::stable_sort(diagnosis.findings, std::ranges::greater(), &Finding::severity);
    return diagnosis;
}

} // namespace nabla
