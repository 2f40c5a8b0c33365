// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/plots/pictures/histograms.h"
#include "ui/plots/pictures/histogram_export.h"
#include "ui/plots/pictures/histogram_picture.h"

#include <QApplication>
#include <QBuffer>
#include <QIODevice>
#include <QTest>

#include <cmath>

using namespace nabla;
using namespace nabla::ui;
using nabla::ui::test::layersWith;
using nabla::ui::test::smallBins;

class TestHistogramPicture final : public QObject
{
    Q_OBJECT

private slots:
    void everyBinHasTheColourOfItsShare();
    void exactZerosAreApart();
    void theRangeHoldsEveryLayerAndOnlyGrows();
    void momentsStandUntilHalfWayToTheNext();
    void theNewestIsSeenHoweverNear();
    void thinnedMomentsGiveTheSamePictureAsNewOnes();
    void anotherLayerKeepsTheRange();
    void binsOfAnotherScaleFindTheirPlace();
    void smallerSharesWidenTheScaleOfAll();
    void whatWasNeverMeasuredIsTransparent();
    void theTableHasARowForEveryBinWithSomethingInIt();
};

namespace {

const StepScale steps(XUnit::Steps, 1, {});

QImage binsAt(const HistogramPicture &picture, AxisRange across, int columns, double now)
{
    return picture.view(steps, across, columns, now).bins;
}

/// Of a pixel column: the colour of the bin that holds a number.
QRgb colorAt(const HistogramPicture &picture, const HistogramPicture::View &view, int column,
             double number)
{
    const int row = picture.bins().binOf(number) - static_cast<int>(picture.range().lower);
    return view.bins.pixel(column, view.bins.height() - 1 - row);
}

} // namespace

void TestHistogramPicture::everyBinHasTheColourOfItsShare()
{
    HistogramPicture picture;
    std::vector<double> numbers(98, 0.25);
    numbers.push_back(-2.9);
    numbers.push_back(9.0);
    picture.update({{0, layersWith({numbers})}, {10, layersWith({{-2.9}})}});
    const auto view = picture.view(steps, {0.0, 10.0}, 10, 10.0);
    const MagnitudeScale &scale = picture.colorScale();
    QCOMPARE(colorAt(picture, view, 0, 0.25), scale.colorOf(0.98));
    QCOMPARE(colorAt(picture, view, 0, -2.9), scale.colorOf(0.01));
    QCOMPARE(colorAt(picture, view, 0, 9.0), scale.colorOf(0.01));
    QCOMPARE(qAlpha(colorAt(picture, view, 0, 1.0)), 0);
    QCOMPARE(colorAt(picture, view, 9, -2.9), scale.colorOf(1.0));
    QCOMPARE(qAlpha(colorAt(picture, view, 9, 0.25)), 0);
}

void TestHistogramPicture::exactZerosAreApart()
{
    HistogramPicture picture;
    picture.update({{0, layersWith({{0.0, 0.0, 0.0, 1.0}})}, {10, layersWith({{1.0}})}});
    const auto view = picture.view(steps, {0.0, 10.0}, 10, 10.0);
    QCOMPARE(view.zeros.pixel(0, 0), picture.colorScale().colorOf(0.75));
    QCOMPARE(qAlpha(view.zeros.pixel(9, 0)), 0);
    QCOMPARE(colorAt(picture, view, 0, 1.0), picture.colorScale().colorOf(0.25));
    QCOMPARE(picture.histogram(0)->zeros(), 3U);
}

void TestHistogramPicture::theRangeHoldsEveryLayerAndOnlyGrows()
{
    HistogramPicture picture;
    picture.update({{0, layersWith({{0.25}, {-1.25, 30.0}})}});
    const AxisRange range = picture.range();
    QCOMPARE(range.lower, std::floor(smallBins.positionOf(-1.25)));
    QCOMPARE(range.upper, 28.0); // 30 is in the last bin
    picture.update({{0, layersWith({{0.25}, {0.25}})}});
    QCOMPARE(picture.range(), range);
    picture.clear();
    QVERIFY(picture.empty());
    picture.update({{0, layersWith({{0.25}})}});
    QCOMPARE(picture.range(), (AxisRange{14.0, 15.0}));
}

void TestHistogramPicture::momentsStandUntilHalfWayToTheNext()
{
    HistogramPicture picture;
    picture.update({{2, layersWith({{1.0}})}, {6, layersWith({{1.0}})}});
    const auto view = picture.view(steps, {0.0, 10.0}, 10, 7.0);
    const std::vector<int> expected{-1, -1, 0, 0, 1, 1, 1, 1, 1, -1};
    QCOMPARE(view.moments, expected); // the last one at least three pixels
    QCOMPARE(picture.momentAt(5), std::optional<std::size_t>(0));
    QCOMPARE(picture.momentAt(6), std::optional<std::size_t>(1));
    QCOMPARE(picture.momentAt(0), std::optional<std::size_t>(0));
}

void TestHistogramPicture::theNewestIsSeenHoweverNear()
{
    HistogramPicture picture;
    picture.update({{0, layersWith({{1.0}})}});
    const auto view = picture.view(steps, {0.0, 1000.0}, 10, 0.0);
    QCOMPARE(view.moments[0], 0);
    QCOMPARE(view.moments[2], 0);
    QCOMPARE(view.moments[3], -1);
}

void TestHistogramPicture::thinnedMomentsGiveTheSamePictureAsNewOnes()
{
    std::vector<HistogramHistory::Moment> all;
    for (std::uint64_t step = 0; step < 8; ++step)
        all.push_back({step, layersWith({{0.25 * static_cast<double>(step + 1), 1.0, 0.0}})});
    HistogramPicture grown;
    for (std::size_t count = 1; count <= all.size(); ++count)
        grown.update({all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)});
    const std::vector<HistogramHistory::Moment> thinned{all[0], all[2], all[4], all[6], all[7]};
    grown.update(thinned);
    HistogramPicture made;
    made.update(all);
    made.update(thinned);
    HistogramPicture fresh;
    fresh.update(thinned);
    QCOMPARE(grown.size(), std::size_t{5});
    const AxisRange across{0.0, 8.0};
    QCOMPARE(binsAt(grown, across, 80, 8.0), binsAt(made, across, 80, 8.0));
    const auto view = grown.view(steps, across, 80, 8.0);
    const auto freshView = fresh.view(steps, across, 80, 8.0);
    QCOMPARE(colorAt(grown, view, 40, 1.25), colorAt(fresh, freshView, 40, 1.25));
    QVERIFY(qAlpha(colorAt(grown, view, 40, 1.25)) == 255);
}

void TestHistogramPicture::anotherLayerKeepsTheRange()
{
    const std::vector<HistogramHistory::Moment> moments{{0, layersWith({{0.25}, {-30.0, 30.0}})}};
    HistogramPicture picture;
    picture.update(moments);
    const AxisRange range = picture.range();
    picture.show(LayerDistribution::WeightedInput, 2);
    QVERIFY(picture.empty());
    QCOMPARE(picture.range(), range);
    picture.update(moments);
    QCOMPARE(picture.histogram(0)->counts().back(), 1U);
    picture.show(LayerDistribution::Weights, 2);
    QCOMPARE(picture.range(), (AxisRange{0.0, 0.0}));
    picture.show(LayerDistribution::Weights, 3);
    picture.update(moments);
    QCOMPARE(picture.histogram(0), nullptr); // there is no layer 3
    QVERIFY(!binsAt(picture, {0.0, 1.0}, 5, 1.0).isNull());
}

void TestHistogramPicture::binsOfAnotherScaleFindTheirPlace()
{
    constexpr BinScale fine{4.0, 16, 4, 3};
    HistogramPicture picture;
    picture.update({{0, layersWith({{1.1, 3.0}})}, {10, layersWith({{1.1, 1.4}}, fine)}});
    const auto view = picture.view(steps, {0.0, 10.0}, 10, 10.0);
    QCOMPARE(picture.bins(), smallBins);
    QCOMPARE(colorAt(picture, view, 9, 1.1), picture.colorScale().colorOf(1.0));
}

void TestHistogramPicture::smallerSharesWidenTheScaleOfAll()
{
    std::vector<double> many(2'000'000, 0.25);
    many.push_back(3.0);
    HistogramPicture picture;
    const auto first = layersWith({{0.25}});
    picture.update({{0, first}});
    const MagnitudeScale before = picture.colorScale();
    picture.update({{0, first}, {10, layersWith({many})}});
    QVERIFY(picture.colorScale().lowest() < before.lowest());
    const auto view = picture.view(steps, {0.0, 10.0}, 10, 10.0);
    QCOMPARE(colorAt(picture, view, 0, 0.25), picture.colorScale().colorOf(1.0));
    QCOMPARE(colorAt(picture, view, 9, 3.0), picture.colorScale().colorOf(1.0 / 2'000'001));
}

void TestHistogramPicture::whatWasNeverMeasuredIsTransparent()
{
    HistogramPicture picture;
    picture.update({{0, nullptr},
                    {5, std::make_shared<const NetworkHistograms>(2)},
                    {10, layersWith({{std::nan("")}})}});
    QCOMPARE(picture.histogram(0), nullptr);
    QCOMPARE(picture.histogram(1), nullptr);
    QCOMPARE(picture.histogram(2)->notNumbers(), 1U);
    const QImage bins = binsAt(picture, {0.0, 10.0}, 10, 10.0);
    for (int y = 0; y < bins.height(); ++y) {
        for (int x = 0; x < bins.width(); ++x)
            QCOMPARE(qAlpha(bins.pixel(x, y)), 0);
    }
    const HistogramPicture none;
    QVERIFY(!none.view(steps, {0.0, 1.0}, 10, 0.0).bins.isNull());
    QCOMPARE(none.momentAt(3), std::nullopt);
}

void TestHistogramPicture::theTableHasARowForEveryBinWithSomethingInIt()
{
    HistogramPicture picture;
    picture.show(LayerDistribution::Error, 2);
    picture.update({{0, layersWith({{}, {-0.25, 0.0, 0.0, 0.25}})},
                    {20, layersWith({{}, {0.75, std::nan("")}})}});
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(writeHistogramCsv(buffer, picture, {LayerDistribution::Error, 2},
                              StepScale(XUnit::Epochs, 10, {}), StepScale(XUnit::Steps, 10, {})));
    const QList<QByteArray> lines = buffer.data().trimmed().split('\n');
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[0], QByteArray("distribution,layer,step,epoch,seconds,from,to,count,share"));
    QCOMPARE(lines[1], QByteArray("error,2,0,0,0,-0.5,0,1,0.25"));
    QCOMPARE(lines[2], QByteArray("error,2,0,0,0,0,0,2,0.5"));
    QCOMPARE(lines[3], QByteArray("error,2,0,0,0,0,0.5,1,0.25"));
    QCOMPARE(lines[4], QByteArray("error,2,20,2,20,0.5,1,1,1"));
    QCOMPARE(lines[5], QByteArray("error,2,20,2,20,nan,nan,1,"));
}

NABLA_WINDOW_TEST(TestHistogramPicture)
#include "tst_histogram_picture.moc"
