// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/network/network_view.h"

#include "tests/support/frames.h"
#include "tests/support/test_program.h"
#include "ui/plots/layer_colors.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestNetworkView final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void withoutANetworkItIsEmpty();
    void neuronsGlowWithTheirActivation();
    void aClickSelectsALayerAndASecondOneLetsGo();
    void theKeyboardWalksThroughTheLayers();
    void ratiosStandUnderTheHiddenLayers();
    void aNetworkOfAnotherShapeIsArrangedAnew();
    void aVeryDeepNetworkIsShown();
    void anImageThatDoesNotFitDarkensAll();
    void outputsThatAreDigitsAreNamed_data();
    void outputsThatAreDigitsAreNamed();

private:
    std::unique_ptr<NetworkView> m_view;
};

namespace {

std::shared_ptr<const Snapshot> snapshotOf(const std::vector<int> &layers)
{
    return std::make_shared<const Snapshot>(Snapshot{blankNetwork(layers), 0});
}

} // namespace

void TestNetworkView::init()
{
    m_view = std::make_unique<NetworkView>();
    m_view->resize(300, 230);
}

void TestNetworkView::withoutANetworkItIsEmpty()
{
    QSignalSpy clicked(m_view.get(), &NetworkView::layerClicked);
    m_view->grab();
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {150, 100});
    QCOMPARE(clicked.count(), 0);
    QCOMPARE(m_view->networkLayout().columnCount(), 0);
}

void TestNetworkView::neuronsGlowWithTheirActivation()
{
    m_view->setSnapshot(certainOf(3));
    m_view->setImage(Raster{});
    QVERIFY(m_view->activations());
    const QImage image = m_view->grab().toImage();
    const auto colorOf = [&](int digit) {
        return image.pixelColor(m_view->networkLayout().neuron(1, digit).toPoint());
    };
    const QColor full = layerColor(1, 1, isDark(m_view->palette()));
    const auto distance = [&full](const QColor &color) {
        return qAbs(color.red() - full.red()) + qAbs(color.green() - full.green())
               + qAbs(color.blue() - full.blue());
    };
    QVERIFY(distance(colorOf(3)) < 10);
    QVERIFY(distance(colorOf(4)) > 100);
}

void TestNetworkView::aClickSelectsALayerAndASecondOneLetsGo()
{
    m_view->setSnapshot(snapshotOf({784, 30, 20, 10}));
    QSignalSpy clicked(m_view.get(), &NetworkView::layerClicked);
    const auto click = [this](int column) {
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {},
                          m_view->networkLayout().neuron(column, 2).toPoint());
    };
    click(2);
    QCOMPARE(clicked.takeFirst().front().toInt(), 2);
    m_view->setSelectedLayer(2);
    click(2);
    QCOMPARE(clicked.takeFirst().front().toInt(), 0);
    click(0); // the input is no layer
    QVERIFY(clicked.isEmpty());
}

void TestNetworkView::theKeyboardWalksThroughTheLayers()
{
    m_view->setSnapshot(snapshotOf({784, 30, 10}));
    connect(m_view.get(), &NetworkView::layerClicked, m_view.get(), &NetworkView::setSelectedLayer);
    QSignalSpy clicked(m_view.get(), &NetworkView::layerClicked);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Right); // there is no third
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QList<int> layers;
    for (const auto &arguments : clicked)
        layers << arguments.front().toInt();
    QCOMPARE(layers, (QList<int>{1, 2, 1, 0}));
}

void TestNetworkView::ratiosStandUnderTheHiddenLayers()
{
    m_view->setSnapshot(snapshotOf({784, 30, 30, 30, 10}));
    m_view->setRatios({92.0, std::nullopt, 1.0});
    QVERIFY(m_view->words().ratioLabel(1).startsWith(QStringLiteral("92")));
    QVERIFY(m_view->words().ratioLabel(2).isEmpty());
    QCOMPARE(m_view->words().ratioLabel(3), QStringLiteral("1"));
    QVERIFY(m_view->words().ratioLabel(4).isEmpty());
    QVERIFY(m_view->words().ratioLabel(0).isEmpty());
    m_view->grab();
}

void TestNetworkView::aNetworkOfAnotherShapeIsArrangedAnew()
{
    m_view->setImage(Raster{});
    m_view->setSnapshot(snapshotOf({784, 30, 10}));
    m_view->grab();
    m_view->setSelectedLayer(2);
    m_view->setSnapshot(snapshotOf({784, 10}));
    QCOMPARE(m_view->networkLayout().columnCount(), 2);
    QCOMPARE(m_view->activations()->values.size(), std::size_t{2});
    m_view->grab(); // the selected layer is gone
    m_view->setSnapshot(nullptr);
    QCOMPARE(m_view->networkLayout().columnCount(), 0);
    m_view->grab();
}

void TestNetworkView::aVeryDeepNetworkIsShown()
{
    m_view->setImage(Raster{});
    m_view->setSnapshot(snapshotOf(
        {784, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 1000, 10}));
    m_view->grab();
    m_view->resize(160, 100);
    m_view->grab();
    QCOMPARE(m_view->networkLayout().columnCount(), 22);
}

void TestNetworkView::anImageThatDoesNotFitDarkensAll()
{
    m_view->setImage(Raster{});
    m_view->setSnapshot(snapshotOf({5, 3, 2}));
    QVERIFY(!m_view->activations());
    m_view->grab();
}

void TestNetworkView::outputsThatAreDigitsAreNamed_data()
{
    QTest::addColumn<QList<int>>("layers");
    QTest::addColumn<int>("height");
    QTest::addColumn<bool>("areNamed");
    QTest::newRow("digits") << QList<int>{784, 12, 10} << 230 << true;
    QTest::newRow("deep") << QList<int>{784, 30, 30, 30, 30, 10} << 230 << true;
    QTest::newRow("no room") << QList<int>{784, 12, 10} << 100 << false;
    QTest::newRow("other outputs") << QList<int>{784, 12, 3} << 230 << false;
    QTest::newRow("other inputs") << QList<int>{5, 12, 10} << 230 << false;
}

void TestNetworkView::outputsThatAreDigitsAreNamed()
{
    QFETCH(QList<int>, layers);
    QFETCH(int, height);
    QFETCH(bool, areNamed);
    m_view->resize(300, height);
    m_view->setSnapshot(snapshotOf({layers.begin(), layers.end()}));
    const NetworkLayout &layout = m_view->networkLayout();
    const int last = layout.columnCount() - 1;
    const QImage picture = m_view->grab().toImage();
    const auto hasInkBeside = [&](int output) {
        const QPointF place = layout.neuron(last, output);
        const QColor background = picture.pixelColor(1, picture.height() / 2);
        for (int x = int(place.x() + layout.radius()) + 2; x < picture.width() - 1; ++x) {
            for (int y = int(place.y()) - 3; y <= int(place.y()) + 3; ++y) {
                if (picture.pixelColor(x, y) != background)
                    return true;
            }
        }
        return false;
    };
    const auto shown = static_cast<int>(layout.columns().back().neurons.size());
    for (int output = 0; output < shown; ++output)
        QCOMPARE(hasInkBeside(output), areNamed);
}

NABLA_WINDOW_TEST(TestNetworkView)
#include "tst_network_view.moc"
