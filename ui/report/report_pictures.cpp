// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_pictures.h"

#include "ui/panels/scopes/accuracy_panel.h"
#include "ui/panels/scopes/cost_panel.h"
#include "ui/panels/scopes/learning_speed_panel.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/report/report_text.h"
#include "ui/session/selection.h"
#include "ui/settings/theme.h"

#include <QWidget>

#include <array>

namespace nabla::ui {

namespace {

constexpr QSize smallPicture(760, 190);
constexpr QSize largePicture(760, 260);

void giveSize(ScopePanel &panel, QSize plotSize)
{
    panel.plot().setFixedSize(plotSize);
    panel.adjustSize();
}

ReportPicture pictureOf(const ScopePanel &panel, const QString &title, const QString &caption)
{
    return {title, panel.plot().accessibleName(), caption, panel.plot().svg(), panel.plot().size()};
}

} // namespace

std::vector<ReportPicture> drawScopes(const Frame &frame)
{
    if (frame.history.layerCount() == 0)
        return {};
    ScopeAxis axis;
    Selection selection;
    QWidget stage; // scopes draw only while they are shown; these are shown to nobody
    CostPanel cost(axis, &stage);
    AccuracyPanel accuracy(axis, &stage);
    LearningSpeedPanel speed(axis, selection, &stage);
    giveSize(cost, smallPicture);
    giveSize(accuracy, smallPicture);
    giveSize(speed, largePicture);
    stage.setAttribute(Qt::WA_DontShowOnScreen);
    stage.setPalette(lightPalette());
    stage.show();
    const std::array<ScopePanel *, 3> panels{&cost, &accuracy, &speed};
    // Twice: the room beside the plots is the widest that any of the three asks for.
    for (int pass = 0; pass < 2; ++pass) {
        for (ScopePanel *panel : panels)
            panel->showFrame(frame);
    }
    return {
        pictureOf(cost, Report::tr("Cost"), cost.subtitle().toHtmlEscaped()),
        pictureOf(accuracy, Report::tr("Accuracy"), accuracy.subtitle().toHtmlEscaped()),
        pictureOf(speed, Report::tr("Learning speed"),
                  speed.subtitle().toHtmlEscaped() + QStringLiteral("<br>") + speed.sentence())};
}

} // namespace nabla::ui
