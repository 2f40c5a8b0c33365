// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/doctor/doctor_panel.h"

#include "core/experiments/presets.h"
#include "tests/support/frames.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"
#include "ui/panels/doctor/finding_card.h"
#include "ui/panels/doctor/threshold_dialog.h"
#include "ui/session/comparison.h"
#include "ui/session/doctor_settings.h"
#include "ui/session/next_run.h"
#include "ui/session/sources/data_loader.h"
#include "ui/session/training_session.h"

#include <QAction>
#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestDoctorPanel final : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyFrameHasNoFinding();
    void aFindingSaysWhatWhereAndHowMuch();
    void whereNothingIsWrongItSaysWhatWasChecked();
    void theCopiedTextHasEverything();
    void aCardStaysWhileItsNumbersChange();
    void theGravestStandsAbove();
    void aNoteIsQuieterThanAWarning();
    void tryItSetsTheCuredRunBeside();
    void otherThresholdsJudgeAgain();
    void nothingIsCutInANarrowPanel();

    void theDialogHoldsEveryThresholdWithItsDefault();
    void whatIsTypedIsTaken();
    void whatIsRefusedKeepsTheDialogOpen();
    void resetBringsTheDefaultsBack();
};

namespace {

/// Four hidden layers, of which the first learns 125 times slower than the last.
void fillVanishing(RunHistory &history, double first = 1.0 / 125.0)
{
    history = RunHistory(5, 5000);
    for (int layer = 1; layer <= 5; ++layer) {
        for (const Metric metric : {Metric::ProbeSpeed, Metric::ErrorSize})
            history.append({metric, layer}, 2000, layer == 1 ? first : 1.0);
    }
}

QStringList texts(const QWidget &widget)
{
    QStringList all;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (!label->isHidden())
            all << label->text();
    }
    return all;
}

/// Those that are shown, from above.
QList<FindingCard *> cards(const DoctorPanel &panel)
{
    QList<FindingCard *> shown;
    for (FindingCard *card : panel.findChildren<FindingCard *>()) {
        if (!card->isHidden())
            shown << card;
    }
    std::ranges::sort(shown, {}, [](const FindingCard *card) { return card->y(); });
    return shown;
}

QPushButton *tryButton(const FindingCard &card)
{
    for (QPushButton *button : card.findChildren<QPushButton *>()) {
        if (!button->menu())
            return button;
    }
    return nullptr;
}

std::unique_ptr<TrainingSession> barSession()
{
    return std::make_unique<TrainingSession>(
        std::make_unique<DataLoader>([](const std::string &source, const ProgressFunction &) {
            auto data = std::make_shared<Dataset>(*nabla::test::barData(400, 50, 50));
            data->source = source;
            return std::shared_ptr<const Dataset>(data);
        }));
}

QLineEdit *editorOf(const ThresholdDialog &dialog, const char *id)
{
    return dialog.findChild<QLineEdit *>(QLatin1String(id));
}

void type(QLineEdit *editor, const char *text)
{
    editor->selectAll();
    QTest::keyClicks(editor, QLatin1String(text));
}

QPushButton *acceptButton(const ThresholdDialog &dialog)
{
    return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
}

} // namespace

void TestDoctorPanel::anEmptyFrameHasNoFinding()
{
    TrainingSession session;
    DoctorPanel panel(session);
    panel.showFrame(session.frame());
    QVERIFY(cards(panel).isEmpty());
    QVERIFY(texts(panel).contains(QStringLiteral("There is no run yet.")));
    QCOMPARE(panel.subtitle(), QString());
}

void TestDoctorPanel::aFindingSaysWhatWhereAndHowMuch()
{
    TrainingSession session;
    DoctorPanel panel(session);
    ui::test::FrameSource source;
    fillVanishing(source.history);
    panel.showFrame(source.frame());
    QCOMPARE(cards(panel).size(), 1);
    const QStringList said = texts(*cards(panel).front());
    QVERIFY(said.contains(QStringLiteral("Vanishing gradient")));
    QVERIFY(said.contains(QStringLiteral("Layer 1")));
    QVERIFY(said.contains(QStringLiteral("Layer 1 learns 130 times slower than layer 4.")));
    QVERIFY(said.filter(QStringLiteral("step 2,000, epoch 0.40")).size() == 1);
    QVERIFY(said.filter(QStringLiteral("limit 10")).size() == 1);
    QVERIFY(said.filter(QStringLiteral("chapter 5")).size() == 1);
    QCOMPARE(panel.subtitle(), QStringLiteral("one finding"));
    QCOMPARE(tryButton(*cards(panel).front())->text(),
             QStringLiteral("Try it: ReLU with He's weights"));
}

void TestDoctorPanel::whereNothingIsWrongItSaysWhatWasChecked()
{
    TrainingSession session;
    DoctorPanel panel(session);
    ui::test::FrameSource source;
    fillVanishing(source.history, 0.5);
    panel.showFrame(source.frame());
    QVERIFY(cards(panel).isEmpty());
    QCOMPARE(panel.subtitle(), QStringLiteral("nothing wrong"));
    const QStringList said = texts(panel);
    QVERIFY(said.contains(QStringLiteral("Nothing wrong was found.")));
    QVERIFY(
        !said.filter(QStringLiteral("Checked: Vanishing gradient, Exploding gradient.")).isEmpty());
    QVERIFY(!said.filter(QStringLiteral("not yet: Divergence, Dead neurons")).isEmpty());
}

void TestDoctorPanel::theCopiedTextHasEverything()
{
    TrainingSession session;
    DoctorPanel panel(session);
    ui::test::FrameSource source;
    fillVanishing(source.history);
    panel.showFrame(source.frame());
    for (const char *part :
         {"Vanishing gradient · Layer 1\n", "130 times slower", "Measured 130",
          "our measurements: at the start two hidden sigmoid layers", "chapter 5", "Checked: "})
        QVERIFY2(panel.text().contains(QString::fromUtf8(part)), part);
}

void TestDoctorPanel::aCardStaysWhileItsNumbersChange()
{
    TrainingSession session;
    DoctorPanel panel(session);
    ui::test::FrameSource source;
    fillVanishing(source.history);
    panel.showFrame(source.frame());
    const QList<FindingCard *> before = cards(panel);
    fillVanishing(source.history, 1.0 / 800.0);
    source.status.state = RunState::Paused; // judged at once
    panel.showFrame(source.frame());
    QCOMPARE(cards(panel), before);
    QVERIFY(!texts(*before.front()).filter(QStringLiteral("800 times slower")).isEmpty());
    fillVanishing(source.history, 0.5);
    source.status.state = RunState::Running;
    panel.showFrame(source.frame());
    QVERIFY(cards(panel).isEmpty());
}

void TestDoctorPanel::theGravestStandsAbove()
{
    TrainingSession session;
    DoctorPanel panel(session);
    panel.resize(400, 900);
    panel.show();
    ui::test::FrameSource source;
    fillVanishing(source.history);
    panel.showFrame(source.frame());
    source.status.state = RunState::Diverged;
    source.status.divergedLayer = 2;
    panel.showFrame(source.frame());
    QTRY_COMPARE(cards(panel).size(), 2);
    QTRY_VERIFY(cards(panel).front()->accessibleName() == QStringLiteral("Divergence"));
    QCOMPARE(panel.subtitle(), QStringLiteral("2 findings"));
}

void TestDoctorPanel::aNoteIsQuieterThanAWarning()
{
    const auto markColor = [](double trainingAccuracy) {
        TrainingSession session;
        DoctorPanel panel(session);
        ui::test::FrameSource source;
        fillVanishing(source.history);
        source.history.append({Metric::TrainingAccuracy}, 2000, trainingAccuracy);
        panel.showFrame(source.frame());
        FindingCard *card = cards(panel).front();
        card->resize(300, 200);
        return card->grab().toImage().pixelColor(6, 100);
    };
    QVERIFY(markColor(0.2) != markColor(0.95));
}

void TestDoctorPanel::tryItSetsTheCuredRunBeside()
{
    const auto session = barSession();
    ExperimentConfig sick; // chapter 5's four hidden layers
    sick.epochs = 1;
    sick.data = "bars";
    session->nextRun().changeSetup(sick);
    DoctorPanel panel(*session);
    panel.resize(400, 700);
    panel.show();
    connect(session.get(), &TrainingSession::frameReady, &panel, &DoctorPanel::showFrame);
    session->nextRun().start();
    QTRY_COMPARE(cards(panel).size(), 1);
    QPushButton *button = tryButton(*cards(panel).front());
    QVERIFY(button->isEnabled());
    button->click();
    QCOMPARE(session->frame().runs.size(), std::size_t{2});
    const RunView cured = session->frame().runs[1];
    QVERIFY(cured.name.contains(QStringLiteral("ReLU with He's weights")));
    QCOMPARE(cured.experiment->activation, std::string("relu"));
    QCOMPARE(cured.experiment->seed, sick.seed);
    // The same again would be the same run.
    QVERIFY(!button->isEnabled());
    session->comparison().dropOthers();
    QVERIFY(button->isEnabled());
}

void TestDoctorPanel::otherThresholdsJudgeAgain()
{
    const auto session = barSession();
    ExperimentConfig setup;
    setup.data = "bars";
    session->nextRun().changeSetup(setup);
    DoctorPanel panel(*session);
    panel.show();
    connect(session.get(), &TrainingSession::frameReady, &panel, &DoctorPanel::showFrame);
    session->nextRun().start();
    QTRY_COMPARE(cards(panel).size(), 1);
    DoctorThresholds lenient;
    lenient.set(Threshold::VanishingRatio, 1e6);
    session->doctorSettings().setThresholds(lenient);
    QVERIFY(cards(panel).isEmpty());
}

void TestDoctorPanel::nothingIsCutInANarrowPanel()
{
    TrainingSession session;
    DoctorPanel panel(session);
    panel.resize(panel.minimumWidth(), 700);
    panel.show();
    ui::test::FrameSource source;
    fillVanishing(source.history);
    panel.showFrame(source.frame());
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QTRY_VERIFY(cards(panel).front()->width() > 200);
    const FindingCard *card = cards(panel).front();
    QVERIFY(card->mapTo(&panel, QPoint(card->width(), 0)).x() <= panel.width());
    for (const QPushButton *button : card->findChildren<QPushButton *>())
        QVERIFY(button->geometry().right() < card->width());
}

void TestDoctorPanel::theDialogHoldsEveryThresholdWithItsDefault()
{
    DoctorThresholds thresholds;
    thresholds.set(Threshold::DeadShare, 0.4);
    const ThresholdDialog dialog(thresholds);
    for (const ThresholdInfo &info : thresholdTable())
        QVERIFY2(editorOf(dialog, info.id), info.id);
    QCOMPARE(editorOf(dialog, "deadShare")->text(), QStringLiteral("40"));
    QCOMPARE(editorOf(dialog, "vanishingRatio")->text(), QStringLiteral("10"));
    QVERIFY(texts(dialog).filter(QStringLiteral("Source: SageMaker")).size() >= 2);
    QVERIFY(texts(dialog).filter(QStringLiteral("Default ")).size()
            == static_cast<qsizetype>(thresholdCount));
    QVERIFY(dialog.thresholds() == thresholds);
}

void TestDoctorPanel::whatIsTypedIsTaken()
{
    ThresholdDialog dialog{DoctorThresholds()};
    type(editorOf(dialog, "deadShare"), "25");
    type(editorOf(dialog, "smallestUpdateRatio"), "2e-5");
    QCOMPARE(dialog.thresholds()[Threshold::DeadShare], 0.25);
    QCOMPARE(dialog.thresholds()[Threshold::SmallestUpdateRatio], 2e-5);
    QVERIFY(acceptButton(dialog)->isEnabled());
}

void TestDoctorPanel::whatIsRefusedKeepsTheDialogOpen()
{
    ThresholdDialog dialog{DoctorThresholds()};
    for (const char *wrong : {"half", "101", "-3"}) {
        type(editorOf(dialog, "deadShare"), wrong);
        QVERIFY2(!acceptButton(dialog)->isEnabled(), wrong);
        QVERIFY(!texts(dialog).filter(QStringLiteral("A number from 1 to 100")).isEmpty());
    }
    type(editorOf(dialog, "deadShare"), "60");
    QVERIFY(acceptButton(dialog)->isEnabled());
    QCOMPARE(dialog.thresholds()[Threshold::DeadShare], 0.6);
}

void TestDoctorPanel::resetBringsTheDefaultsBack()
{
    DoctorThresholds thresholds;
    thresholds.set(Threshold::DeadShare, 0.4);
    ThresholdDialog dialog(thresholds);
    type(editorOf(dialog, "vanishingRatio"), "no");
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Reset to defaults"))
            button->click();
    }
    QVERIFY(dialog.thresholds().isStandard());
    QCOMPARE(editorOf(dialog, "deadShare")->text(), QStringLiteral("50"));
    QVERIFY(acceptButton(dialog)->isEnabled());
}

NABLA_WINDOW_TEST(TestDoctorPanel)
#include "tst_doctor_panel.moc"
