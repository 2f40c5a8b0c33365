// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/reading_panel.h"

#include "core/train/moment_archive.h"
#include "core/train/trainer.h"
#include "tests/support/frames.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"
#include "ui/plots/digit_colors.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/session/selection.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <set>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestReadingPanel final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void beforeADrawingItSaysWhatToDo();
    void aNetworkThatReadsNoDigitsIsSaid();
    void aCurveADigit();
    void theAnswerAndTheRunnerUpAreNamedAndLieOnTop();
    void whatWasNeverTheAnswerIsPale();
    void theSubtitleSaysSinceWhen();
    void doubtIsNoAnswer();
    void theTimeMachineShowsTheReadingOfThen();
    void aDrawingAsksForAFrameOnceInAWhile();
    void thePastOfARunThatRestsIsThereByItself();
    void onlyTheShownRunIsDrawn();
    void languageAndPaletteFollow();

private:
    /// A network that is sure of nothing but this digit passes by.
    void show(int digit, std::uint64_t step);
    void show(std::shared_ptr<const Snapshot> snapshot);
    void draw();
    [[nodiscard]] const SceneCurve &curve(const QString &digit) const;

    FrameSource m_source;
    ScopeAxis m_axis;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<ReadingPanel> m_panel;
};

void TestReadingPanel::init()
{
    m_source = {};
    m_source.history = RunHistory(2, 10);
    m_selection = std::make_unique<Selection>();
    m_panel = std::make_unique<ReadingPanel>(m_axis, *m_selection);
    m_panel->resize(500, 300);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestReadingPanel::show(int digit, std::uint64_t step)
{
    show(certainOf(digit, step));
}

void TestReadingPanel::show(std::shared_ptr<const Snapshot> snapshot)
{
    m_source.history.append({Metric::MiniBatchCost}, snapshot->step, 1.0);
    m_source.snapshot = std::move(snapshot);
    m_panel->showFrame(m_source.frame());
}

void TestReadingPanel::draw()
{
    Raster image{};
    std::fill_n(image.begin() + 400, 40, std::uint8_t{255}); // as much ink as a digit has
    m_selection->setImage(image);
}

const SceneCurve &TestReadingPanel::curve(const QString &digit) const
{
    const auto &curves = m_panel->plot().scene().curves;
    const auto found = std::ranges::find(curves, digit, &SceneCurve::label);
    return found == curves.end() ? curves.front() : *found;
}

void TestReadingPanel::beforeADrawingItSaysWhatToDo()
{
    m_panel->showFrame(m_source.frame());
    const auto words = m_panel->findChildren<QLabel *>().front();
    QVERIFY(words->isVisible() && !m_panel->plot().isVisible());
    QVERIFY(words->text().startsWith("Draw a digit."));
    draw();
    m_panel->showFrame(m_source.frame());
    QCOMPARE(words->text(), QStringLiteral("Nothing is read before there is a run."));
    show(3, 1);
    QVERIFY(!words->isVisible() && m_panel->plot().isVisible());
    m_selection->clearImage();
    m_panel->showFrame(m_source.frame());
    QVERIFY(words->text().startsWith("Draw a digit."));
    QVERIFY(m_panel->subtitle().isEmpty());
}

void TestReadingPanel::aNetworkThatReadsNoDigitsIsSaid()
{
    draw();
    show(opinion({0.0F, 1.0F, 2.0F}, 1));
    QVERIFY(m_panel->emptyText().startsWith("This network reads no digits"));
    QVERIFY(m_panel->history().readings().empty());
}

void TestReadingPanel::aCurveADigit()
{
    draw();
    show(3, 0);
    show(3, 6);
    const ScopePlot &plot = m_panel->plot();
    QCOMPARE(plot.scene().curves.size(), std::size_t(10));
    std::set<QString> names;
    for (const SceneCurve &each : plot.scene().curves)
        names.insert(each.label);
    QCOMPARE(names.size(), std::size_t(10));
    const double sure = 1.0 / (1.0 + std::exp(-6.0));
    QVERIFY(std::abs(curve("3").line.back() - sure) < 1e-6);
    QVERIFY(std::abs(curve("4").line.back() - (1.0 - sure)) < 1e-6);
    QCOMPARE(plot.valueRange(), (AxisRange{0.0, 1.0}));
    const std::vector<ExportedRun> exported = plot.exportedRuns(); // for the table
    QCOMPARE(exported.size(), std::size_t(1));
    QCOMPARE(exported.front().curves.size(), std::size_t(10));
    for (const ExportedCurve &each : exported.front().curves)
        QCOMPARE(each.buckets.size(), std::size_t(2));
}

void TestReadingPanel::theAnswerAndTheRunnerUpAreNamedAndLieOnTop()
{
    draw();
    std::vector<float> biases(10, -6.0F);
    biases[8] = 3.0F;
    biases[3] = -2.0F;
    show(opinion(biases, 1));
    const auto &curves = m_panel->plot().scene().curves;
    QCOMPARE(curves[9].label, QStringLiteral("8"));
    QCOMPARE(curves[8].label, QStringLiteral("3"));
    for (std::size_t i = 0; i < 10; ++i)
        QCOMPARE(curves[i].isNamedAtEnd, i >= 8);
    show(0, 2);
    QCOMPARE(m_panel->plot().scene().curves[9].label, QStringLiteral("0"));
    QCOMPARE(curve("8").columns.size(), std::size_t(2)); // nothing is forgotten
}

void TestReadingPanel::whatWasNeverTheAnswerIsPale()
{
    draw();
    show(5, 1);
    show(3, 2);
    const bool dark = isDark(m_panel->palette());
    QCOMPARE(curve("5").color, digitColor(5, dark)); // it was, once
    QCOMPARE(curve("3").color, digitColor(3, dark));
    QVERIFY(curve("9").color != digitColor(9, dark));
    QCOMPARE(curve("9").color, curve("8").color);
}

void TestReadingPanel::theSubtitleSaysSinceWhen()
{
    QSignalSpy announced(m_panel.get(), &Panel::subtitleChanged);
    draw();
    for (const auto &[digit, step] : {std::pair(3, 1), {5, 4}, {3, 1200}, {3, 1500}})
        show(digit, static_cast<std::uint64_t>(step));
    QCOMPARE(m_panel->subtitle().replace(QChar(0x202F), u' '), // narrow, before the sign
             QStringLiteral("3 since step 1,200 · 100 %, ahead of 0 with 0 %"));
    QCOMPARE(announced.size(), 3);
}

void TestReadingPanel::doubtIsNoAnswer()
{
    draw();
    show(opinion(std::vector<float>(10, 0.0F), 1));
    QVERIFY2(m_panel->subtitle().startsWith("no answer; 0 has the most"),
             qPrintable(m_panel->subtitle()));
    show(0, 2);
    QVERIFY(m_panel->subtitle().startsWith("0 since step 2"));
}

void TestReadingPanel::theTimeMachineShowsTheReadingOfThen()
{
    draw();
    show(5, 1);
    show(5, 4);
    show(3, 9);
    Frame then = m_source.frame();
    then.snapshot = certainOf(5, 4);
    then.moment = 4;
    m_panel->showFrame(then);
    QVERIFY(m_panel->subtitle().startsWith("5 since step 1"));
    QCOMPARE(curve("5").columns.size(), std::size_t(3)); // the present stays in view
    QCOMPARE(*m_panel->plot().scene().moment, 0.4);
    m_panel->showFrame(m_source.frame());
    QVERIFY(m_panel->subtitle().startsWith("3 since step 9"));
}

void TestReadingPanel::aDrawingAsksForAFrameOnceInAWhile()
{
    QSignalSpy wanted(m_panel.get(), &Panel::frameWanted);
    for (std::size_t i = 0; i < 100; ++i) { // a pen
        Raster image{};
        image[i] = 255;
        m_selection->setImage(image);
    }
    QCOMPARE(wanted.size(), 0);
    QTRY_COMPARE(wanted.size(), 1);
}

void TestReadingPanel::thePastOfARunThatRestsIsThereByItself()
{
    ExperimentConfig config;
    config.layers = {784, 6, 10};
    config.data = "bars";
    Trainer trainer(config, nabla::test::barData(60, 10, 10));
    const auto moments = std::make_shared<MomentArchive>();
    for (int i = 0; i < 20; ++i) {
        moments->add(trainer.moment());
        (void)trainer.stepMiniBatch();
    }
    m_source.history.append({Metric::MiniBatchCost}, 20, 1.0);
    m_source.snapshot
        = std::make_shared<const Snapshot>(Snapshot{trainer.network(), trainer.step()});
    const auto showIt = [&] {
        Frame frame = m_source.frame();
        frame.moments = moments;
        m_panel->showFrame(frame);
    };
    showIt();
    // As the window does: nothing else moves.
    connect(m_panel.get(), &Panel::frameWanted, m_panel.get(), showIt);
    draw();
    QTRY_COMPARE(m_panel->history().readings().all().size(), std::size_t(21));
    QTRY_COMPARE(m_panel->plot().exportedRuns().front().curves.front().buckets.size(),
                 std::size_t(21));
}

void TestReadingPanel::onlyTheShownRunIsDrawn()
{
    draw();
    show(3, 5);
    RunHistory longer(2, 10);
    longer.append({Metric::MiniBatchCost}, 70, 1.0);
    const std::vector<RunView> views{
        {1, 0, "A", &m_source.history, &m_source.status, &m_source.experiment},
        {2, 1, "B", &longer, &m_source.status, &m_source.experiment}};
    Frame both = m_source.frame();
    both.runs = views;
    m_panel->showFrame(both);
    QCOMPARE(m_panel->plot().scene().runs.size(), std::size_t(1));
    QCOMPARE(m_panel->plot().scene().runs.front().name, QStringLiteral("A"));
    QCOMPARE(m_panel->plot().scene().curves.size(), std::size_t(10));
    QCOMPARE(m_panel->plot().exportedRuns().size(), std::size_t(1));
    QVERIFY(m_axis.range().upper >= 7.0); // as far as all other scopes
}

void TestReadingPanel::languageAndPaletteFollow()
{
    draw();
    show(5, 1);
    for (const bool dark : {true, false}) {
        QPalette palette;
        palette.setColor(QPalette::Window, dark ? Qt::black : Qt::white);
        m_panel->setPalette(palette);
        m_panel->showFrame(m_source.frame());
        QCOMPARE(curve("5").color, digitColor(5, dark));
    }
    m_panel->plot().setAccessibleName({});
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_panel.get(), &event);
    QVERIFY(!m_panel->plot().accessibleName().isEmpty());
}

NABLA_WINDOW_TEST(TestReadingPanel)
#include "tst_reading_panel.moc"
