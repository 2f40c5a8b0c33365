// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/panels/scopes/learning_speed_ladder.h"

#include <QApplication>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include <cmath>

using namespace nabla;
using namespace nabla::ui;

class TestLearningSpeedLadder final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void tellsDecayAndCausesWhereThereIsRoom();
    void tellsOneLayerInALineWhereThereIsNone();
    void theLineIsOfThePointedLayer();
    void eightLayersStayLow();
    void sixtyLayersShareTheHeightOfEight();
    void explainsWithFormulasAndMeasuredNumbers();
    void whatWasNotMeasuredIsNotTold();
    void theArrowKeysWalkThroughTheLayers();
    void aClickOnTheCaptionsPointsAtNothing();
    void networksWithoutHiddenLayersTakeNoRoom();
};

namespace {

/// Layer 4 is the last hidden one: 0.001, 0.01, 0.1, 1.
void fill(LearningSpeedLadder &ladder, int layers = 4)
{
    std::vector<double> speeds;
    std::vector<ErrorDecay> decays;
    for (int layer = 1; layer <= layers; ++layer) {
        speeds.push_back(std::pow(10.0, layer - layers));
        decays.push_back({0.125, 0.2, 2.5});
    }
    ladder.setSpeeds(speeds, layers + 1);
    ladder.setDecays(decays);
}

} // namespace

void TestLearningSpeedLadder::tellsDecayAndCausesWhereThereIsRoom()
{
    LearningSpeedLadder ladder;
    fill(ladder);
    ladder.resize(700, ladder.sizeHint().height());
    QCOMPARE(ladder.detail(), QString()); // everything is in the columns
    QVERIFY(!ladder.grab().isNull());
    QVERIFY(ladder.accessibleDescription().contains(
        "Layer 1 · 0.00100 · 1000 × · ‖δ¹‖/‖δ²‖ 0.13 · mean σ′ 0.20 · ‖W²‖ 2.5"));
}

void TestLearningSpeedLadder::tellsOneLayerInALineWhereThereIsNone()
{
    LearningSpeedLadder ladder;
    fill(ladder);
    ladder.resize(320, ladder.sizeHint().height());
    QCOMPARE(
        ladder.detail(),
        QStringLiteral("Layer 1 · 0.00100 · 1000 × · ‖δ¹‖/‖δ²‖ 0.13 · mean σ′ 0.20 · ‖W²‖ 2.5"));
    ladder.setSelectedLayer(3);
    QVERIFY(ladder.detail().startsWith("Layer 3 · 0.100 · 10 × · ‖δ³‖/‖δ⁴‖"));
}

void TestLearningSpeedLadder::theLineIsOfThePointedLayer()
{
    LearningSpeedLadder ladder;
    fill(ladder);
    ladder.resize(320, ladder.sizeHint().height());
    ladder.show();
    ladder.setSelectedLayer(3);
    QTest::mouseMove(&ladder, {40, ladder.height() - 3});
    QTRY_VERIFY(ladder.detail().startsWith("Layer 1 "));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&ladder, &leave);
    QVERIFY(ladder.detail().startsWith("Layer 3 "));
}

void TestLearningSpeedLadder::eightLayersStayLow()
{
    LearningSpeedLadder six;
    six.setSpeeds(std::vector<double>(6, 0.1), 7);
    LearningSpeedLadder eight;
    eight.setSpeeds(std::vector<double>(8, 0.1), 9);
    QCOMPARE(eight.sizeHint().height(), six.sizeHint().height());
    QVERIFY(eight.minimumSizeHint().height() <= 8 * 11 + eight.fontMetrics().height());
    eight.resize(400, eight.minimumSizeHint().height());
    QVERIFY(!eight.grab().isNull());
}

void TestLearningSpeedLadder::sixtyLayersShareTheHeightOfEight()
{
    LearningSpeedLadder eight;
    fill(eight, 8);
    LearningSpeedLadder sixty;
    fill(sixty, 60);
    QCOMPARE(sixty.minimumSizeHint().height(), eight.minimumSizeHint().height());
    sixty.resize(700, sixty.sizeHint().height());
    QVERIFY(sixty.detail().startsWith("Layer 1 "));
    sixty.setSelectedLayer(60);
    QVERIFY(sixty.detail().startsWith("Layer 60 · 1.00 · 1 "));
    QVERIFY(!sixty.grab().isNull());
    sixty.resize(700, 0);
    QVERIFY(sixty.detail().startsWith("Layer 60 "));
}

void TestLearningSpeedLadder::explainsWithFormulasAndMeasuredNumbers()
{
    LearningSpeedLadder ladder;
    fill(ladder);
    const QString text = ladder.explanation(2);
    QVERIFY(text.contains("100 times slower than layer 4"));
    QVERIFY(text.contains("δ² = (W³)ᵀδ³ ⊙ σ′(z²)"));
    QVERIFY(text.contains("‖δ²‖ / ‖δ³‖ = 0.13"));
    QVERIFY(text.contains("mean |σ′(z²)| = 0.20; of a sigmoid it is at most 1/4"));
    QVERIFY(text.contains("‖W³‖ = 2.5"));
    QVERIFY(!ladder.explanation(4).contains("slower"));
    ladder.setSpeeds({4.0, 1.0}, 3);
    QVERIFY(ladder.explanation(1).contains("4.0 times faster than layer 2"));
}

void TestLearningSpeedLadder::whatWasNotMeasuredIsNotTold()
{
    LearningSpeedLadder ladder;
    ladder.setSpeeds({0.1, 0.2}, 3);
    ladder.setDecays(std::vector<ErrorDecay>(2));
    ladder.resize(700, ladder.sizeHint().height());
    QCOMPARE(ladder.detail(), QString());
    QVERIFY(!ladder.explanation(1).contains("δ"));
    QVERIFY(!ladder.accessibleDescription().contains("δ"));
    ladder.setDecays({ErrorDecay{std::nullopt, 0.25, std::nullopt}, ErrorDecay()});
    QVERIFY(ladder.explanation(1).contains("0.25"));
    QVERIFY(!ladder.explanation(1).contains("what is left of the error"));
}

void TestLearningSpeedLadder::theArrowKeysWalkThroughTheLayers()
{
    LearningSpeedLadder ladder;
    fill(ladder);
    QSignalSpy clicks(&ladder, &LearningSpeedLadder::layerClicked);
    QTest::keyClick(&ladder, Qt::Key_Up);
    QCOMPARE(clicks.takeFirst().first().toInt(), 1);
    ladder.setSelectedLayer(1);
    QTest::keyClick(&ladder, Qt::Key_Down);
    QVERIFY(clicks.isEmpty());
    ladder.setSelectedLayer(4);
    QTest::keyClick(&ladder, Qt::Key_Up);
    QVERIFY(clicks.isEmpty());
    QTest::keyClick(&ladder, Qt::Key_Down);
    QCOMPARE(clicks.takeFirst().first().toInt(), 3);
}

void TestLearningSpeedLadder::aClickOnTheCaptionsPointsAtNothing()
{
    LearningSpeedLadder ladder;
    fill(ladder);
    ladder.resize(700, ladder.sizeHint().height());
    const QSignalSpy clicks(&ladder, &LearningSpeedLadder::layerClicked);
    QTest::mouseClick(&ladder, Qt::LeftButton, {}, {20, 3});
    QCOMPARE(clicks.count(), 0);
    QTest::mouseClick(&ladder, Qt::LeftButton, {}, {20, ladder.height() - 3});
    QCOMPARE(clicks.count(), 1);
}

void TestLearningSpeedLadder::networksWithoutHiddenLayersTakeNoRoom()
{
    LearningSpeedLadder ladder;
    ladder.setSpeeds({}, 1);
    ladder.setDecays({});
    QCOMPARE(ladder.sizeHint().height(), 0);
    QCOMPARE(ladder.minimumSizeHint().height(), 0);
    QVERIFY(ladder.detail().isEmpty());
    QTest::mouseClick(&ladder, Qt::LeftButton);
    QHelpEvent help(QEvent::ToolTip, {1, 1}, {1, 1});
    QCoreApplication::sendEvent(&ladder, &help);
    QVERIFY(!ladder.grab().isNull() || ladder.height() == 0);
}

NABLA_WINDOW_TEST(TestLearningSpeedLadder)
#include "tst_learning_speed_ladder.moc"
