// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/draw_panel.h"

#include "tests/support/frames.h"
#include "tests/support/test_program.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/canvas/pictures/picture_reader.h"
#include "ui/panels/draw/answer_view.h"
#include "ui/panels/draw/output_bars.h"
#include "ui/session/selection.h"

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include <limits>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestDrawPanel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void anEmptyFrameIsShown();
    void theBarsFollowThePenWithinItsOwnEvent();
    void theAnswerIsThatOfTheLatestSnapshot();
    void everyNewSnapshotReadsTheDrawingAgain();
    void whatIsDrawnReachesTheSelection();
    void clearingForgetsTheAnswer();
    void theDrawingOutlivesResetLanguageAndTheme();
    void aNetworkThatCannotReadDigitsSaysSo();
    void aDivergedNetworkIsNotSure();
    void aPictureIsReadInPlaceOfTheDrawing();
    void ofAPictureNoPenIsMissing();
    void itFitsIntoASmallWindow();

private:
    [[nodiscard]] QPoint at(double x, double y) const;
    void show(std::shared_ptr<const Snapshot> snapshot);
    [[nodiscard]] OutputBars &bars() const { return *m_panel->findChild<OutputBars *>(); }

    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<DrawPanel> m_panel;
    FrameSource m_source;
};

void TestDrawPanel::init()
{
    m_source = {};
    m_selection = std::make_unique<Selection>();
    m_panel = std::make_unique<DrawPanel>(*m_selection);
    m_panel->resize(312, 400);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestDrawPanel::cleanup()
{
    m_panel.reset();
    m_selection.reset();
}

QPoint TestDrawPanel::at(double x, double y) const
{
    const QRectF paper = m_panel->canvas().view().paper();
    return QPointF(paper.left() + x * paper.width(), paper.top() + y * paper.height()).toPoint();
}

void TestDrawPanel::show(std::shared_ptr<const Snapshot> snapshot)
{
    m_source.snapshot = std::move(snapshot);
    m_panel->showFrame(m_source.frame());
}

void TestDrawPanel::anEmptyFrameIsShown()
{
    m_panel->showFrame(m_source.frame());
    QVERIFY(!m_panel->reading());
    QTest::mouseClick(&m_panel->canvas(), Qt::LeftButton, {}, at(0.5, 0.5));
    QVERIFY(!m_panel->reading());
    QVERIFY(m_selection->hasImage());
}

/// No event loop runs between the pen and the answer: mouseMove() delivers the event and returns.
void TestDrawPanel::theBarsFollowThePenWithinItsOwnEvent()
{
    show(leftOrNot());

    QTest::mousePress(&m_panel->canvas(), Qt::LeftButton, {}, at(0.3, 0.5));
    QVERIFY(bars().reading());
    QCOMPARE(bars().reading()->digit, 7); // a dot in the middle
    QTest::mouseMove(&m_panel->canvas(), at(0.7, 0.5));
    QCOMPARE(bars().reading()->digit, 1); // a line across: its end covers column 4
    QCOMPARE(m_panel->reading()->digit, 1);
    QTest::mouseRelease(&m_panel->canvas(), Qt::LeftButton, {}, at(0.7, 0.5));
}

void TestDrawPanel::theAnswerIsThatOfTheLatestSnapshot()
{
    show(certainOf(3));
    QTest::mouseClick(&m_panel->canvas(), Qt::LeftButton, {}, at(0.5, 0.5));
    QCOMPARE(m_panel->reading()->digit, 3);
    QCOMPARE(m_panel->reading()->doubt, Doubt::NotADigit); // a dot
    m_panel->canvas().sheet().setDrawing({{{0.2, 0.2}, {0.8, 0.8}}});
    QCOMPARE(m_panel->reading()->doubt, Doubt::None);
    QVERIFY(m_panel->reading()->outputs[3] > 0.99);
    QCOMPARE(m_panel->findChild<AnswerView *>()->answerText(), QStringLiteral("3"));
}

void TestDrawPanel::everyNewSnapshotReadsTheDrawingAgain()
{
    show(certainOf(3, 1));
    QTest::mouseClick(&m_panel->canvas(), Qt::LeftButton, {}, at(0.5, 0.5));
    show(certainOf(8, 2));
    QCOMPARE(bars().reading()->digit, 8);
}

void TestDrawPanel::whatIsDrawnReachesTheSelection()
{
    QSignalSpy changed(m_selection.get(), &Selection::imageChanged);
    m_panel->canvas().sheet().setDrawing({{{0.2, 0.2}, {0.8, 0.8}}});
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_selection->hasImage());
    Pen pen;
    QCOMPARE(m_selection->image(), rasterize(m_panel->canvas().sheet().drawing(), pen));
    m_panel->canvas().sheet().clear();
    QVERIFY(!m_selection->hasImage());
}

void TestDrawPanel::clearingForgetsTheAnswer()
{
    show(certainOf(3));
    m_panel->canvas().sheet().setDrawing({{{0.2, 0.2}, {0.8, 0.8}}});
    QVERIFY(m_panel->reading());
    m_panel->canvas().actions().clear->trigger();
    QVERIFY(!m_panel->reading());
    QVERIFY(m_panel->findChild<AnswerView *>()->answerText().isEmpty());
    m_panel->canvas().actions().undo->trigger();
    QCOMPARE(m_panel->reading()->digit, 3);
}

void TestDrawPanel::theDrawingOutlivesResetLanguageAndTheme()
{
    const Drawing drawing{{{0.2, 0.2}, {0.8, 0.8}}};
    show(certainOf(3));
    m_panel->canvas().sheet().setDrawing(drawing);
    show(nullptr);
    QVERIFY(!m_panel->reading());
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_panel.get(), &language);
    QPalette dark = m_panel->palette();
    dark.setColor(QPalette::Window, Qt::black);
    m_panel->setPalette(dark);
    show(certainOf(4));
    QCOMPARE(m_panel->canvas().sheet().drawing(), drawing);
    QCOMPARE(m_panel->reading()->digit, 4);
}

void TestDrawPanel::aNetworkThatCannotReadDigitsSaysSo()
{
    m_panel->canvas().sheet().setDrawing({{{0.2, 0.2}, {0.8, 0.8}}});
    for (const auto &layers : {std::vector<int>{100, 10}, std::vector<int>{784, 3}}) {
        show(std::make_shared<const Snapshot>(Snapshot{Network(layers, "sigmoid"), 0}));
        QVERIFY(!m_panel->reading());
        QVERIFY(!bars().isVisible());
        const auto labels = m_panel->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("784"));
        }));
    }
    show(certainOf(3));
    QVERIFY(bars().isVisible());
    QCOMPARE(m_panel->reading()->digit, 3);
}

void TestDrawPanel::aDivergedNetworkIsNotSure()
{
    show(opinion(std::vector<float>(10, std::numeric_limits<float>::quiet_NaN())));
    m_panel->canvas().sheet().setDrawing({{{0.2, 0.2}, {0.8, 0.8}}});
    QCOMPARE(m_panel->reading()->doubt, Doubt::Unsure);
    m_panel->grab();
}

void TestDrawPanel::aPictureIsReadInPlaceOfTheDrawing()
{
    show(certainOf(3));
    m_panel->canvas().sheet().setDrawing({{{0.2, 0.2}, {0.8, 0.8}}});
    const Raster drawn = m_selection->image();
    const auto picture = std::make_shared<CanvasPicture>();
    picture->shown = QImage(4, 4, QImage::Format_RGB32);
    picture->shown.fill(Qt::gray);
    Raster prepared{};
    prepared.fill(7);
    picture->prepared = PreparedPicture(prepared);
    m_panel->canvas().sheet().setPicture(picture);
    QCOMPARE(m_selection->image(), prepared);
    QVERIFY(m_selection->drawing().empty());
    QCOMPARE(*m_selection->picture(), picture->prepared);
    QCOMPARE(m_panel->reading()->digit, 3);
    m_panel->canvas().actions().undo->trigger();
    QCOMPARE(m_selection->image(), drawn);
    QVERIFY(!m_selection->picture());
    m_panel->canvas().actions().redo->trigger();
    QCOMPARE(m_selection->image(), prepared);
    m_panel->canvas().actions().clear->trigger();
    QVERIFY(!m_selection->hasImage());
    QVERIFY(!m_panel->reading());
}

void TestDrawPanel::ofAPictureNoPenIsMissing()
{
    const auto isComplete = [this] {
        const auto labels = m_panel->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text() == QStringLiteral("What it sees");
        });
    };
    QVERIFY(isComplete());
    m_selection->setNormalization({true, true, false, true});
    QVERIFY(!isComplete());
    m_panel->canvas().sheet().setPicture(std::make_shared<const CanvasPicture>());
    QVERIFY(isComplete());
    m_selection->setNormalization({true, false, true, true});
    QVERIFY(!isComplete());
    m_panel->canvas().sheet().clear();
    QVERIFY(!isComplete());
    m_selection->setNormalization({});
    QVERIFY(isComplete());
}

void TestDrawPanel::itFitsIntoASmallWindow()
{
    QVERIFY(m_panel->minimumSizeHint().width() <= 290);
    QVERIFY(m_panel->minimumSizeHint().height() <= 320);
    // At 1280 x 800 the card is about 312 x 400 inside.
    QVERIFY(m_panel->canvas().view().paper().width() >= 190.0);
}

NABLA_WINDOW_TEST(TestDrawPanel)
#include "tst_draw_panel.moc"
