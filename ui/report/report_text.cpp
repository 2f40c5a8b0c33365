// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_text.h"

#include "core/experiments/field_table.h"
#include "core/train/run_status.h"
#include "ui/forms/field_text.h"
#include "ui/plots/number_text.h"
#include "ui/session/sources/data_text.h"

#include <QLocale>

#include <cmath>

namespace nabla::ui {

namespace {

const QString notMeasured = QStringLiteral("–");

} // namespace

QString runStateText(const RunStatusData &status)
{
    switch (status.state) {
    case RunState::Idle:
        return Report::tr("not begun");
    case RunState::Running:
        return Report::tr("training");
    case RunState::Paused:
        return Report::tr("paused");
    case RunState::Finished:
        return Report::tr("finished");
    case RunState::Diverged:
        return Report::tr("diverged at step %1 in layer %2")
            .arg(QLocale().toString(qulonglong(status.step + 1)),
                 QLocale().toString(status.divergedLayer));
    case RunState::Failed:
        return Report::tr("failed: %1").arg(QString::fromStdString(status.message));
    }
    return {};
}

QString durationText(double seconds)
{
    const QLocale locale;
    if (seconds < 120.0)
        return Report::tr("%1 s").arg(locale.toString(seconds, 'f', 1));
    const auto whole = static_cast<long long>(std::llround(seconds));
    if (whole < 7200)
        return Report::tr("%1 min %2 s")
            .arg(locale.toString(whole / 60), locale.toString(whole % 60));
    return Report::tr("%1 h %2 min")
        .arg(locale.toString(whole / 3600), locale.toString(whole / 60 % 60));
}

QString costText(std::optional<double> cost)
{
    return cost ? significantText(*cost, 4, QLocale()) : notMeasured;
}

QString accuracyText(std::optional<double> fraction)
{
    return fraction ? percentText(*fraction, 2, QLocale()) : notMeasured;
}

QString valueText(const ExperimentConfig &experiment, const Field &field)
{
    if (field.kind == FieldKind::Data)
        return dataTitle(experiment.data);
    return namedText(experiment, field);
}

} // namespace nabla::ui
