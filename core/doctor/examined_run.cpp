// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/examined_run.h"

#include <algorithm>

namespace nabla {

namespace {

constexpr std::uint64_t fewestJudgedSteps = 50;
constexpr std::uint64_t fewestRecords = 5; // of which a mean is no accident
/// After so many steps the running means of batch normalization are those of this network.
constexpr std::uint64_t settlingSteps = 100;

double trainingDigits(const RunHistory &history, const ExperimentConfig &experiment)
{
    if (experiment.trainingSetSize > 0)
        return experiment.trainingSetSize;
    return static_cast<double>(history.stepsPerEpoch()) * experiment.miniBatchSize;
}

} // namespace

ExaminedRun::ExaminedRun(const RunHistory &history, const RunStatusData &status,
                         const ExperimentConfig &experiment, const DoctorThresholds &thresholds)
    : m_history(history)
    , m_status(status)
    , m_thresholds(thresholds)
    , m_treated{experiment, experiment.learningRate, trainingDigits(history, experiment)}
    , m_isNormalized(experiment.normalization != "none")
{
    for (const KnobMark &mark : history.marks()) {
        if (mark.field != "learningRate")
            continue;
        m_turnedAt = mark.step;
        m_treated.learningRate = mark.after;
    }
    const auto wanted = static_cast<std::uint64_t>(thresholds[Threshold::JudgedSteps]);
    const std::uint64_t atMost = std::max(fewestJudgedSteps, history.stepsPerEpoch() / 10);
    // A few buckets at least, where a long run has coarse ones.
    const std::uint64_t buckets = 4 * history.series({Metric::MiniBatchCost}).recordsPerBucket();
    m_judgedSteps = std::max(std::min(wanted, atMost), buckets);
}

std::optional<double> ExaminedRun::atStart(MetricId id) const
{
    const MetricSeries &series = m_history.series(id);
    if (m_isNormalized || series.empty() || series.buckets().front().firstStep != 0)
        return std::nullopt;
    // In a very long run the first bucket holds several: their mean stands for the start.
    return series.buckets().front().mean();
}

std::optional<double> ExaminedRun::now(MetricId id) const
{
    if (m_isNormalized && stepOf(id) < settlingSteps)
        return std::nullopt;
    return m_history.latest(id);
}

std::uint64_t ExaminedRun::stepOf(MetricId id) const
{
    const MetricSeries &series = m_history.series(id);
    return series.empty() ? 0 : series.buckets().back().lastStep;
}

std::optional<double> ExaminedRun::mean(MetricId id) const
{
    const std::uint64_t last = m_history.lastStep();
    if (last < m_turnedAt + m_judgedSteps)
        return std::nullopt;
    const std::uint64_t begin = last - m_judgedSteps;
    MetricBucket sum;
    const auto &buckets = m_history.series(id).buckets();
    for (auto bucket = buckets.rbegin(); bucket != buckets.rend(); ++bucket) {
        const bool isEnough = sum.count >= fewestRecords;
        if (bucket->firstStep <= m_turnedAt || (bucket->firstStep <= begin && isEnough))
            break;
        sum.count += bucket->count;
        sum.sum += bucket->sum;
    }
    if (sum.count < fewestRecords)
        return std::nullopt;
    return sum.mean();
}

std::optional<double> ExaminedRun::lowestMeanBefore(MetricId id) const
{
    const std::uint64_t last = m_history.lastStep();
    if (last < m_turnedAt + 2 * m_judgedSteps)
        return std::nullopt;
    std::uint64_t end = last - m_judgedSteps;
    std::optional<double> lowest;
    MetricBucket sum;
    const auto &buckets = m_history.series(id).buckets();
    for (auto bucket = buckets.rbegin(); bucket != buckets.rend(); ++bucket) {
        if (bucket->lastStep > end)
            continue;
        if (bucket->firstStep <= m_turnedAt)
            break;
        sum.count += bucket->count;
        sum.sum += bucket->sum;
        if (bucket->firstStep + m_judgedSteps > end + 1)
            continue; // there is more to this span
        if (sum.count >= fewestRecords)
            lowest = lowest ? std::min(*lowest, sum.mean()) : sum.mean();
        sum = {};
        end = bucket->firstStep - 1;
    }
    return lowest;
}

bool ExaminedRun::hasLearned() const
{
    // With dropout a mini-batch is read by a part of the network only.
    std::optional<double> accuracy
        = m_treated.experiment.dropout > 0.0 ? std::nullopt : mean({Metric::MiniBatchAccuracy});
    if (!accuracy)
        accuracy = m_history.latest({Metric::TrainingAccuracy});
    return accuracy && *accuracy >= limit(Threshold::LearnedAccuracy);
}

bool ExaminedRun::hasJumped() const
{
    for (int layer = 1; layer <= m_history.layerCount(); ++layer) {
        for (const MetricBucket &bucket :
             m_history.series({Metric::UpdateRatio, layer}).buckets()) {
            if (bucket.firstStep > m_turnedAt && bucket.max > limit(Threshold::LargestUpdateRatio))
                return true;
        }
    }
    return false;
}

std::vector<Remedy> ExaminedRun::remedies(std::initializer_list<RemedyKind> kinds) const
{
    std::vector<Remedy> found;
    for (const RemedyKind kind : kinds) {
        if (auto remedy = remedyFor(kind, m_treated))
            found.push_back(std::move(*remedy));
    }
    return found;
}

} // namespace nabla
