// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
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

const Stroke firstStroke{{0.1, 0.1}, {0.2, 0.2}};
const Stroke secondStroke{{0.3, 0.3}};
const Stroke thirdStroke{{0.5, 0.5}, {0.6, 0.6}};

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
    QTest::newRow("first stroke") << Drawing{} << Drawing{firstStroke};
    QTest::newRow("one more") << Drawing{firstStroke, secondStroke}
                              << Drawing{firstStroke, secondStroke, thirdStroke};
    QTest::newRow("one from the middle")
        << Drawing{firstStroke, secondStroke, thirdStroke} << Drawing{firstStroke, thirdStroke};
    QTest::newRow("one of two equal") << Drawing{firstStroke, firstStroke} << Drawing{firstStroke};
    QTest::newRow("cut in two") << Drawing{firstStroke, secondStroke}
                                << Drawing{{firstStroke[0]}, {firstStroke[1]}, secondStroke};
    QTest::newRow("all") << Drawing{firstStroke, secondStroke, thirdStroke} << Drawing{};
    QTest::newRow("all replaced") << Drawing{firstStroke, secondStroke} << Drawing{thirdStroke};
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
    StrokeEdit edit({}, {{firstStroke, secondStroke, thirdStroke}}, {{firstStroke, thirdStroke}},
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
    QCOMPARE(put, Drawing{secondStroke});
}

void TestStrokeEdit::aPictureComesAndGoes()
{
    const auto picture = std::make_shared<const CanvasPicture>();
    CanvasContent content{{firstStroke, secondStroke}};
    StrokeEdit edit({}, content, {{}, picture},
                    [&](std::size_t, std::size_t, const CanvasContent &with) { content = with; });
    edit.redo();
    QCOMPARE(content.picture, picture);
    QVERIFY(content.strokes.empty());
    edit.undo();
    QVERIFY(!content.picture);
    QCOMPARE(content.strokes, (Drawing{firstStroke, secondStroke}));
}

NABLA_TEST(TestStrokeEdit)
#include "tst_stroke_edit.moc"
