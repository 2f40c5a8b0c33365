// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/time_bar.h"

#include "tests/support/test_program.h"
#include "tests/ui/dialogs/bar_loader.h"
#include "tests/ui/window/brackets.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/panels/draw/draw_panel.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/session/next_run.h"
#include "ui/session/selection.h"
#include "ui/session/time_machine.h"
#include "ui/session/training_session.h"
#include "ui/window/moment_slider.h"

#include <QAccessible>
#include <QApplication>
#include <QCoreApplication>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using nabla::ui::test::Brackets;

class TestTimeBar final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init();
    void cleanup();

    void untrainedItSaysWhyItCannotMove();
    void keysGoFromMomentToMoment();
    void aClickGoesToTheNearestMoment();
    void theScopesUnitSpreadsTheMoments();
    void theHandleStaysWhenMomentsCome();
    void theButtonsGoBackAndBranch();
    void theDrawingIsReadAsItWasThen();
    void theTextsFollowTheLanguage();
    void itIsAccessible();
    void itIsSlim();

private:
    void trainTo(int epochs);
    void click(double place);

    std::unique_ptr<TrainingSession> m_session;
    std::unique_ptr<TimeBar> m_bar;
};

void TestTimeBar::init()
{
    m_session = std::make_unique<TrainingSession>(nabla::ui::test::anyBarLoader());
    ExperimentConfig config;
    config.layers = {784, 12, 10};
    config.learningRate = 0.5;
    config.data = "bars"; // six steps an epoch
    m_session->nextRun().changeSetup(config);
    m_bar = std::make_unique<TimeBar>(*m_session);
    m_bar->resize(1000, m_bar->sizeHint().height());
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
}

void TestTimeBar::cleanup()
{
    m_bar.reset();
    m_session.reset();
}

void TestTimeBar::trainTo(int epochs)
{
    ExperimentConfig config = m_session->nextRun().setup();
    config.epochs = epochs;
    m_session->nextRun().changeSetup(config);
    m_session->nextRun().start();
    QTRY_VERIFY(m_session->frame().status.hasDigest);
    m_session->train();
    QTRY_VERIFY(m_session->frame().status.state == RunState::Finished
                && m_session->frame().status.hasDigest);
    QTRY_VERIFY(m_bar->slider().isEnabled());
}

/// 0 the start, 1 the present.
void TestTimeBar::click(double place)
{
    const MomentSlider &slider = m_bar->slider();
    constexpr double margin = 7.0;
    const int x = qRound(margin + place * (slider.width() - 2.0 * margin));
    QTest::mouseClick(&m_bar->slider(), Qt::LeftButton, {}, QPoint(x, slider.height() / 2));
}

void TestTimeBar::untrainedItSaysWhyItCannotMove()
{
    QVERIFY(!m_bar->slider().isEnabled());
    QVERIFY(m_bar->text().contains("train first"));
    m_session->nextRun().start();
    QTRY_VERIFY(m_session->frame().status.hasDigest);
    QVERIFY(!m_bar->slider().isEnabled());
    QVERIFY(!m_bar->branchButton().isEnabled());
    QVERIFY(!m_bar->nowButton().isEnabled());
    QVERIFY(m_bar->text().contains("train first"));
    m_session->stepMiniBatch();
    QTRY_VERIFY(m_bar->slider().isEnabled());
    QVERIFY(m_bar->text().contains("step 1"));
}

void TestTimeBar::keysGoFromMomentToMoment()
{
    trainTo(30);
    const std::vector<std::uint64_t> steps = m_session->timeMachine().steps();
    QCOMPARE(steps.back(), std::uint64_t(180));
    MomentSlider &slider = m_bar->slider();
    QVERIFY(m_bar->text().startsWith("Now"));
    QTest::keyClick(&slider, Qt::Key_Left);
    QCOMPARE(m_session->timeMachine().moment(), std::optional(steps.back()));
    QTest::keyClick(&slider, Qt::Key_Left);
    QCOMPARE(m_session->timeMachine().moment(), std::optional(steps[steps.size() - 2]));
    QTest::keyClick(&slider, Qt::Key_Right);
    QCOMPARE(m_session->timeMachine().moment(), std::optional(steps.back()));
    QTest::keyClick(&slider, Qt::Key_Home);
    QCOMPARE(m_session->timeMachine().moment(), std::optional<std::uint64_t>(0));
    QCOMPARE(m_bar->text(), QStringLiteral("Then: epoch 0.00, step 0"));
    QTest::keyClick(&slider, Qt::Key_Right);
    QTest::keyClick(&slider, Qt::Key_Right);
    QTest::keyClick(&slider, Qt::Key_Right);
    QCOMPARE(m_bar->text(), QStringLiteral("Then: epoch 0.50, step 3"));
    QTest::keyClick(&slider, Qt::Key_End);
    QVERIFY(!m_session->timeMachine().moment());
    QCOMPARE(m_bar->text(), QStringLiteral("Now: epoch 30.00, step 180"));
}

void TestTimeBar::aClickGoesToTheNearestMoment()
{
    trainTo(30);
    click(0.0);
    QCOMPARE(m_session->timeMachine().moment(), std::optional<std::uint64_t>(0));
    click(1.0 / 3.0);
    QCOMPARE(m_session->timeMachine().moment(), std::optional<std::uint64_t>(60));
    click(1.0);
    QVERIFY(!m_session->timeMachine().moment()); // the last moment is the present: that is meant
    QSignalSpy moves(&m_session->timeMachine(), &TimeMachine::momentChanged);
    click(1.0);
    QVERIFY(moves.empty());
}

void TestTimeBar::theScopesUnitSpreadsTheMoments()
{
    trainTo(30);
    ScopeAxis::sharedBy(*m_session).setUnit(XUnit::Steps);
    click(1.0 / 3.0);
    QCOMPARE(m_session->timeMachine().moment(), std::optional<std::uint64_t>(60));
    ScopeAxis::sharedBy(*m_session).setUnit(XUnit::Seconds);
    QCOMPARE(m_session->timeMachine().moment(), std::optional<std::uint64_t>(60));
    click(0.0);
    QCOMPARE(m_session->timeMachine().moment(), std::optional<std::uint64_t>(0));
}

void TestTimeBar::theHandleStaysWhenMomentsCome()
{
    ExperimentConfig config = m_session->nextRun().setup();
    config.epochs = 1'000'000;
    m_session->nextRun().changeSetup(config);
    m_session->nextRun().start();
    m_session->train();
    QTRY_VERIFY(m_session->timeMachine().steps().size() > 20);
    m_session->timeMachine().goTo(7);
    QTRY_COMPARE(m_session->frame().moment, std::optional<std::uint64_t>(7));
    const std::size_t before = m_session->timeMachine().steps().size();
    QTRY_VERIFY(m_bar->slider().maximum() > static_cast<int>(before) + 10);
    QCOMPARE(m_session->timeMachine().moment(), std::optional<std::uint64_t>(7));
    QCOMPARE(m_bar->slider().momentOf(m_bar->slider().value()), std::optional<std::uint64_t>(7));
    m_session->timeMachine().goTo({});
    QCOMPARE(m_bar->slider().value(), m_bar->slider().maximum());
}

void TestTimeBar::theButtonsGoBackAndBranch()
{
    trainTo(30);
    click(1.0 / 3.0);
    QVERIFY(m_bar->nowButton().isEnabled());
    m_bar->nowButton().click();
    QVERIFY(!m_session->timeMachine().moment());
    QVERIFY(!m_bar->nowButton().isEnabled());
    click(1.0 / 3.0);
    m_bar->branchButton().click();
    QTRY_COMPARE(m_session->frame().runs.size(), std::size_t(2));
    QCOMPARE(m_session->frame().status.step, std::uint64_t(60));
    // The branch has no past yet.
    QVERIFY(!m_bar->slider().isEnabled());
}

void TestTimeBar::theDrawingIsReadAsItWasThen()
{
    Selection selection;
    DrawPanel panel(selection);
    connect(m_session.get(), &TrainingSession::frameReady, &panel,
            [&panel](const Frame &frame) { panel.showFrame(frame); });
    panel.resize(312, 400);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    trainTo(30);
    DigitCanvas &canvas = panel.canvas();
    const int middle = canvas.height() / 2;
    QTest::mousePress(&canvas, Qt::LeftButton, {}, QPoint(canvas.width() / 4, middle));
    QTest::mouseMove(&canvas, QPoint(canvas.width() * 3 / 4, middle));
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, QPoint(canvas.width() * 3 / 4, middle));
    QVERIFY(panel.reading());
    const auto now = panel.reading()->outputs;
    click(0.0);
    QTRY_VERIFY(panel.reading()->outputs != now);
    const auto start = panel.reading()->outputs;
    click(1.0 / 3.0);
    QTRY_VERIFY(panel.reading()->outputs != start && panel.reading()->outputs != now);
    m_bar->nowButton().click();
    QCOMPARE(panel.reading()->outputs, now);
}

void TestTimeBar::theTextsFollowTheLanguage()
{
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QTRY_VERIFY(m_bar->nowButton().text().startsWith('['));
    QVERIFY(m_bar->branchButton().text().startsWith('['));
    QVERIFY(m_bar->text().startsWith('['));
    QVERIFY(m_bar->slider().accessibleName().startsWith('['));
    QCoreApplication::removeTranslator(&brackets);
}

void TestTimeBar::itIsAccessible()
{
    trainTo(30);
    QAccessibleInterface *slider = QAccessible::queryAccessibleInterface(&m_bar->slider());
    QVERIFY(slider);
    QCOMPARE(slider->role(), QAccessible::Slider);
    QVERIFY(!slider->text(QAccessible::Name).isEmpty());
    QCOMPARE(slider->text(QAccessible::Description), m_bar->text());
    QVERIFY(m_bar->slider().focusPolicy() & Qt::TabFocus);
}

void TestTimeBar::itIsSlim()
{
    trainTo(30);
    QVERIFY(m_bar->sizeHint().height() <= 36);
    QVERIFY(m_bar->minimumSizeHint().width() <= 700);
}

NABLA_WINDOW_TEST(TestTimeBar)
#include "tst_time_bar.moc"
