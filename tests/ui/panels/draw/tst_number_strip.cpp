// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/number_strip.h"

#include "tests/support/test_program.h"
#include "tests/ui/window/brackets.h"

#include <QApplication>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include <memory>

using namespace nabla;
using namespace nabla::ui;

class TestNumberStrip final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void withoutAReadingItSaysWhyNot();
    void aKnobIsDragged();
    void aPressBesideTheKnobsMovesNothing();
    void onlyTheLeftButtonDrags();
    void aDragGoesOnWhateverIsRead();
    void aDragEndsWithTheReading();
    void aCutGoesBeyondTheOthersButNotBeyondTheInk();
    void aDoubleClickAddsACut();
    void aDoubleClickOnAKnobRemovesIt();
    void theArrowsChooseAndMove();
    void shiftAndAnArrowIsNotLeftToTheWindow();
    void insertPartsTheWidestPiece();
    void deleteRemovesTheChosenCut();
    void keysThatMeanNothingHereGoOn();
    void theToolTipTellsOfThePieceUnderTheMouse();
    void anUnsureDigitIsMarkedAndStays();
    void whatThePaperDoesNotShowIsNotShown();
    void itsSizeDoesNotDependOnWhatItSays();
    void theKnobsFollowThePalette();
    void theLanguageIsSwitched();

private:
    [[nodiscard]] static QPoint at(double x);
    void drag(double from, double to);
    [[nodiscard]] QString toolTipAt(double x);
    [[nodiscard]] std::vector<double> lastCuts();

    std::unique_ptr<NumberStrip> m_strip;
    std::unique_ptr<QSignalSpy> m_changed;
};

namespace {

constexpr double unit = 100.0; // pixels
constexpr double sheetLeft = 10.0;

NumberPiece piece(int digit, double confidence, double left, double right)
{
    NumberPiece piece;
    piece.digit = digit;
    piece.confidence = confidence;
    piece.left = left;
    piece.right = right;
    return piece;
}

/// "472" over 0.2 ... 3.5, its last piece the widest.
NumberReading reading()
{
    NumberReading reading;
    reading.digits = "472";
    reading.pieces = {piece(4, 0.9, 0.2, 0.8), piece(7, 0.9, 1.2, 1.8), piece(2, 0.9, 2.2, 3.5)};
    reading.cuts = {1.0, 2.0};
    return reading;
}

/// Pixels in the columns first ... last - 1 that are not the window's colour.
int painted(const QWidget &widget, int first, int last)
{
    const QImage image = const_cast<QWidget &>(widget).grab().toImage();
    const QRgb nothing = widget.palette().color(QPalette::Window).rgb();
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = first; x < last; ++x)
            count += image.pixelColor(x, y).rgb() != nothing ? 1 : 0;
    }
    return count;
}

} // namespace

void TestNumberStrip::init()
{
    m_strip = std::make_unique<NumberStrip>();
    m_strip->resize(400, m_strip->sizeHint().height());
    const QRectF paper(sheetLeft, 0.0, 3.8 * unit, unit);
    m_strip->setPlace(paper, paper);
    m_strip->setReading(reading());
    m_strip->show();
    m_changed = std::make_unique<QSignalSpy>(m_strip.get(), &NumberStrip::cutsChanged);
    QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
}

QPoint TestNumberStrip::at(double x)
{
    return QPointF(sheetLeft + unit * x, 7.0).toPoint();
}

void TestNumberStrip::drag(double from, double to)
{
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, at(from));
    QTest::mouseMove(m_strip.get(), at(to));
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, at(to));
}

QString TestNumberStrip::toolTipAt(double x)
{
    QHelpEvent help(QEvent::ToolTip, at(x), m_strip->mapToGlobal(at(x)));
    QCoreApplication::sendEvent(m_strip.get(), &help);
    return QToolTip::text();
}

std::vector<double> TestNumberStrip::lastCuts()
{
    return m_changed->isEmpty() ? std::vector<double>()
                                : m_changed->last().front().value<std::vector<double>>();
}

void TestNumberStrip::withoutAReadingItSaysWhyNot()
{
    m_strip->setReading(std::nullopt);
    QCOMPARE(m_strip->accessibleDescription(), QStringLiteral("Nothing is drawn."));
    QCOMPARE(painted(*m_strip, 0, m_strip->width()), 0);
    m_strip->setMessage(QStringLiteral("It cannot be read."));
    QCOMPARE(m_strip->accessibleDescription(), QStringLiteral("It cannot be read."));
    QVERIFY(painted(*m_strip, 0, m_strip->width()) > 0);
    drag(1.0, 1.5);
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Insert, Qt::Key_Delete})
        QTest::keyClick(m_strip.get(), key);
    QTest::mouseDClick(m_strip.get(), Qt::LeftButton, {}, at(1.0));
    QCOMPARE(m_changed->count(), 0);
    m_strip->setReading(reading());
    QVERIFY(m_strip->accessibleDescription().startsWith(QStringLiteral("472")));
}

void TestNumberStrip::aKnobIsDragged()
{
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, at(1.05)); // within its grip
    QCOMPARE(m_changed->count(), 0);
    QTest::mouseMove(m_strip.get(), at(1.2));
    QCOMPARE(lastCuts(), (std::vector<double>{1.2, 2.0}));
    QTest::mouseMove(m_strip.get(), at(1.4));
    QCOMPARE(lastCuts(), (std::vector<double>{1.4, 2.0}));
    QCOMPARE(m_strip->cursor().shape(), Qt::SizeHorCursor);
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, at(1.4));
    QTest::mouseMove(m_strip.get(), at(1.6));
    QCOMPARE(m_changed->count(), 2);
    QCOMPARE(m_strip->cursor().shape(), Qt::ArrowCursor);
}

void TestNumberStrip::aPressBesideTheKnobsMovesNothing()
{
    drag(1.5, 1.8);
    drag(1.0, 1.0); // a click on one
    QCOMPARE(m_changed->count(), 0);
}

void TestNumberStrip::onlyTheLeftButtonDrags()
{
    QTest::mousePress(m_strip.get(), Qt::RightButton, {}, at(1.0));
    QTest::mouseMove(m_strip.get(), at(1.4));
    QTest::mouseRelease(m_strip.get(), Qt::RightButton, {}, at(1.4));
    QCOMPARE(m_changed->count(), 0);
}

/// The network learns on while the hand holds a cut: other digits, other cuts, fewer pieces.
void TestNumberStrip::aDragGoesOnWhateverIsRead()
{
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, at(2.0));
    NumberReading other = reading();
    other.digits = "4";
    other.pieces.resize(1);
    other.cuts.clear();
    m_strip->setReading(other);
    QTest::mouseMove(m_strip.get(), at(0.5));
    QCOMPARE(lastCuts(), (std::vector<double>{0.5, 1.0}));
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, at(0.5));
}

void TestNumberStrip::aDragEndsWithTheReading()
{
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, at(2.0));
    m_strip->setReading(std::nullopt);
    QTest::mouseMove(m_strip.get(), at(2.5));
    m_strip->setReading(reading());
    QTest::mouseMove(m_strip.get(), at(2.6));
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, at(2.6));
    QCOMPARE(m_changed->count(), 0);
}

void TestNumberStrip::aCutGoesBeyondTheOthersButNotBeyondTheInk()
{
    drag(1.0, 2.5);
    QCOMPARE(lastCuts(), (std::vector<double>{2.0, 2.5}));
    drag(1.0, -9.0);
    QCOMPARE(lastCuts(), (std::vector<double>{0.2, 2.0}));
    drag(2.0, 99.0);
    QCOMPARE(lastCuts(), (std::vector<double>{1.0, 3.5}));
}

void TestNumberStrip::aDoubleClickAddsACut()
{
    QTest::mouseDClick(m_strip.get(), Qt::LeftButton, {}, at(1.5));
    QCOMPARE(m_changed->count(), 1);
    QCOMPARE(lastCuts(), (std::vector<double>{1.0, 1.5, 2.0}));
}

void TestNumberStrip::aDoubleClickOnAKnobRemovesIt()
{
    QTest::mouseDClick(m_strip.get(), Qt::LeftButton, {}, at(2.0));
    QCOMPARE(lastCuts(), (std::vector<double>{1.0}));
}

void TestNumberStrip::theArrowsChooseAndMove()
{
    QTest::keyClick(m_strip.get(), Qt::Key_Left); // there is none before the first
    QTest::keyClick(m_strip.get(), Qt::Key_Right);
    QTest::keyClick(m_strip.get(), Qt::Key_Right); // nor after the last
    QCOMPARE(m_changed->count(), 0);
    QTest::keyClick(m_strip.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(lastCuts(), (std::vector<double>{1.0, 2.02}));
    QTest::keyClick(m_strip.get(), Qt::Key_Left);
    QTest::keyClick(m_strip.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(lastCuts(), (std::vector<double>{0.98, 2.0}));
}

void TestNumberStrip::shiftAndAnArrowIsNotLeftToTheWindow()
{
    QWidget window;
    m_strip->setParent(&window);
    QShortcut stepAnEpoch(QKeySequence(Qt::SHIFT | Qt::Key_Right), &window);
    QSignalSpy stepped(&stepAnEpoch, &QShortcut::activated);
    m_strip->show();
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    m_strip->setFocus();
    QTest::keyClick(m_strip.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(lastCuts(), (std::vector<double>{1.02, 2.0}));
    QCOMPARE(stepped.count(), 0);
    m_strip->setReading(std::nullopt); // now it has no use for it
    QTest::keyClick(m_strip.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(stepped.count(), 1);
    m_strip->setParent(nullptr);
}

void TestNumberStrip::insertPartsTheWidestPiece()
{
    QTest::keyClick(m_strip.get(), Qt::Key_Insert);
    QCOMPARE(lastCuts(), (std::vector<double>{1.0, 2.0, 2.85}));
}

void TestNumberStrip::deleteRemovesTheChosenCut()
{
    QTest::keyClick(m_strip.get(), Qt::Key_Delete);
    QCOMPARE(lastCuts(), (std::vector<double>{2.0}));
    QTest::keyClick(m_strip.get(), Qt::Key_Right);
    QTest::keyClick(m_strip.get(), Qt::Key_Backspace);
    QCOMPARE(lastCuts(), (std::vector<double>{1.0}));
    NumberReading whole = reading();
    whole.cuts.clear();
    m_strip->setReading(whole);
    QTest::keyClick(m_strip.get(), Qt::Key_Delete);
    QCOMPARE(m_changed->count(), 2);
}

void TestNumberStrip::keysThatMeanNothingHereGoOn()
{
    QWidget parent;
    m_strip->setParent(&parent);
    const auto isTaken = [this](Qt::Key key) {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(m_strip.get(), &press);
        return press.isAccepted();
    };
    QVERIFY(isTaken(Qt::Key_Right));
    QVERIFY(!isTaken(Qt::Key_Up));
    m_strip->setReading(std::nullopt);
    QVERIFY(!isTaken(Qt::Key_Right));
    m_strip->setParent(nullptr);
}

void TestNumberStrip::theToolTipTellsOfThePieceUnderTheMouse()
{
    QVERIFY(toolTipAt(0.5).startsWith(QStringLiteral("4, ")));
    QVERIFY(toolTipAt(0.5).contains(QStringLiteral("90")));
    QVERIFY(toolTipAt(1.5).startsWith(QStringLiteral("7, ")));
    QVERIFY(toolTipAt(1.0).contains(QStringLiteral("Drag a cut")));
}

void TestNumberStrip::anUnsureDigitIsMarkedAndStays()
{
    const auto shown = [this](double confidence) {
        NumberReading one;
        one.digits = "8";
        one.pieces = {piece(8, confidence, 1.5, 1.5)}; // its line is too short to be drawn
        m_strip->setReading(one);
        const int half = QFontMetrics(m_strip->font()).horizontalAdvance(u'8');
        return std::pair(painted(*m_strip, 0, at(1.5).x() + half),
                         painted(*m_strip, at(1.5).x() + half, m_strip->width()));
    };
    const auto [digit, nothing] = shown(0.5);
    const auto [sameDigit, mark] = shown(0.49);
    QVERIFY(digit > 0);
    QCOMPARE(nothing, 0);
    QCOMPARE(sameDigit, digit);
    QVERIFY(mark > 0);
}

void TestNumberStrip::whatThePaperDoesNotShowIsNotShown()
{
    QVERIFY(painted(*m_strip, 200, 400) > 0);
    m_strip->setPlace({sheetLeft, 0.0, 3.8 * unit, unit}, {sheetLeft, 0.0, 180.0, unit});
    QCOMPARE(painted(*m_strip, 200, 400), 0); // half a knob beyond the frame's edge
    QVERIFY(painted(*m_strip, 0, 200) > 0);
}

void TestNumberStrip::itsSizeDoesNotDependOnWhatItSays()
{
    const QSize size = m_strip->sizeHint();
    m_strip->setReading(std::nullopt);
    QCOMPARE(m_strip->sizeHint(), size);
    m_strip->setMessage(QString(500, u'x'));
    QCOMPARE(m_strip->sizeHint(), size);
    QCOMPARE(m_strip->minimumSizeHint(), size);
}

void TestNumberStrip::theKnobsFollowThePalette()
{
    for (const QColor color : {QColor(Qt::red), QColor(Qt::darkGreen)}) {
        QPalette palette = m_strip->palette();
        palette.setColor(QPalette::Highlight, color);
        m_strip->setPalette(palette);
        m_strip->clearFocus();
        // The arrow of a knob that nobody touches.
        QCOMPARE(m_strip->grab().toImage().pixelColor(at(2.0) + QPoint(3, 0)), color);
    }
}

void TestNumberStrip::theLanguageIsSwitched()
{
    test::Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QCoreApplication::processEvents();
    QCOMPARE(m_strip->accessibleName(), QStringLiteral("[The digits and the cuts between them]"));
    QVERIFY(m_strip->accessibleDescription().startsWith(QStringLiteral("[472")));
    QCoreApplication::removeTranslator(&brackets);
}

NABLA_WINDOW_TEST(TestNumberStrip)
#include "tst_number_strip.moc"
