// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/mnist_raster.h"

#include <QWidget>

namespace nabla::ui {

/// The 28 x 28 pixels that the network gets, white ink on black, each pixel a crisp square.
class RasterView final : public QWidget
{
    Q_OBJECT

public:
    explicit RasterView(QWidget *parent = nullptr);

    void setRaster(const Raster &raster);
    [[nodiscard]] const Raster &raster() const { return m_raster; }

    [[nodiscard]] QSize sizeHint() const override { return {86, 86}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {58, 58}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return width; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Raster m_raster{};
};

} // namespace nabla::ui
