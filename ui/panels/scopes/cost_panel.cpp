// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/cost_panel.h"

#include "core/experiments/field_table.h"
#include "ui/forms/field_text.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/session/training_session.h"

#include <QVBoxLayout>

namespace nabla::ui {

namespace {

QString costTitle(const std::string &id)
{
    return choiceTitle(*findField("cost"), id);
}

} // namespace

CostPanel::CostPanel(ScopeAxis &axis, QWidget *parent)
    : ScopePanel(axis, ScopeScale::FromZero, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&plot());
    plot().setFileStem(QStringLiteral("cost"));
}

QString CostPanel::subtitle() const
{
    return m_cost.empty() ? QString() : tr("%1, mean a digit").arg(costTitle(m_cost));
}

std::vector<ScopeCurve> CostPanel::curves(int) const
{
    return {{{Metric::MiniBatchCost},
             CurveDrawing::EnvelopeAndMean,
             tr("training"),
             palette().color(QPalette::Text)},
            {{Metric::ValidationCost},
             CurveDrawing::Points,
             tr("validation"),
             palette().color(QPalette::Highlight)}};
}

void CostPanel::showNumbers(const Frame &frame)
{
    m_cost = frame.experiment.cost;
}

void CostPanel::restyle()
{
    plot().setAccessibleName(tr("Cost over the run"));
}

Panel *createCostPanel(TrainingSession &session, Selection &, QWidget *parent)
{
    return new CostPanel(ScopeAxis::sharedBy(session), parent);
}

} // namespace nabla::ui
