// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/preparation_panel.h"

#include "core/digits/drawn_digits.h"
#include "core/measure/evaluator.h"
#include "core/nn/cost.h"
#include "tests/support/frames.h"
#include "tests/support/test_program.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/canvas/pictures/picture_reader.h"
#include "ui/panels/draw/draw_panel.h"
#include "ui/panels/draw/preparation_step.h"
#include "ui/panels/draw/raster_view.h"
#include "ui/session/selection.h"

#include <QApplication>
#include <QCheckBox>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestPreparationPanel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void nothingIsSaidBeforeItWasMeasured();
    void aBoxSwitchesItsStepOffForEverybody();
    void aPictureIsPreparedByTheSameSteps();
    void allStepsComeBack();
    void thePriceIsThatOfTheNetwork();
    void aRunThatRestsIsMeasuredByItself();
    void aRunThatTrainsIsMeasuredOnDemandOnly();
    void aResetForgetsThePrices();
    void aNetworkThatCannotReadDigitsIsNotMeasured();
    void itEndsInTheMiddleOfAMeasurement();
    void languageAndSizeFollow();

private:
    void show(RunState state, std::shared_ptr<const Snapshot> snapshot);

    FrameSource m_source;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<PreparationPanel> m_panel;
};

void TestPreparationPanel::init()
{
    m_source = {};
    m_selection = std::make_unique<Selection>();
    m_panel = std::make_unique<PreparationPanel>(*m_selection);
    m_panel->resize(700, 300);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestPreparationPanel::cleanup()
{
    m_panel.reset();
    m_selection.reset();
}

void TestPreparationPanel::show(RunState state, std::shared_ptr<const Snapshot> snapshot)
{
    m_source.status.state = state;
    m_source.status.step = snapshot ? snapshot->step : 0;
    m_source.snapshot = std::move(snapshot);
    m_panel->showFrame(m_source.frame());
}

void TestPreparationPanel::nothingIsSaidBeforeItWasMeasured()
{
    show(RunState::Idle, nullptr);
    QVERIFY(!m_panel->measureButton().isEnabled());
    show(RunState::Idle, certainOf(3));
    QVERIFY(m_panel->measureButton().isEnabled());
    QVERIFY(m_panel->subtitle().isEmpty());
    for (std::size_t k = 0; k <= normalizationSteps; ++k)
        QVERIFY(m_panel->stage(k).priceText().isEmpty());
}

void TestPreparationPanel::aBoxSwitchesItsStepOffForEverybody()
{
    DrawPanel draw(*m_selection);
    const Drawing drawing{{{0.1, 0.1}, {0.15, 0.35}, {0.3, 0.3}}};
    draw.canvas().sheet().setDrawing(drawing);
    QCOMPARE(m_selection->drawing(), drawing);
    for (std::size_t step = 0; step < normalizationSteps; ++step) {
        m_panel->stage(step + 1).box()->click();
        Normalization steps;
        steps.*normalizationSwitches[step] = false;
        QCOMPARE(m_selection->normalization(), steps);
        QCOMPARE(m_selection->image(), rasterize(drawing, paperPen(), {}, steps));
        QVERIFY(m_selection->image() != rasterize(drawing, paperPen()));
        m_panel->stage(step + 1).box()->click();
        QCOMPARE(m_selection->image(), rasterize(drawing, paperPen()));
    }
}

void TestPreparationPanel::aPictureIsPreparedByTheSameSteps()
{
    DrawPanel draw(*m_selection);
    QImage image(60, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter(&image).fillRect(5, 10, 10, 40, Qt::black);
    QPainter(&image).fillRect(5, 10, 20, 10, Qt::black);
    draw.canvas().sheet().setPicture(readPicture(image).picture);
    const PreparedPicture &picture = draw.canvas().sheet().picture()->prepared;
    QVERIFY(m_selection->drawing().empty());
    QTRY_VERIFY(m_panel->sentence().contains(QStringLiteral("no pen")));
    QVERIFY(!m_panel->stage(3).box()->isEnabled());
    for (const std::size_t step : {0, 1, 3}) {
        m_panel->stage(step + 1).box()->click();
        Normalization steps;
        steps.*normalizationSwitches[step] = false;
        QCOMPARE(m_selection->image(), picture.raster(steps));
        QVERIFY(m_selection->image() != picture.raster());
        const auto stages = picture.stages(steps);
        for (std::size_t k = 0; k <= normalizationSteps; ++k)
            QCOMPARE(m_panel->stage(k).findChild<RasterView *>()->raster(), stages[k]);
        m_panel->stage(step + 1).box()->click();
        QCOMPARE(m_selection->image(), picture.raster());
    }
    draw.canvas().sheet().setDrawing({{{0.1, 0.1}, {0.8, 0.8}}});
    QVERIFY(!m_selection->picture());
    QTRY_VERIFY(m_panel->stage(3).box()->isEnabled());
}

void TestPreparationPanel::allStepsComeBack()
{
    m_selection->setNormalization(noNormalization);
    for (std::size_t k = 1; k <= normalizationSteps; ++k)
        QVERIFY(!m_panel->stage(k).isTaken());
    const auto buttons = m_panel->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button != &m_panel->measureButton())
            button->click();
    }
    QCOMPARE(m_selection->normalization(), Normalization{});
    for (std::size_t k = 1; k <= normalizationSteps; ++k)
        QVERIFY(m_panel->stage(k).isTaken());
}

void TestPreparationPanel::thePriceIsThatOfTheNetwork()
{
    show(RunState::Idle, leftOrNot(5));
    m_panel->measureButton().click();
    QVERIFY(!m_panel->measureButton().isEnabled());
    QTRY_VERIFY(m_panel->prices());
    QVERIFY(m_panel->measureButton().isEnabled());
    QCOMPARE(m_panel->prices()->step, std::uint64_t{5});
    QCOMPARE(m_panel->prices()->drawings, 1000);
    // Against the set made here, stage by stage: the same hand and seed.
    const auto digits = drawDigits(mildDigits(), 20, 1000);
    for (const Normalization steps :
         {Normalization{}, Normalization{false, true, true, true}, noNormalization}) {
        const auto expected = evaluateSet(m_source.snapshot->network, findCost("cross-entropy"),
                                          imagesOf(digits, paperPen(), steps));
        QCOMPARE(m_panel->prices()->accuracy(steps), expected->accuracy);
    }
    QVERIFY(m_panel->prices()->accuracy({}) != m_panel->prices()->accuracy(noNormalization));
    QVERIFY(!m_panel->stage(1).priceText().isEmpty());
    QVERIFY(m_panel->stage(0).priceText().isEmpty());
    QVERIFY(m_panel->sentence().contains(QStringLiteral("1,000")));
}

void TestPreparationPanel::aRunThatRestsIsMeasuredByItself()
{
    show(RunState::Paused, certainOf(3, 7));
    QTRY_VERIFY(m_panel->prices());
    QCOMPARE(m_panel->prices()->accuracy({}), 0.1); // every tenth digit is a 3
    QSignalSpy again(m_panel.get(), &Panel::subtitleChanged);
    show(RunState::Paused, m_source.snapshot);
    QVERIFY(m_panel->measureButton().isEnabled()); // once is enough
    show(RunState::Finished, certainOf(4, 9));
    QTRY_COMPARE(m_panel->prices()->step, std::uint64_t{9});
}

void TestPreparationPanel::aRunThatTrainsIsMeasuredOnDemandOnly()
{
    show(RunState::Running, certainOf(3, 7));
    QVERIFY(m_panel->measureButton().isEnabled()); // nothing is under way
    m_panel->measureButton().click();
    QTRY_VERIFY(m_panel->prices());
    show(RunState::Running, certainOf(3, 8));
    QCOMPARE(m_panel->prices()->step, std::uint64_t{7}); // stands until it is measured again
}

void TestPreparationPanel::aResetForgetsThePrices()
{
    show(RunState::Paused, certainOf(3, 7));
    QTRY_VERIFY(m_panel->prices());
    const Frame frame = m_source.frame();
    Frame other{frame.history, certainOf(5), frame.data, frame.status, frame.experiment, 2};
    m_source.status.state = RunState::Idle;
    m_panel->showFrame(other);
    QVERIFY(!m_panel->prices());
    QVERIFY(m_panel->stage(2).priceText().isEmpty());
}

void TestPreparationPanel::aNetworkThatCannotReadDigitsIsNotMeasured()
{
    for (const auto &layers : {std::vector<int>{100, 10}, std::vector<int>{784, 3}}) {
        show(RunState::Paused,
             std::make_shared<const Snapshot>(Snapshot{Network(layers, "sigmoid"), 0}));
        QVERIFY(!m_panel->measureButton().isEnabled());
        QVERIFY(!m_panel->prices());
    }
}

void TestPreparationPanel::itEndsInTheMiddleOfAMeasurement()
{
    show(RunState::Paused, certainOf(3, 7));
    QVERIFY(!m_panel->measureButton().isEnabled());
    m_panel.reset();
}

void TestPreparationPanel::languageAndSizeFollow()
{
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_panel.get(), &language);
    m_panel->grab();
    QVERIFY2(m_panel->minimumSizeHint().width() <= 470,
             qPrintable(QString::number(m_panel->minimumSizeHint().width())));
    QVERIFY(m_panel->minimumSizeHint().height() <= 240);
}

NABLA_WINDOW_TEST(TestPreparationPanel)
#include "tst_preparation_panel.moc"
