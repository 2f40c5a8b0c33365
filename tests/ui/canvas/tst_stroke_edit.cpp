// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/stroke_edit.h"

#include <QTest>

using namespace nabla;
using namespace nabla::ui;

Q_DECLARE_METATYPE(nabla::Drawing)

class TestStrokeEdit final : public QObject
{
    Q_OBJECT

private slots:
    void undoAndRedoLeadFromOneDrawingToTheOther_data();
    void undoAndRedoLeadFromOneDrawingToTheOther();
    void onlyTheDifferenceIsReplaced();
    void aPictureComesAndGoes();
};

namespace {

const Stroke a{{0.1, 0.1}, {0.2, 0.2}};
const Stroke b{{0.3, 0.3}};
const Stroke c{{0.5, 0.5}, {0.6, 0.6}};

StrokeEdit::Replace replaceIn(Drawing &drawing)
{
    return [&drawing](std::size_t first, std::size_t count, const CanvasContent &content) {
        const auto begin = drawing.begin() + static_cast<std::ptrdiff_t>(first);
        const auto next = drawing.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
        drawing.insert(next, content.strokes.begin(), content.strokes.end());
    };
}

} // namespace

void TestStrokeEdit::undoAndRedoLeadFromOneDrawingToTheOther_data()
{
    QTest::addColumn<Drawing>("before");
    QTest::addColumn<Drawing>("after");
    QTest::newRow("first stroke") << Drawing{} << Drawing{a};
    QTest::newRow("one more") << Drawing{a, b} << Drawing{a, b, c};
    QTest::newRow("one from the middle") << Drawing{a, b, c} << Drawing{a, c};
    QTest::newRow("one of two equal") << Drawing{a, a} << Drawing{a};
    QTest::newRow("cut in two") << Drawing{a, b} << Drawing{{a[0]}, {a[1]}, b};
    QTest::newRow("all") << Drawing{a, b, c} << Drawing{};
    QTest::newRow("all replaced") << Drawing{a, b} << Drawing{c};
}

void TestStrokeEdit::undoAndRedoLeadFromOneDrawingToTheOther()
{
    QFETCH(Drawing, before);
    QFETCH(Drawing, after);
    Drawing drawing = before;
    StrokeEdit edit({}, {before}, {after}, replaceIn(drawing));
    edit.redo();
    QCOMPARE(drawing, after);
    edit.undo();
    QCOMPARE(drawing, before);
    edit.redo();
    QCOMPARE(drawing, after);
}

void TestStrokeEdit::onlyTheDifferenceIsReplaced()
{
    std::size_t first = 99;
    std::size_t count = 99;
    Drawing put;
    StrokeEdit edit({}, {{a, b, c}}, {{a, c}},
                    [&](std::size_t from, std::size_t strokes, const CanvasContent &with) {
                        first = from;
                        count = strokes;
                        put = with.strokes;
                    });
    edit.redo();
    QCOMPARE(first, std::size_t{1});
    QCOMPARE(count, std::size_t{1});
    QVERIFY(put.empty());
    edit.undo();
    QCOMPARE(count, std::size_t{0});
    QCOMPARE(put, Drawing{b});
}

void TestStrokeEdit::aPictureComesAndGoes()
{
    const auto picture = std::make_shared<const CanvasPicture>();
    CanvasContent content{{a, b}};
    StrokeEdit edit({}, content, {{}, picture},
                    [&](std::size_t, std::size_t, const CanvasContent &with) { content = with; });
    edit.redo();
    QCOMPARE(content.picture, picture);
    QVERIFY(content.strokes.empty());
    edit.undo();
    QVERIFY(!content.picture);
    QCOMPARE(content.strokes, (Drawing{a, b}));
}

QTEST_APPLESS_MAIN(TestStrokeEdit)
#include "tst_stroke_edit.moc"
