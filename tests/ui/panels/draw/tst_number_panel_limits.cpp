// SPDX-License-Identifier: GPL-3.0-or-later
// The panel "Write a number" with what it cannot read, with pictures, and in any size and language.
#include "tests/support/test_program.h"
#include "tests/ui/panels/draw/number_panel_in_use.h"
#include "tests/ui/window/brackets.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/pictures/picture_reader.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPainter>

#include <limits>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestNumberPanelLimits final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aNetworkThatReadsNoDigitsSaysSo();
    void aDivergedNetworkIsNotSure();
    void aDotIsRead();
    void aScribbleOverEverythingIsRead();
    void tenThousandStrokesAreToldOf();
    void aPictureOfANumberIsRead();
    void aCutIsDraggedThroughAPicture();
    void aLongNumberMakesThePanelNoWider();
    void thePaperStaysWhileItIsWrittenOn();
    void theStripLiesUnderTheInkWhereverThePaperIs();
    void aNarrowPanelPutsTheChoicesBelowTheTools();
    void theDrawingOutlivesLanguageAndTheme();

private:
    NumberPanelInUse m_use;
};

namespace {

/// The number on 300 x 100 pixels of paper.
QImage pictureOfNumber()
{
    QImage image(300, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(QPen(Qt::black, 6));
    for (const Stroke &stroke : number) {
        for (std::size_t i = 1; i < stroke.size(); ++i)
            painter.drawLine(QPointF(100 * stroke[i - 1].x, 100 * stroke[i - 1].y),
                             QPointF(100 * stroke[i].x, 100 * stroke[i].y));
    }
    return image;
}

} // namespace

void TestNumberPanelLimits::init()
{
    m_use = {};
    m_use.open();
}

void TestNumberPanelLimits::aNetworkThatReadsNoDigitsSaysSo()
{
    m_use.canvas().sheet().setDrawing(number);
    for (const auto &layers : {std::vector<int>{100, 10}, std::vector<int>{784, 3}}) {
        m_use.show(std::make_shared<const Snapshot>(Snapshot{Network(layers, "sigmoid"), 0}));
        QVERIFY(!m_use.panel().reading());
        QVERIFY(m_use.strip().accessibleDescription().contains(QStringLiteral("784 pixels")));
        m_use.show(wideOrNot());
        QCOMPARE(m_use.digits(), std::string("717"));
    }
}

void TestNumberPanelLimits::aDivergedNetworkIsNotSure()
{
    m_use.show(opinion(std::vector<float>(10, std::numeric_limits<float>::quiet_NaN())));
    m_use.canvas().sheet().setDrawing(number);
    QVERIFY(m_use.panel().reading());
    for (const NumberPiece &piece : m_use.panel().reading()->pieces)
        QCOMPARE(piece.confidence, 0.0);
    m_use.panel().grab();
}

void TestNumberPanelLimits::aDotIsRead()
{
    m_use.show(certainOf(3));
    m_use.canvas().sheet().setDrawing({{{1.5, 0.5}}});
    QCOMPARE(m_use.digits(), std::string("3"));
    QTest::keyClick(&m_use.strip(), Qt::Key_Insert); // nothing to part
    QCOMPARE(m_use.digits(), std::string("3"));
    m_use.panel().grab();
}

void TestNumberPanelLimits::aScribbleOverEverythingIsRead()
{
    m_use.show(certainOf(8));
    Stroke scribble; // a zigzag from rim to rim, many times across
    for (int i = 0; i < 5'000; ++i)
        scribble.push_back({1.5 + 1.5 * std::sin(0.002 * i), 0.5 + 0.5 * std::sin(0.025 * i)});
    m_use.canvas().sheet().setDrawing({scribble});
    QVERIFY(!m_use.digits().empty());
    QVERIFY(m_use.digits().find_first_not_of('8') == std::string::npos);
    m_use.panel().grab();
}

void TestNumberPanelLimits::tenThousandStrokesAreToldOf()
{
    m_use.show(certainOf(8));
    Drawing strokes;
    for (int i = 0; i < 10'000; ++i)
        strokes.push_back({{0.0003 * i, 0.2}, {0.0003 * i, 0.8}});
    m_use.canvas().sheet().setDrawing(number);
    m_use.canvas().sheet().setDrawing(strokes);
    QVERIFY(!m_use.panel().reading());
    QVERIFY(m_use.strip().accessibleDescription().contains(QStringLiteral("Too many strokes")));
    QCOMPARE(m_use.canvas().sheet().drawing(), strokes);
    m_use.canvas().actions().undo->trigger();
    QCOMPARE(m_use.digits(), std::string("888"));
}

void TestNumberPanelLimits::aPictureOfANumberIsRead()
{
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setPicture(readPicture(pictureOfNumber()).picture);
    QCOMPARE(m_use.digits(), std::string("717"));
    // Pixels are blunter than strokes: half a pixel of 100.
    QVERIFY(near(m_use.cuts(), {0.75, 1.85}));
    // A picture less wide than the paper lies in the middle of it: here from 1.1 to 1.9.
    m_use.canvas().sheet().setPicture(readPicture(pictureOfNumber().copy(0, 0, 80, 100)).picture);
    QCOMPARE(m_use.digits(), std::string("7"));
    QVERIFY(std::fabs(m_use.panel().reading()->pieces[0].left - 1.57) < 0.02);
    m_use.canvas().actions().undo->trigger();
    QCOMPARE(m_use.digits(), std::string("717"));
}

void TestNumberPanelLimits::aCutIsDraggedThroughAPicture()
{
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setPicture(readPicture(pictureOfNumber()).picture);
    m_use.drag(0.75, 1.3);
    QCOMPARE(m_use.digits(), std::string("177"));
    QVERIFY(near(m_use.cuts(), {1.3, 1.85}));
}

void TestNumberPanelLimits::aLongNumberMakesThePanelNoWider()
{
    m_use.show(wideOrNot());
    const int width = m_use.panel().minimumSizeHint().width();
    Drawing drawing;
    for (int i = 0; i < 40; ++i)
        drawing.push_back(bar(0.1 + 0.07 * i));
    m_use.canvas().sheet().setDrawing(drawing);
    QCoreApplication::processEvents();
    QVERIFY(m_use.digits().size() > 15);
    QCOMPARE(m_use.panel().minimumSizeHint().width(), width);
    QCOMPARE(m_use.panel().width(), 602);
    for (const QToolButton *choice : m_use.shownChoices())
        QVERIFY(choice->width() >= choice->sizeHint().width()); // whole, or not there
}

void TestNumberPanelLimits::thePaperStaysWhileItIsWrittenOn()
{
    m_use.panel().resize(500, 170); // the height decides
    QCoreApplication::processEvents();
    const QRectF paper = m_use.canvas().view().paper();
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setDrawing(number);
    QCoreApplication::processEvents();
    QCOMPARE(m_use.canvas().view().paper(), paper);
    m_use.drag(0.75, 1.3);
    QCoreApplication::processEvents();
    QCOMPARE(m_use.canvas().view().paper(), paper);
}

void TestNumberPanelLimits::theStripLiesUnderTheInkWhereverThePaperIs()
{
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setDrawing(number);
    const QRectF before = m_use.canvas().view().paper();
    m_use.panel().resize(500, 300);
    QCoreApplication::processEvents();
    QVERIFY(m_use.canvas().view().paper() != before);
    m_use.drag(0.75, 1.3);
    QCOMPARE(m_use.digits(), std::string("177"));
    m_use.canvas().actions().zoomIn->trigger();
    m_use.drag(1.3, 1.45);
    QVERIFY(std::fabs(m_use.cuts()[0] - 1.45) < 0.006);
}

void TestNumberPanelLimits::aNarrowPanelPutsTheChoicesBelowTheTools()
{
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setDrawing(closeBars);
    const NumberChoices &row = m_use.choices();
    m_use.panel().resize(800, 400);
    QCoreApplication::processEvents();
    QVERIFY(row.x() > 0);
    m_use.panel().resize(m_use.panel().minimumSizeHint().width(), 400);
    QCoreApplication::processEvents();
    QCOMPARE(row.x(), 0);
    QVERIFY(m_use.shownChoices().size() >= 2);
    QVERIFY(m_use.panel().width() <= 420);
    // Nothing but the gap lies between the paper and the strip.
    QVERIFY(m_use.strip().y() - m_use.canvas().view().paper().bottom() < 12.0);
}

void TestNumberPanelLimits::theDrawingOutlivesLanguageAndTheme()
{
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setDrawing(number);
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QCoreApplication::processEvents();
    QVERIFY(m_use.panel().subtitle().startsWith(u'['));
    QVERIFY(!m_use.findCuts()); // "[Find cuts]"
    QCoreApplication::removeTranslator(&brackets);
    QCoreApplication::processEvents();
    QVERIFY(m_use.findCuts());
    QPalette dark = m_use.panel().palette();
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::Text, Qt::white);
    m_use.panel().setPalette(dark);
    m_use.panel().grab();
    QCOMPARE(m_use.canvas().sheet().drawing(), number);
    QCOMPARE(m_use.digits(), std::string("717"));
}

NABLA_WINDOW_TEST(TestNumberPanelLimits)
#include "tst_number_panel_limits.moc"
