// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/accuracy_panel.h"

#include "ui/plots/number_text.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/session/training_session.h"

#include <QLocale>
#include <QVBoxLayout>

namespace nabla::ui {

AccuracyPanel::AccuracyPanel(ScopeAxis &axis, QWidget *parent)
    : ScopePanel(axis, ScopeScale::Fraction, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&plot());
    plot().setFileStem(QStringLiteral("accuracy"));
}

QString AccuracyPanel::subtitle() const
{
    return m_validation ? tr("validation %1").arg(percentText(*m_validation, 2, QLocale()))
                        : QString();
}

std::vector<ScopeCurve> AccuracyPanel::curves(int) const
{
    // No envelope: a mini-batch of ten knows eleven accuracies, and their range says nothing.
    return {{{Metric::MiniBatchAccuracy},
             CurveDrawing::Mean,
             tr("training"),
             palette().color(QPalette::Text)},
            {{Metric::ValidationAccuracy},
             CurveDrawing::Points,
             tr("validation"),
             palette().color(QPalette::Highlight)}};
}

void AccuracyPanel::showNumbers(const Frame &frame)
{
    m_validation = frame.history.valueAt({Metric::ValidationAccuracy}, frame.moment);
}

void AccuracyPanel::restyle()
{
    plot().setAccessibleName(tr("Accuracy over the run"));
}

Panel *createAccuracyPanel(TrainingSession &session, Selection &, QWidget *parent)
{
    return new AccuracyPanel(ScopeAxis::sharedBy(session), parent);
}

} // namespace nabla::ui
