// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/learning_speed_figure.h"
#include "tests/support/test_program.h"
#include "ui/plots/layer_colors.h"

#include <QPalette>
#include <QTest>

using namespace nabla::ui;

class TestLayerColors final : public QObject
{
    Q_OBJECT

private slots:
    void fiveLayersHaveTheColoursOfTheRamp();
    void theFirstAndLastColourAreThoseOfEveryDepth();
    void neighboursDifferUpToTwentyLayers();
    void theInputIsGrey();
    void aNetworkOfOneLayerHasTheOutputsColour();
    void thePaletteSaysWhetherItIsDark();
    void theCommandLinesFigureHasTheSameColours();
};

void TestLayerColors::fiveLayersHaveTheColoursOfTheRamp()
{
    const QStringList dark{"#9b6bff", "#d45bc0", "#f5796a", "#fbb13c", "#f2ea6a"};
    const QStringList light{"#5b2bd6", "#a8208f", "#d1423b", "#b86e00", "#7d7700"};
    for (int layer = 1; layer <= 5; ++layer) {
        QCOMPARE(layerColor(layer, 5, true).name(), dark[layer - 1]);
        QCOMPARE(layerColor(layer, 5, false).name(), light[layer - 1]);
    }
}

void TestLayerColors::theFirstAndLastColourAreThoseOfEveryDepth()
{
    for (int layers = 2; layers <= 12; ++layers) {
        QCOMPARE(layerColor(1, layers, true).name(), QStringLiteral("#9b6bff"));
        QCOMPARE(layerColor(layers, layers, true).name(), QStringLiteral("#f2ea6a"));
    }
}

void TestLayerColors::neighboursDifferUpToTwentyLayers()
{
    for (const bool dark : {false, true}) {
        for (int layer = 2; layer <= 20; ++layer)
            QVERIFY(layerColor(layer, 20, dark) != layerColor(layer - 1, 20, dark));
    }
}

void TestLayerColors::theInputIsGrey()
{
    QVERIFY(layerColor(0, 5, true).hslSaturation() < 40);
    QVERIFY(layerColor(0, 5, false).hslSaturation() < 40);
}

void TestLayerColors::aNetworkOfOneLayerHasTheOutputsColour()
{
    QCOMPARE(layerColor(1, 1, false).name(), QStringLiteral("#7d7700"));
}

void TestLayerColors::thePaletteSaysWhetherItIsDark()
{
    QPalette palette;
    palette.setColor(QPalette::Window, Qt::black);
    QVERIFY(isDark(palette));
    palette.setColor(QPalette::Window, Qt::white);
    QVERIFY(!isDark(palette));
}

void TestLayerColors::theCommandLinesFigureHasTheSameColours()
{
    for (const int hiddenLayers : {2, 3, 4}) {
        const nabla::Chart chart = nabla::chartOf({hiddenLayers, {}});
        QCOMPARE(chart.curves.size(), static_cast<std::size_t>(hiddenLayers));
        for (int layer = 1; layer <= hiddenLayers; ++layer)
            QCOMPARE(
                QString::fromStdString(chart.curves[static_cast<std::size_t>(layer - 1)].color),
                layerColor(layer, hiddenLayers + 1, false).name());
    }
}

NABLA_TEST(TestLayerColors)
#include "tst_layer_colors.moc"
