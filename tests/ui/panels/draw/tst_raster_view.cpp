// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/panels/draw/raster_view.h"

#include <QApplication>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestRasterView final : public QObject
{
    Q_OBJECT

private slots:
    void everyPixelIsOneCrispSquare();
};

void TestRasterView::everyPixelIsOneCrispSquare()
{
    RasterView view;
    view.resize(28 * 4 + 2, 28 * 4 + 2);
    Raster raster{};
    raster[5 * 28 + 7] = 255;
    raster[5 * 28 + 8] = 100;
    view.setRaster(raster);
    const QImage image = view.grab().toImage();
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 4; ++x) {
            QCOMPARE(qGray(image.pixel(1 + 7 * 4 + x, 1 + 5 * 4 + y)), 255);
            QCOMPARE(qGray(image.pixel(1 + 8 * 4 + x, 1 + 5 * 4 + y)), 100);
            QCOMPARE(qGray(image.pixel(1 + 6 * 4 + x, 1 + 5 * 4 + y)), 0);
        }
    }
}

NABLA_WINDOW_TEST(TestRasterView)
#include "tst_raster_view.moc"
