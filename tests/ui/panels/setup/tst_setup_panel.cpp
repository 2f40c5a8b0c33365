// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/setup/setup_panel.h"

#include "core/experiments/presets.h"
#include "tests/support/test_program.h"
#include "ui/forms/experiment_form.h"
#include "ui/session/next_run.h"
#include "ui/session/training_session.h"

#include <QApplication>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestSetupPanel final : public QObject
{
    Q_OBJECT

private slots:
    void noFieldOfAnyPresetIsOutOfSight();
};

void TestSetupPanel::noFieldOfAnyPresetIsOutOfSight()
{
    TrainingSession session;
    SetupPanel panel(session.nextRun(), session.runs());
    panel.resize(186, 600);
    panel.show();
    for (const Preset &preset : presets()) {
        session.nextRun().changeSetup(preset.config);
        // The layout's requests travel from widget to widget, one round of events each.
        QTRY_VERIFY2(panel.form().width() <= panel.width(), preset.id);
        QTRY_VERIFY2(panel.form().width() >= panel.form().minimumSizeHint().width(), preset.id);
    }
}

NABLA_WINDOW_TEST(TestSetupPanel)
#include "tst_setup_panel.moc"
