// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/panels/network/network_layout.h"

#include <QTest>

using namespace nabla::ui;

class TestNetworkLayout final : public QObject
{
    Q_OBJECT

private slots:
    void columnsSpreadOverTheWidth();
    void everyNeuronLiesInsideTheArea_data();
    void everyNeuronLiesInsideTheArea();
    void aPointFindsItsColumnAndNeuron();
};

namespace {

NetworkLayout layoutOf(const std::vector<int> &sizes, QRectF area)
{
    const int places = NetworkLayout::placesIn(area.height(), 12.0);
    std::vector<ShownColumn> columns;
    for (const int size : sizes)
        columns.push_back(shownColumn(size, places));
    return {columns, area, 12.0, 30.0};
}

} // namespace

void TestNetworkLayout::columnsSpreadOverTheWidth()
{
    const NetworkLayout layout = layoutOf({784, 30, 10}, {0, 0, 300, 200});
    QCOMPARE(layout.columnCount(), 3);
    QCOMPARE(layout.x(1), 150.0);
    QCOMPARE(layout.x(0) + layout.x(2), 300.0);
    QCOMPARE(layout.neuron(1, 0).x(), 150.0);
}

void TestNetworkLayout::everyNeuronLiesInsideTheArea_data()
{
    QTest::addColumn<QRectF>("area");
    QTest::newRow("usual") << QRectF(1, 1, 298, 228);
    QTest::newRow("low") << QRectF(0, 0, 298, 60);
    QTest::newRow("large") << QRectF(0, 0, 1200, 900);
    QTest::newRow("narrow") << QRectF(0, 0, 100, 200);
}

void TestNetworkLayout::everyNeuronLiesInsideTheArea()
{
    QFETCH(QRectF, area);
    const NetworkLayout layout = layoutOf({784, 30, 2, 1, 14, 10}, area);
    for (int column = 0; column < layout.columnCount(); ++column) {
        const auto &shown = layout.columns()[static_cast<std::size_t>(column)];
        double previous = area.top();
        for (int i = 0; i < static_cast<int>(shown.neurons.size()); ++i) {
            const QPointF center = layout.neuron(column, i);
            QVERIFY(area.contains(center));
            QVERIFY(center.y() > previous);
            previous = center.y();
        }
        QVERIFY(previous < area.bottom());
    }
}

void TestNetworkLayout::aPointFindsItsColumnAndNeuron()
{
    const NetworkLayout layout = layoutOf({784, 30, 10}, {0, 0, 300, 200});
    QCOMPARE(layout.columnAt(layout.neuron(1, 4)), 1);
    QCOMPARE(layout.neuronAt(1, layout.neuron(1, 4)), 4);
    QCOMPARE(layout.neuronAt(1, layout.gap(1)), -1);
    QCOMPARE(layout.columnAt({85.0, 100.0}), -1);
    QCOMPARE(NetworkLayout().columnAt({1.0, 1.0}), -1);
}

NABLA_TEST(TestNetworkLayout)
#include "tst_network_layout.moc"
