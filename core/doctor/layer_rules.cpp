// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that look at layers: how fast they learn against each other, and whether their neurons
// can learn at all.
#include "core/doctor/examined_run.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

namespace nabla {

namespace {

using Measure = std::function<std::optional<double>(MetricId)>;
using Values = std::vector<double>;

/// Of layer 1 ... count; nothing where one of them is not measured or is no number.
std::optional<Values> ofLayers(const Measure &measure, Metric metric, int count)
{
    Values values;
    for (int layer = 1; layer <= count; ++layer) {
        const auto value = measure({metric, layer});
        if (!value || !(*value >= 0.0))
            return std::nullopt;
        values.push_back(*value);
    }
    return values;
}

/// How many times larger; infinity times nothing.
double timesLarger(double large, double small)
{
    if (large <= 0.0)
        return 0.0;
    return small > 0.0 ? large / small : std::numeric_limits<double>::infinity();
}

struct Worst
{
    int layer = 0;
    int layers = 0;
    double value = 0.0;

    void take(int candidate, double candidateValue)
    {
        ++layers;
        if (layer != 0 && candidateValue <= value)
            return;
        layer = candidate;
        value = candidateValue;
    }
};

Finding findingOf(const ExaminedRun &run, DoctorRule rule, const Worst &worst, Threshold threshold)
{
    return {.rule = rule,
            .severity = run.severity(),
            .layer = worst.layer,
            .layers = worst.layers,
            .measured = worst.value,
            .threshold = threshold,
            .limit = run.limit(threshold),
            .remedies = {}};
}

enum class Direction
{
    Vanishing,
    Exploding
};

struct Speeds
{
    Values speed; ///< |dC/db|, the book's
    Values error; ///< mean |delta| of an example
};

std::optional<Speeds> speedsOf(const ExaminedRun &run, const Measure &measure)
{
    auto speed = ofLayers(measure, Metric::ProbeSpeed, run.hiddenLayers());
    auto error = ofLayers(measure, Metric::ErrorSize, run.hiddenLayers());
    if (!speed || !error || speed->size() < 2)
        return std::nullopt;
    return Speeds{std::move(*speed), std::move(*error)};
}

/// The layer that is furthest from the last hidden one. The errors themselves must say so too: the
/// mean over the examples, which the speed is the norm of, may cancel out, and normalized biases do
/// nothing.
Worst furthest(const Speeds &speeds, Direction direction, double limit)
{
    Worst worst;
    for (std::size_t l = 0; l + 1 < speeds.speed.size(); ++l) {
        const auto ratio = [&](const Values &of) {
            return direction == Direction::Vanishing ? timesLarger(of.back(), of[l])
                                                     : timesLarger(of[l], of.back());
        };
        if (ratio(speeds.speed) > limit && ratio(speeds.error) > limit)
            worst.take(static_cast<int>(l) + 1, ratio(speeds.speed));
    }
    return worst;
}

struct GradientRule
{
    DoctorRule rule;
    Direction direction;
    Threshold threshold;
    std::initializer_list<RemedyKind> remedies;
};

bool judgeGradients(const ExaminedRun &run, const GradientRule &rule,
                    std::vector<Finding> &findings)
{
    const auto now = speedsOf(run, [&](MetricId id) { return run.now(id); });
    const auto start = speedsOf(run, [&](MetricId id) { return run.atStart(id); });
    if (!now)
        return false;
    const double limit = run.limit(rule.threshold);
    Worst worst = furthest(*now, rule.direction, limit);
    std::uint64_t step = run.stepOf({Metric::ProbeSpeed, 1});
    bool isOver = false;
    if ((worst.layer == 0 || run.hasLearned()) && start) {
        worst = furthest(*start, rule.direction, limit);
        isOver = std::exchange(step, 0) != 0;
    }
    if (worst.layer == 0)
        return true;
    Finding finding = findingOf(run, rule.rule, worst, rule.threshold);
    finding.step = step;
    finding.isOver = isOver;
    if (isOver)
        finding.severity = Severity::Note;
    finding.remedies = run.remedies(rule.remedies);
    findings.push_back(std::move(finding));
    return true;
}

} // namespace

bool judgeVanishing(const ExaminedRun &run, std::vector<Finding> &findings)
{
    return judgeGradients(
        run,
        {DoctorRule::Vanishing,
         Direction::Vanishing,
         Threshold::VanishingRatio,
         {RemedyKind::ReluWithHe, RemedyKind::BatchNormalization, RemedyKind::HeWeights}},
        findings);
}

bool judgeExploding(const ExaminedRun &run, std::vector<Finding> &findings)
{
    return judgeGradients(
        run,
        {DoctorRule::Exploding,
         Direction::Exploding,
         Threshold::ExplodingRatio,
         {RemedyKind::ScaledWeights, RemedyKind::HeWeights, RemedyKind::ReluWithHe,
          RemedyKind::BatchNormalization, RemedyKind::ClippedGradient}},
        findings);
}

bool judgeDeadUnits(const ExaminedRun &run, std::vector<Finding> &findings)
{
    // Output neurons die of the quadratic cost only: the others' output error has no f'.
    const bool outputsCanDie = run.experiment().cost == "quadratic";
    const int layers = run.hiddenLayers() + (outputsCanDie ? 1 : 0);
    const double limit = run.limit(Threshold::DeadShare);
    Worst worst;
    bool isJudged = false;
    for (int layer = 1; layer <= layers; ++layer) {
        const auto share = run.now({Metric::ProbeDeadShare, layer});
        isJudged = isJudged || share;
        if (share && *share > limit)
            worst.take(layer, *share);
    }
    if (worst.layer == 0)
        return isJudged;
    Finding finding = findingOf(run, DoctorRule::DeadUnits, worst, Threshold::DeadShare);
    finding.step = run.stepOf({Metric::ProbeDeadShare, worst.layer});
    finding.remedies = run.remedies({RemedyKind::TenthOfRate, RemedyKind::HundredthOfRate,
                                     RemedyKind::LeakyRelu, RemedyKind::CrossEntropy,
                                     RemedyKind::ScaledWeights, RemedyKind::HeWeights});
    findings.push_back(std::move(finding));
    return true;
}

bool judgeSaturation(const ExaminedRun &run, std::vector<Finding> &findings)
{
    // Outputs are meant to be near 0 or 1: only hidden layers are asked.
    const double limit = run.limit(Threshold::SaturatedShare);
    Worst worst;
    bool isJudged = false;
    for (int layer = 1; layer <= run.hiddenLayers(); ++layer) {
        const auto share = run.now({Metric::ProbeSaturatedShare, layer});
        isJudged = isJudged || share;
        if (share && *share > limit)
            worst.take(layer, *share);
    }
    if (worst.layer == 0)
        return isJudged;
    Finding finding = findingOf(run, DoctorRule::Saturated, worst, Threshold::SaturatedShare);
    finding.step = run.stepOf({Metric::ProbeSaturatedShare, worst.layer});
    const auto atStart = run.atStart({Metric::ProbeSaturatedShare, worst.layer});
    finding.remedies
        = atStart && *atStart > limit
              ? run.remedies({RemedyKind::ScaledWeights, RemedyKind::BatchNormalization})
              : run.remedies({RemedyKind::TenthOfRate, RemedyKind::BookRegularization,
                              RemedyKind::BatchNormalization});
    findings.push_back(std::move(finding));
    return true;
}

bool judgeInitialization(const ExaminedRun &run, std::vector<Finding> &findings)
{
    const auto spreads = ofLayers([&](MetricId id) { return run.atStart(id); },
                                  Metric::ProbeActivationSpread, run.hiddenLayers());
    if (!spreads || spreads->empty())
        return false;
    Worst alike;
    Worst wide;
    Worst saturated;
    for (int layer = 1; layer <= run.hiddenLayers(); ++layer) {
        const double spread = (*spreads)[static_cast<std::size_t>(layer - 1)];
        const auto share = run.atStart({Metric::ProbeSaturatedShare, layer});
        if (spread < run.limit(Threshold::SmallestSpread))
            alike.take(layer, -spread);
        if (spread > run.limit(Threshold::LargestSpread))
            wide.take(layer, spread);
        if (share && *share > run.limit(Threshold::SaturatedShare))
            saturated.take(layer, *share);
    }
    alike.value = std::abs(alike.value);
    for (const auto &[worst, threshold] :
         {std::pair(alike, Threshold::SmallestSpread), std::pair(wide, Threshold::LargestSpread),
          std::pair(saturated, Threshold::SaturatedShare)}) {
        if (worst.layer == 0)
            continue;
        Finding finding = findingOf(run, DoctorRule::BadInitialization, worst, threshold);
        finding.remedies = run.remedies(
            {RemedyKind::HeWeights, RemedyKind::ScaledWeights, RemedyKind::BatchNormalization});
        findings.push_back(std::move(finding));
        break; // one cause, one finding
    }
    return true;
}

} // namespace nabla
