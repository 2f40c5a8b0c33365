// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that look at the course of a run: its rate, its costs, its end.
#include "core/doctor/examined_run.h"

#include <algorithm>

namespace nabla {

namespace {

/// Smallest and largest mean update ratio of all layers with weights over the judged steps.
struct UpdateRatios
{
    double smallest = 0.0;
    int smallestLayer = 0;
    double largest = 0.0;
    int largestLayer = 0;
};

std::optional<UpdateRatios> updateRatios(const ExaminedRun &run)
{
    UpdateRatios found;
    for (int layer = 1; layer <= run.history().layerCount(); ++layer) {
        const auto ratio = run.mean({Metric::UpdateRatio, layer});
        if (!ratio || !(*ratio >= 0.0))
            return std::nullopt;
        if (found.smallestLayer == 0 || *ratio < found.smallest) {
            found.smallest = *ratio;
            found.smallestLayer = layer;
        }
        if (found.largestLayer == 0 || *ratio > found.largest) {
            found.largest = *ratio;
            found.largestLayer = layer;
        }
    }
    return found;
}

/// Is the judged steps' cost hardly below the lowest one before? Nothing where that is not known.
std::optional<bool> hardlyFalls(const ExaminedRun &run)
{
    const auto now = run.mean({Metric::MiniBatchCost});
    const auto before = run.lowestMeanBefore({Metric::MiniBatchCost});
    if (!now || !before)
        return std::nullopt;
    return *now > *before * (1.0 - run.limit(Threshold::CostFall));
}

/// An evaluation's value, averaged with its two neighbours before it: one alone wavers.
double smoothed(const std::vector<MetricBucket> &buckets, std::size_t i)
{
    return (buckets[i].mean() + buckets[i - 1].mean() + buckets[i - 2].mean()) / 3.0;
}

} // namespace

bool judgeDivergence(const ExaminedRun &run, std::vector<Finding> &findings)
{
    if (run.status().state != RunState::Diverged)
        return run.status().step > 0;
    findings.push_back(
        {.rule = DoctorRule::Diverged,
         .severity = Severity::Failure,
         .layer = run.status().divergedLayer,
         .measured = run.history().latest({Metric::MiniBatchCost}),
         .threshold = {},
         .step = run.status().step,
         .remedies = run.remedies({RemedyKind::HeWeights, RemedyKind::ScaledWeights,
                                   RemedyKind::TenthOfRate, RemedyKind::HundredthOfRate,
                                   RemedyKind::ClippedGradient, RemedyKind::BookRegularization})});
    return true;
}

bool judgeHighRate(const ExaminedRun &run, std::vector<Finding> &findings)
{
    const auto ratios = updateRatios(run);
    const auto isStuck = hardlyFalls(run);
    // Large steps are right while they lead down, as they do in the first epoch.
    if (!ratios || !isStuck || !run.hasRunAnEpoch())
        return false;
    const double limit = run.limit(Threshold::LargestUpdateRatio);
    if (!(ratios->smallest > limit) || !*isStuck)
        return true;
    findings.push_back(
        {.rule = DoctorRule::LearningRateTooHigh,
         .severity = run.severity(),
         .measured = ratios->smallest,
         .threshold = Threshold::LargestUpdateRatio,
         .limit = limit,
         .step = run.history().lastStep(),
         .remedies = run.remedies({RemedyKind::TenthOfRate, RemedyKind::HundredthOfRate})});
    return true;
}

bool judgeLowRate(const ExaminedRun &run, std::vector<Finding> &findings)
{
    const auto ratios = updateRatios(run);
    const auto isStuck = hardlyFalls(run);
    if (!ratios || !isStuck)
        return false;
    const double limit = run.limit(Threshold::SmallestUpdateRatio);
    if (!(ratios->largest < limit) || !*isStuck || run.hasLearned() || run.hasJumped())
        return true;
    findings.push_back(
        {.rule = DoctorRule::LearningRateTooLow,
         .measured = ratios->largest,
         .threshold = Threshold::SmallestUpdateRatio,
         .limit = limit,
         .step = run.history().lastStep(),
         .remedies = run.remedies(
             {RemedyKind::TenTimesRate, RemedyKind::HundredTimesRate, RemedyKind::CrossEntropy})});
    return true;
}

bool judgeOverfitting(const ExaminedRun &run, std::vector<Finding> &findings)
{
    constexpr std::size_t fewestEvaluations = 6; // two means of three
    const auto &validation = run.history().series({Metric::ValidationCost}).buckets();
    const auto &training = run.history().series({Metric::TrainingCost}).buckets();
    if (validation.size() < fewestEvaluations || training.size() != validation.size())
        return false;
    std::size_t best = 2;
    for (std::size_t i = best; i < validation.size(); ++i) {
        if (smoothed(validation, i) < smoothed(validation, best))
            best = i;
    }
    const std::size_t last = validation.size() - 1;
    const double lowest = smoothed(validation, best);
    const double trained = smoothed(training, last);
    if (!(lowest > 0.0) || !(trained > 0.0))
        return false;
    const double rise = smoothed(validation, last) / lowest - 1.0;
    const double gap = smoothed(validation, last) / trained - 1.0;
    // Where both costs rise, the run is not learning by heart but losing its way.
    const bool stillFalls = trained < smoothed(training, best);
    const double limit = run.limit(Threshold::OverfittingRise);
    if (!(rise > limit) || !(gap > run.limit(Threshold::OverfittingGap)) || !stillFalls)
        return true;
    findings.push_back(
        {.rule = DoctorRule::Overfitting,
         .measured = rise,
         .threshold = Threshold::OverfittingRise,
         .limit = limit,
         .step = validation[last].lastStep,
         .remedies = run.remedies({RemedyKind::AllDigits, RemedyKind::BookRegularization,
                                   RemedyKind::DistortedDigits, RemedyKind::EarlyStopping})});
    return true;
}

} // namespace nabla
