// SPDX-License-Identifier: GPL-3.0-or-later
// Several runs beside each other.
#include "core/experiments/field_table.h"
#include "core/math/digest.h"
#include "core/telemetry/learning_speed_summary.h"
#include "ui/forms/field_text.h"
#include "ui/plots/number_text.h"
#include "ui/report/html.h"
#include "ui/report/report_sections.h"
#include "ui/report/report_text.h"

#include <QLocale>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

namespace nabla::ui {

namespace {

using TextOfRun = std::function<QString(const RunView &)>;

QList<Cell> rowOf(const QString &name, std::span<const RunView> runs, const TextOfRun &text)
{
    QList<Cell> row{{name}};
    for (const RunView &run : runs)
        row.append({text(run)});
    return row;
}

bool differs(const Field &field, std::span<const RunView> runs)
{
    return std::ranges::any_of(runs, [&](const RunView &run) {
        return field.get(*run.experiment) != field.get(*runs.front().experiment);
    });
}

QString slownessText(const RunHistory &history)
{
    const auto slower = timesSlowerThanLast(summarizeLearningSpeed(history).now, 1);
    return slower ? Report::tr("%1 ×").arg(ratioText(*slower, QLocale())) : QStringLiteral("–");
}

QList<QList<Cell>> resultRows(std::span<const RunView> runs)
{
    const auto accuracy = [](Metric metric) {
        return [metric](const RunView &run) {
            return accuracyText(run.history->latest({metric}));
        };
    };
    const auto cost = [](Metric metric) {
        return [metric](const RunView &run) {
            return costText(run.history->latest({metric}));
        };
    };
    return {
        rowOf(Report::tr("State"), runs, [](const RunView &run) { return stateText(*run.status); }),
        rowOf(Report::tr("Epochs"), runs,
              [](const RunView &run) {
                  return QLocale().toString(run.history->epochAt(run.status->step), 'f', 2);
              }),
        rowOf(Report::tr("Training time"), runs,
              [](const RunView &run) { return durationText(run.status->seconds); }),
        rowOf(Report::tr("Training cost"), runs, cost(Metric::TrainingCost)),
        rowOf(Report::tr("Validation cost"), runs, cost(Metric::ValidationCost)),
        rowOf(Report::tr("Validation accuracy"), runs, accuracy(Metric::ValidationAccuracy)),
        rowOf(Report::tr("Test accuracy"), runs, accuracy(Metric::TestAccuracy)),
        rowOf(Report::tr("Layer 1 slower than the last hidden one"), runs,
              [](const RunView &run) { return slownessText(*run.history); }),
        rowOf(Report::tr("Digest"), runs, [](const RunView &run) {
            return run.status->hasDigest ? QString::fromStdString(formatDigest(run.status->digest))
                                         : QStringLiteral("–");
        })};
}

} // namespace

QString comparisonSection(std::span<const RunView> runs)
{
    if (runs.size() < 2)
        return {};
    QStringList head{QString()};
    for (const RunView &run : runs)
        head.append(run.name);
    QList<QList<Cell>> rows;
    for (const Field &field : fieldTable()) {
        if (differs(field, runs))
            rows.append(rowOf(fieldTitle(field), runs, [&](const RunView &run) {
                return isRelevant(field, *run.experiment) ? valueText(*run.experiment, field)
                                                          : QStringLiteral("–");
            }));
    }
    return sectionHtml(Report::tr("The runs beside each other"),
                       numbersHtml(head, rows + resultRows(runs)));
}

} // namespace nabla::ui
