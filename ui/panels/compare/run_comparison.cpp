// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/compare/run_comparison.h"

#include "core/experiments/field_table.h"
#include "core/telemetry/learning_speed_summary.h"
#include "ui/forms/field_text.h"
#include "ui/panels/compare/compare_panel.h"
#include "ui/plots/number_text.h"

#include <QLocale>

#include <algorithm>
#include <functional>

namespace nabla::ui {

namespace {

using Number = std::function<std::optional<double>(const RunView &)>;
using Text = std::function<QString(double)>;

enum class Better
{
    Larger,
    Smaller,
    Neither
};

QString percent(double fraction)
{
    return percentText(fraction, 2, QLocale());
}

QString significant(double value)
{
    return significantText(value, 3, QLocale());
}

/// The one that is better than all others, of at least two.
std::optional<int> bestOf(const std::vector<std::optional<double>> &numbers, Better better)
{
    std::vector<double> known;
    for (const auto &number : numbers) {
        if (number)
            known.push_back(*number);
    }
    if (better == Better::Neither || known.size() < 2)
        return std::nullopt;
    const auto [smallest, largest] = std::ranges::minmax(known);
    const double best = better == Better::Larger ? largest : smallest;
    if (std::ranges::count(known, best) > 1)
        return std::nullopt;
    return static_cast<int>(std::ranges::find(numbers, std::optional(best)) - numbers.begin());
}

ComparisonRow outcome(std::span<const RunView> runs, const QString &title, const QString &help,
                      const Number &number, const Text &text, Better better)
{
    ComparisonRow row{ComparisonRow::Part::Outcome, title, help, {}, {}};
    std::vector<std::optional<double>> numbers;
    for (const RunView &run : runs) {
        numbers.push_back(number(run));
        row.values << (numbers.back() ? text(*numbers.back()) : QString());
    }
    row.best = bestOf(numbers, better);
    return row;
}

/// What was measured at a step; nothing where it was not, or was merged with its neighbours.
std::optional<double> valueAt(const RunHistory &history, Metric metric, std::uint64_t step)
{
    const auto &buckets = history.series({metric}).buckets();
    const auto found = std::lower_bound(
        buckets.begin(), buckets.end(), step,
        [](const MetricBucket &bucket, std::uint64_t s) { return bucket.lastStep < s; });
    if (found == buckets.end() || found->firstStep != step || found->lastStep != step)
        return std::nullopt;
    return found->last;
}

/// The last epoch whose end every run has been evaluated at; 0: none yet.
std::uint64_t lastCommonEpoch(std::span<const RunView> runs)
{
    const RunHistory &first = *runs.front().history;
    const auto &buckets = first.series({Metric::ValidationAccuracy}).buckets();
    for (auto bucket = buckets.rbegin(); bucket != buckets.rend(); ++bucket) {
        const std::uint64_t epoch = bucket->lastStep / first.stepsPerEpoch();
        const bool isCommon = std::ranges::all_of(runs, [epoch](const RunView &run) {
            return valueAt(*run.history, Metric::ValidationAccuracy,
                           epoch * run.history->stepsPerEpoch())
                .has_value();
        });
        if (isCommon)
            return epoch;
    }
    return 0;
}

ComparisonRow accuracyAfter(std::span<const RunView> runs, std::uint64_t epoch)
{
    return outcome(
        runs,
        ComparePanel::tr("Validation accuracy after epoch %1")
            .arg(QLocale().toString(qulonglong(epoch))),
        ComparePanel::tr("Share of the validation digits that are read rightly"),
        [epoch](const RunView &run) {
            return valueAt(*run.history, Metric::ValidationAccuracy,
                           epoch * run.history->stepsPerEpoch());
        },
        percent, Better::Larger);
}

Number latest(Metric metric)
{
    return [metric](const RunView &run) {
        return run.history->latest({metric});
    };
}

std::optional<double> bestAccuracy(const RunView &run)
{
    std::optional<double> best;
    for (const MetricBucket &bucket : run.history->series({Metric::ValidationAccuracy}).buckets())
        best = std::max(best.value_or(0.0), bucket.max);
    return best;
}

std::optional<double> lag(const RunView &run)
{
    const LearningSpeedSummary summary = summarizeLearningSpeed(*run.history);
    return summary.hiddenLayers() < 2 ? std::nullopt : timesSlowerThanLast(summary.now, 1);
}

void addSetup(std::vector<ComparisonRow> &rows, std::span<const RunView> runs)
{
    for (const Field &field : fieldTable()) {
        ComparisonRow row{ComparisonRow::Part::Setup, fieldTitle(field), fieldHelp(field), {}, {}};
        bool isRelevantToAny = false;
        for (const RunView &run : runs) {
            row.values << namedText(*run.experiment, field);
            isRelevantToAny = isRelevantToAny || isRelevant(field, *run.experiment);
        }
        if (isRelevantToAny && row.values.count(row.values.first()) != row.values.size())
            rows.push_back(std::move(row));
    }
}

ComparisonRow states(std::span<const RunView> runs)
{
    ComparisonRow row{ComparisonRow::Part::Outcome, ComparePanel::tr("State"), {}, {}, {}};
    for (const RunView &run : runs)
        row.values << stateText(*run.status);
    return row;
}

ComparisonRow digests(std::span<const RunView> runs)
{
    ComparisonRow row{
        ComparisonRow::Part::Outcome,
        ComparePanel::tr("Digest"),
        ComparePanel::tr("Of all parameters, when the run rests: equal runs have equal digests"),
        {},
        {}};
    for (const RunView &run : runs)
        row.values << (run.status->hasDigest
                           ? QStringLiteral("%1").arg(run.status->digest, 16, 16, QLatin1Char('0'))
                           : QString());
    return row;
}

} // namespace

QString stateText(const RunStatusData &status)
{
    switch (status.state) {
    case RunState::Idle:
        return ComparePanel::tr("untrained");
    case RunState::Running:
        return ComparePanel::tr("training");
    case RunState::Paused:
        return ComparePanel::tr("paused");
    case RunState::Finished:
        return ComparePanel::tr("finished");
    case RunState::Diverged:
        return ComparePanel::tr("diverged");
    case RunState::Failed:
        break;
    }
    return ComparePanel::tr("failed");
}

std::vector<ComparisonRow> compareRuns(std::span<const RunView> runs)
{
    std::vector<ComparisonRow> rows;
    if (runs.empty())
        return rows;
    addSetup(rows, runs);
    rows.push_back(states(runs));
    rows.push_back(outcome(
        runs, ComparePanel::tr("Epochs"), ComparePanel::tr("Passes over the training digits"),
        [](const RunView &run) { return run.history->epochAt(run.status->step); },
        [](double epochs) { return QLocale().toString(epochs, 'f', 2); }, Better::Neither));
    const std::uint64_t common = lastCommonEpoch(runs);
    if (common >= 1)
        rows.push_back(accuracyAfter(runs, 1));
    if (common > 1)
        rows.push_back(accuracyAfter(runs, common));
    rows.push_back(outcome(runs, ComparePanel::tr("Best validation accuracy"),
                           ComparePanel::tr("Of all epochs so far"), bestAccuracy, percent,
                           Better::Larger));
    rows.push_back(outcome(runs, ComparePanel::tr("Test accuracy"),
                           ComparePanel::tr("At the last evaluation"), latest(Metric::TestAccuracy),
                           percent, Better::Larger));
    rows.push_back(outcome(runs, ComparePanel::tr("Training accuracy"),
                           ComparePanel::tr("At the last evaluation"),
                           latest(Metric::TrainingAccuracy), percent, Better::Larger));
    // Different costs have different units: no run is the best in it.
    rows.push_back(outcome(runs, ComparePanel::tr("Validation cost"),
                           ComparePanel::tr("Without the penalty"), latest(Metric::ValidationCost),
                           significant, Better::Neither));
    rows.push_back(outcome(
        runs, ComparePanel::tr("Layer 1 is slower, times"),
        ComparePanel::tr(
            "‖∂C/∂b‖ of the last hidden layer over that of the first, of the probe, now"),
        lag, [](double ratio) { return ratioText(ratio, QLocale()); }, Better::Smaller));
    rows.push_back(digests(runs));
    return rows;
}

QString comparisonText(std::span<const RunView> runs)
{
    QStringList names{QString()};
    for (const RunView &run : runs)
        names << run.name;
    QStringList lines{names.join(u'\t')};
    for (const ComparisonRow &row : compareRuns(runs))
        lines << row.title + u'\t' + row.values.join(u'\t');
    return lines.join(u'\n') + u'\n';
}

} // namespace nabla::ui
