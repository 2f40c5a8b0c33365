// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <string_view>

namespace nabla::ui {

namespace {

/// What nothing means in this field; empty where a nought is a number like others.
QString zeroText(const Field &field)
{
    const std::string_view key = field.key;
    if (key == "trainingSetSize")
        return QCoreApplication::translate("ExperimentForm", "all");
    constexpr std::string_view switches[]
        = {"gradientClipping", "earlyStopping", "scheduleStop",
           "dropout",          "maxNorm",       "l1RegularizationParameter"};
    if (std::ranges::find(switches, key) != std::end(switches))
        return QCoreApplication::translate("ExperimentForm", "off");
    return {};
}

QString experimentText(const char *text)
{
    return QCoreApplication::translate("Experiment", text);
}

QString numberText(double value)
{
    return QLocale().toString(value, 'g', QLocale::FloatingPointShortest);
}

} // namespace

QString shownText(const ExperimentConfig &config, const Field &field)
{
    const QString ofZero = zeroText(field);
    if (!ofZero.isEmpty() && toNumber(config, field) == 0.0)
        return ofZero;
    switch (field.kind) {
    case FieldKind::Layers:
        return QString::fromStdString(toText(config, field))
            .replace(QLatin1Char(','), QLatin1Char(' '));
    case FieldKind::Real:
        return numberText(toNumber(config, field));
    case FieldKind::Integer:
        return QLocale().toString(static_cast<qlonglong>(toNumber(config, field)));
    case FieldKind::Seed:
    case FieldKind::Choice:
    case FieldKind::ChoiceList:
    case FieldKind::Data:
        break;
    }
    return QString::fromStdString(toText(config, field));
}

QString choiceTitle(const Field &field, const std::string &id)
{
    for (const FieldChoice &choice : field.choices) {
        if (id == choice.id)
            return QCoreApplication::translate("Experiment", choice.title);
    }
    return QString::fromStdString(id);
}

QString namedText(const ExperimentConfig &config, const Field &field)
{
    return field.choices.empty() ? shownText(config, field)
                                 : choiceTitle(field, toText(config, field));
}

std::string typedText(const Field &field, const QString &text)
{
    const QString typed = text.trimmed();
    bool isNumber = false;
    const QString ofZero = zeroText(field);
    if (!ofZero.isEmpty() && (typed.isEmpty() || typed == ofZero))
        return "0";
    if (field.kind == FieldKind::Real) {
        double value = QLocale().toDouble(typed, &isNumber);
        if (!isNumber)
            value = QLocale::c().toDouble(typed, &isNumber);
        if (isNumber)
            return QString::number(value, 'g', QLocale::FloatingPointShortest).toStdString();
    } else if (field.kind == FieldKind::Integer) {
        const qlonglong value = QLocale().toLongLong(typed, &isNumber);
        if (isNumber)
            return std::to_string(value);
    } else if (field.kind == FieldKind::Seed) {
        const qulonglong value = QLocale().toULongLong(typed, &isNumber);
        if (isNumber)
            return std::to_string(value);
    }
    return typed.toStdString();
}

QString fieldTitle(const Field &field)
{
    return experimentText(field.title);
}

QString fieldHelp(const Field &field)
{
    QString text = experimentText(field.help);
    if (field.kind != FieldKind::Real && field.kind != FieldKind::Integer)
        return text;
    const QString range = QCoreApplication::translate("ExperimentForm", "%1 to %2")
                              .arg(numberText(field.min), numberText(field.max));
    const QString unit = experimentText(field.unit);
    return text + QLatin1Char('\n') + (unit.isEmpty() ? range : range + QLatin1Char(' ') + unit);
}

QString groupTitle(FieldGroup group)
{
    switch (group) {
    case FieldGroup::Network:
        return QCoreApplication::translate("ExperimentForm", "Network");
    case FieldGroup::Learning:
        return QCoreApplication::translate("ExperimentForm", "Learning");
    case FieldGroup::Regularization:
        return QCoreApplication::translate("ExperimentForm", "Regularisation");
    case FieldGroup::Run:
        return QCoreApplication::translate("ExperimentForm", "Run");
    }
    return {};
}

} // namespace nabla::ui
