// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_sections.h"

#include "core/experiments/field_table.h"
#include "core/math/digest.h"
#include "core/measure/evaluator.h"
#include "core/telemetry/learning_speed_summary.h"
#include "ui/forms/field_text.h"
#include "ui/panels/compare/run_comparison.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/number_text.h"
#include "ui/report/html.h"
#include "ui/report/report_text.h"
#include "ui/session/sources/data_text.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>

namespace nabla::ui {

namespace {

/// A tenth of a digit's images taken for one other is as bad as the colour can say.
constexpr double worstShare = 0.1;

QString whole(std::uint64_t number)
{
    return QLocale().toString(qulonglong(number));
}

/// Said of every run, also where it is as in a fresh experiment.
bool isAlwaysTold(const Field &field)
{
    static constexpr std::array<std::string_view, 12> keys{
        "layers",    "activation",   "outputActivation",        "cost",          "initializer",
        "optimizer", "learningRate", "regularizationParameter", "miniBatchSize", "epochs",
        "seed",      "data"};
    return std::ranges::find(keys, std::string_view(field.key)) != keys.end();
}

QString epochText(const RunHistory &history, std::uint64_t step)
{
    const double epoch = history.epochAt(step);
    return QLocale().toString(epoch, 'f', step % history.stepsPerEpoch() == 0 ? 0 : 2);
}

QString digestText(const RunStatusData &status)
{
    return status.hasDigest ? QString::fromStdString(formatDigest(status.digest))
                            : Report::tr("not known while it trains");
}

QList<Fact> dataFacts(const Frame &frame)
{
    if (!frame.data)
        return {{Report::tr("Data"), dataTitle(frame.experiment.data)}};
    return {{Report::tr("Data"), dataTitle(frame.data->source),
             Report::tr("%1 training, %2 validation, %3 test digits")
                 .arg(QLocale().toString(frame.data->training.size()),
                      QLocale().toString(frame.data->validation.size()),
                      QLocale().toString(frame.data->test.size()))}};
}

/// Without the sign, which the table's head has.
QString perCent(double fraction)
{
    return QLocale().toString(100.0 * fraction, 'f', 1);
}

QList<Cell> confusionRow(const Confusion &confusion, std::size_t truth, double recall)
{
    const auto &counts = confusion[truth];
    const int images = std::accumulate(counts.begin(), counts.end(), 0);
    QList<Cell> row{{QLocale().toString(static_cast<int>(truth))}};
    for (std::size_t answer = 0; answer < counts.size(); ++answer) {
        Cell cell{counts[answer] > 0 ? QLocale().toString(counts[answer]) : QStringLiteral("·")};
        if (answer == truth)
            cell.background = QColor(0xf1, 0xf2, 0xf5);
        else if (counts[answer] > 0) {
            const double share = std::min(1.0, counts[answer] / (worstShare * images));
            const int paler = static_cast<int>(150.0 * std::sqrt(share));
            cell.background = QColor(255, 240 - paler / 2, 238 - paler / 2);
        }
        row.append(cell);
    }
    row.append({images > 0 ? perCent(recall) : QStringLiteral("–")});
    return row;
}

} // namespace

QString runSection(const Frame &frame)
{
    const RunStatusData &status = frame.status;
    QList<Fact> facts{{Report::tr("State"), runStateText(status)},
                      {Report::tr("Epochs"),
                       Report::tr("%1 of %2").arg(whole(status.epoch), whole(status.epochs))},
                      {Report::tr("Steps"),
                       Report::tr("%1 of %2").arg(whole(status.step), whole(status.totalSteps))},
                      {Report::tr("Training time"), durationText(status.seconds)}};
    facts += dataFacts(frame);
    facts.append({Report::tr("Seed"), QString::number(frame.experiment.seed)});
    facts.append({Report::tr("Digest"), digestText(status)});
    if (frame.snapshot)
        facts.append({Report::tr("Computed with"),
                      QLatin1String(frame.snapshot->network.kernels().id),
                      Report::tr("the same setup and seed give the same digest where it is "
                                 "computed with the same")});
    return sectionHtml(Report::tr("The run"), factsHtml(facts));
}

QString setupSection(const ExperimentConfig &experiment)
{
    const ExperimentConfig fresh;
    QList<Fact> facts;
    for (const Field &field : fieldTable()) {
        const bool isChanged = !isDefault(field, experiment);
        if (!isRelevant(field, experiment) || (!isChanged && !isAlwaysTold(field)))
            continue;
        Fact fact{fieldTitle(field), valueText(experiment, field)};
        if (isChanged && field.kind != FieldKind::Data)
            fact.remark = Report::tr("usually %1").arg(valueText(fresh, field));
        facts.append(fact);
    }
    return sectionHtml(Report::tr("The setup"), factsHtml(facts));
}

QString numbersSection(const RunHistory &history)
{
    struct Set
    {
        QString name;
        Metric cost;
        Metric accuracy;
    };
    const Set sets[]
        = {{Report::tr("Training"), Metric::TrainingCost, Metric::TrainingAccuracy},
           {Report::tr("Validation"), Metric::ValidationCost, Metric::ValidationAccuracy},
           {Report::tr("Test"), Metric::TestCost, Metric::TestAccuracy}};
    QList<QList<Cell>> rows;
    std::uint64_t step = 0;
    for (const Set &set : sets) {
        const auto cost = history.latest({set.cost});
        const auto accuracy = history.latest({set.accuracy});
        if (!cost && !accuracy)
            continue;
        step = history.series({set.cost}).buckets().back().lastStep;
        rows.append({{set.name}, {costText(cost)}, {accuracyText(accuracy)}});
    }
    if (rows.isEmpty())
        return sectionHtml(Report::tr("The numbers at the end"),
                           paragraphHtml(Report::tr("Nothing was measured yet.")));
    QString remark = Report::tr("Measured after epoch %1. Costs are means over the digits, without "
                                "the penalty.")
                         .arg(epochText(history, step));
    if (const auto penalty = history.latest({Metric::Penalty}))
        remark += QLatin1Char(' ')
                  + Report::tr("The penalty of the regularization adds %1.").arg(costText(penalty));
    return sectionHtml(
        Report::tr("The numbers at the end"),
        numbersHtml({Report::tr("Digits"), Report::tr("Cost"), Report::tr("Accuracy")}, rows)
            + quietParagraphHtml(remark));
}

QString layersSection(const RunHistory &history)
{
    const LearningSpeedSummary summary = summarizeLearningSpeed(history);
    const auto ratio = [](const std::vector<double> &speeds, int layer) {
        const auto slower = timesSlowerThanLast(speeds, layer);
        return slower ? Report::tr("%1 ×").arg(ratioText(*slower, QLocale())) : QStringLiteral("–");
    };
    const auto speed = [](const std::vector<double> &speeds, int layer) {
        return significantText(speeds[static_cast<std::size_t>(layer - 1)], 3, QLocale());
    };
    QList<QList<Cell>> rows;
    for (int layer = 1; layer <= summary.hiddenLayers(); ++layer)
        rows.append(
            {{Report::tr("Layer %1").arg(layer), layerColor(layer, history.layerCount(), false)},
             {speed(summary.atStart, layer)},
             {ratio(summary.atStart, layer)},
             {speed(summary.now, layer)},
             {ratio(summary.now, layer)}});
    if (rows.isEmpty())
        return {};
    const QString first
        = summary.isFromStart ? Report::tr("At the start") : Report::tr("When it was opened");
    return sectionHtml(
        Report::tr("How fast each layer learns"),
        numbersHtml({Report::tr("Hidden layer"), first, Report::tr("slower than the last"),
                     Report::tr("At the end"), Report::tr("slower than the last")},
                    rows)
            + quietParagraphHtml(
                Report::tr("‖∂C/∂b‖ over the fixed probe: up to 1,000 training digits, exact.")));
}

QString marksSection(const RunHistory &history)
{
    QList<QList<Cell>> rows;
    for (const KnobMark &mark : history.marks()) {
        const Field *field = findField(mark.field);
        rows.append({{field ? fieldTitle(*field) : QString::fromStdString(mark.field)},
                     {whole(mark.step)},
                     {epochText(history, mark.step)},
                     {QLocale().toString(mark.before, 'g', 6)},
                     {QLocale().toString(mark.after, 'g', 6)}});
    }
    return sectionHtml(Report::tr("Knobs that were turned"),
                       numbersHtml({Report::tr("Knob"), Report::tr("Step"), Report::tr("Epoch"),
                                    Report::tr("before"), Report::tr("after")},
                                   rows));
}

QString confusionSection(const Frame &frame)
{
    if (!frame.evaluation || !frame.evaluation->confusion)
        return {};
    const Confusion &confusion = *frame.evaluation->confusion;
    const auto readings = classReadings(confusion);
    QStringList head{Report::tr("Digit")};
    for (int answer = 0; answer < classCount; ++answer)
        head.append(QLocale().toString(answer));
    head.append(Report::tr("found, %"));
    QList<QList<Cell>> rows;
    QList<Cell> precisions{{Report::tr("right, %")}};
    for (std::size_t digit = 0; digit < confusion.size(); ++digit) {
        rows.append(confusionRow(confusion, digit, readings[digit].recall));
        precisions.append({perCent(readings[digit].precision)});
    }
    precisions.append({QString()});
    rows.append(precisions);
    return sectionHtml(
        Report::tr("What was taken for what"),
        numbersHtml(head, rows)
            + quietParagraphHtml(Report::tr("Validation digits after epoch %1: rows are the true "
                                            "digits, columns the network's answers.")
                                     .arg(epochText(frame.history, frame.evaluation->step))));
}

QString comparisonSection(std::span<const RunView> runs)
{
    if (runs.size() < 2)
        return {};
    QStringList head{QString()};
    for (const RunView &run : runs)
        head.append(run.name);
    QList<QList<Cell>> rows;
    for (const ComparisonRow &row : compareRuns(runs)) {
        QList<Cell> cells{{row.title}};
        for (qsizetype run = 0; run < row.values.size(); ++run) {
            const QString &value = row.values[run];
            cells.append({value.isEmpty() ? QStringLiteral("–") : value});
            cells.back().isBold = row.best == static_cast<int>(run);
        }
        rows.append(cells);
    }
    return sectionHtml(Report::tr("The runs beside each other"), numbersHtml(head, rows));
}

} // namespace nabla::ui
