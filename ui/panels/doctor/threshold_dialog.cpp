// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/doctor/threshold_dialog.h"

#include "ui/panels/doctor/doctor_text.h"
#include "ui/plots/scaled_font.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace nabla::ui {

namespace {

/// Shares are typed as percentages.
double factorOf(ThresholdUnit unit)
{
    return unit == ThresholdUnit::Share ? 100.0 : 1.0;
}

QString typedForm(double value, ThresholdUnit unit)
{
    return QLocale().toString(value * factorOf(unit), 'g', 10);
}

QString unitText(ThresholdUnit unit)
{
    switch (unit) {
    case ThresholdUnit::Times:
        return QStringLiteral("×");
    case ThresholdUnit::Share:
        return QLocale().percent();
    case ThresholdUnit::Steps:
        return ThresholdDialog::tr("steps");
    case ThresholdUnit::Number:
        break;
    }
    return {};
}

/// In the person's locale or in the form 1e-3.
std::optional<double> typedNumber(const QString &text)
{
    bool isNumber = false;
    double value = QLocale().toDouble(text.trimmed(), &isNumber);
    if (!isNumber)
        value = QLocale::c().toDouble(text.trimmed(), &isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

} // namespace

ThresholdDialog::ThresholdDialog(const DoctorThresholds &thresholds, QWidget *parent)
    : QDialog(parent)
    , m_thresholds(thresholds)
{
    setWindowTitle(tr("What the doctor judges by"));
    auto *list = new QWidget;
    auto *rows = new QVBoxLayout(list);
    rows->setContentsMargins(14, 12, 14, 12);
    rows->setSpacing(12);
    for (const ThresholdInfo &info : thresholdTable())
        rows->addWidget(makeRow(info));
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    auto *reset = buttons->addButton(tr("Reset to defaults"), QDialogButtonBox::ResetRole);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(reset, &QPushButton::clicked, this, &ThresholdDialog::resetAll);
    showValues();
    resize(520, 560);
}

QWidget *ThresholdDialog::makeRow(const ThresholdInfo &info)
{
    auto *row = new QWidget;
    auto *title = new QLabel(thresholdTitle(info), row);
    auto *value = new QLineEdit(row);
    auto *unit = new QLabel(unitText(info.unit), row);
    auto *source = new QLabel(
        tr("Default %1. Source: %2.")
            .arg(limitText(info.standard, info.unit, QLocale()), thresholdSource(info)),
        row);
    auto *problem = new QLabel(row);
    title->setWordWrap(true);
    title->setBuddy(value);
    value->setObjectName(QLatin1String(info.id));
    value->setAccessibleName(title->text());
    value->setAccessibleDescription(source->text());
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setFixedWidth(92);
    unit->setMinimumWidth(unit->fontMetrics().horizontalAdvance(tr("steps")));
    for (QLabel *text : {source, problem}) {
        text->setWordWrap(true);
        text->setFont(scaledFont(font(), 0.94));
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    source->setForegroundRole(QPalette::PlaceholderText);
    problem->setForegroundRole(QPalette::BrightText);
    auto *layout = new QGridLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(0, 1);
    layout->addWidget(title, 0, 0);
    layout->addWidget(value, 0, 1);
    layout->addWidget(unit, 0, 2);
    layout->addWidget(problem, 1, 0, 1, 3);
    layout->addWidget(source, 2, 0, 1, 3);
    m_rows.push_back({value, problem});
    connect(value, &QLineEdit::textEdited, this, [this, &info] { revise(info); });
    return row;
}

void ThresholdDialog::revise(const ThresholdInfo &info)
{
    const Row &row = m_rows[static_cast<std::size_t>(info.threshold)];
    const auto typed = typedNumber(row.value->text());
    const double factor = factorOf(info.unit);
    const bool isValid = typed && *typed >= info.min * factor && *typed <= info.max * factor;
    // Rounding must not push a limit out of the range that it stands in.
    if (isValid)
        m_thresholds.set(info.threshold, std::clamp(*typed / factor, info.min, info.max));
    row.problem->setText(
        isValid ? QString()
                : tr("A number from %1 to %2, please.")
                      .arg(typedForm(info.min, info.unit), typedForm(info.max, info.unit)));
    row.problem->setVisible(!isValid);
    row.value->setProperty("hasProblem", !isValid);
    row.value->update();
    m_accept->setEnabled(std::ranges::none_of(
        m_rows, [](const Row &any) { return any.value->property("hasProblem").toBool(); }));
}

void ThresholdDialog::resetAll()
{
    m_thresholds = DoctorThresholds();
    showValues();
}

void ThresholdDialog::showValues()
{
    for (const ThresholdInfo &info : thresholdTable()) {
        m_rows[static_cast<std::size_t>(info.threshold)].value->setText(
            typedForm(m_thresholds[info.threshold], info.unit));
        revise(info);
    }
}

} // namespace nabla::ui
