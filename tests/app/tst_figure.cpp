// SPDX-License-Identifier: GPL-3.0-or-later
// The book's figures, drawn again.
#include "app/headless/learning_speed_figure.h"
#include "core/book/book_curves.h"
#include "tests/support/files/idx_folder.h"
#include "tests/support/nabla_process.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace nabla;

class TestFigure final : public QObject
{
    Q_OBJECT

private slots:
    void theMedianLiesInTheBandOfAllSeeds();
    void oneSeedHasNoBand();
    void stepsThatADivergedSeedDidNotReachAreLeftOut();
    void everyRecordedNumberIsACircle();
    void whatHasNoPlaceOnALogarithmicAxisIsLeftOut();
    void wordsAreEscaped();
    void aChartOfNothingIsDrawn();
    void namesDoNotLieOnEachOther();
    void theTableHoldsEveryNumber();
    void otherDataAndOtherEndingsAreRefused();
};

namespace {

/// Two hidden layers; layer 2 learns ten times as fast.
LearningSpeedFigure figureOf(const std::vector<std::vector<double>> &firstLayerBySeed)
{
    LearningSpeedFigure figure;
    figure.hiddenLayers = 2;
    for (const std::vector<double> &speeds : firstLayerBySeed) {
        figure.ours.emplace_back();
        for (const double speed : speeds)
            figure.ours.back().push_back({speed, 10.0 * speed});
    }
    return figure;
}

/// How many elements of this name; -1 where the text is no XML.
int elements(const std::string &svg, const QString &name)
{
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    int count = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == name)
            ++count;
    }
    return reader.hasError() ? -1 : count;
}

} // namespace

void TestFigure::theMedianLiesInTheBandOfAllSeeds()
{
    const Chart chart = chartOf(figureOf({{1.0, 8.0}, {4.0, 2.0}, {3.0, 9.0}}));
    QCOMPARE(chart.curves.size(), std::size_t(2));
    const ChartCurve &first = chart.curves[0];
    QCOMPARE(first.x, (std::vector{0.0, 1.0}));
    QCOMPARE(first.value, (std::vector{3.0, 8.0}));
    QCOMPARE(first.least, (std::vector{1.0, 2.0}));
    QCOMPARE(first.most, (std::vector{4.0, 9.0}));
    QCOMPARE(chart.curves[1].value, (std::vector{30.0, 80.0}));
    // Of an even number the mean of the middle two.
    QCOMPARE(chartOf(figureOf({{1.0}, {4.0}})).curves[0].value, std::vector{2.5});
}

void TestFigure::oneSeedHasNoBand()
{
    const Chart chart = chartOf(figureOf({{1.0, 8.0}}));
    QVERIFY(chart.curves[0].least.empty());
    QVERIFY(chart.bandMeaning.empty());
    QCOMPARE(elements(toSvg(chart), "polygon"), 0);
}

void TestFigure::stepsThatADivergedSeedDidNotReachAreLeftOut()
{
    const Chart chart = chartOf(figureOf({{1.0, 8.0, 9.0}, {4.0}}));
    QCOMPARE(chart.curves[0].x, std::vector{0.0});
    QCOMPARE(chartOf(figureOf({})).curves[0].x.size(), std::size_t(0));
}

void TestFigure::everyRecordedNumberIsACircle()
{
    const Chart chart = chartOf(figureOf({{1.0, 8.0}, {4.0, 2.0}}));
    QCOMPARE(chart.curves[0].recorded.front(), 0.06574);
    QCOMPARE(chart.curves[1].recorded.back(), 0.00963);
    const std::string svg = toSvg(chart);
    const auto rows = static_cast<int>(bookLearningSpeeds(2).size());
    QCOMPARE(elements(svg, "circle"), 2 * rows + 1); // and one in the legend
    QCOMPARE(elements(svg, "polyline"), 2);
    QCOMPARE(elements(svg, "polygon"), 2);
}

void TestFigure::whatHasNoPlaceOnALogarithmicAxisIsLeftOut()
{
    Chart chart;
    chart.curves.push_back({"layer 1",
                            "#000000",
                            {0.0, 1.0, 2.0, 3.0},
                            {1e-3, 0.0, NAN, -1.0},
                            {},
                            {},
                            {0.0, 1.0},
                            {0.0, INFINITY}});
    const std::string svg = toSvg(chart);
    QCOMPARE(elements(svg, "polyline"), 1);
    QCOMPARE(elements(svg, "circle"), 0);
    QVERIFY(svg.find("nan") == std::string::npos && svg.find("inf") == std::string::npos);
}

void TestFigure::wordsAreEscaped()
{
    Chart chart;
    chart.title = "a < b & c > d";
    const std::string svg = toSvg(chart);
    QVERIFY(svg.find("a &lt; b &amp; c &gt; d") != std::string::npos);
    QCOMPARE(elements(svg, "title"), 1);
}

void TestFigure::aChartOfNothingIsDrawn()
{
    QVERIFY(elements(toSvg({}), "line") >= 2); // a grid of one decade
}

void TestFigure::namesDoNotLieOnEachOther()
{
    Chart chart;
    for (int layer = 1; layer <= 20; ++layer)
        chart.curves.push_back({"layer", "#123456", {0.0, 1.0}, {1e-3, 1e-3}, {}, {}, {}, {}});
    QXmlStreamReader reader(QByteArray::fromStdString(toSvg(chart)));
    QList<double> ys;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.name() == QLatin1String("text")
            && reader.attributes().value("fill") == QLatin1String("#123456"))
            ys.append(reader.attributes().value("y").toDouble());
    }
    QCOMPARE(ys.size(), 20);
    std::ranges::sort(ys);
    for (qsizetype i = 1; i < ys.size(); ++i)
        QVERIFY(ys[i] - ys[i - 1] > 12.0);
}

void TestFigure::theTableHoldsEveryNumber()
{
    const QString csv = QString::fromStdString(csvOf(figureOf({{0.125, 0.1}, {4.0}})));
    const QStringList lines = csv.trimmed().split('\n');
    QCOMPARE(lines.front(), QStringLiteral("source,seed,layer,step,speed"));
    QCOMPARE(lines.size(), 1 + 2 * 3 + 2 * 12);
    QVERIFY(lines.contains(QStringLiteral("ours,1,1,1,0.1")));
    QVERIFY(lines.contains(QStringLiteral("ours,2,2,0,40")));
    QVERIFY(lines.contains(QStringLiteral("book,,1,499,0.003435")));
}

void TestFigure::otherDataAndOtherEndingsAreRefused()
{
    const QTemporaryDir folder;
    const QString data = folder.filePath("digits");
    test::writeIdxFolder(data.toStdString(), 60, 20);
    const auto figure = [&](const QString &name, const QString &file) {
        return test::runNabla({"figure", name, "--data", data, "--output", folder.filePath(file)});
    };
    const test::CommandResult other = figure("learning-speed-4", "speeds.svg");
    QCOMPARE(other.exitCode, 2);
    QVERIFY2(other.errors.contains("MNIST"), other.errors.constData());
    QVERIFY(!QFile::exists(folder.filePath("speeds.svg")));
    QVERIFY(figure("learning-speed-4", "speeds.png").errors.contains(".svg or .csv"));
    QCOMPARE(figure("learning-speed-5", "speeds.svg").exitCode, 2);
}

NABLA_TEST(TestFigure)
#include "tst_figure.moc"
