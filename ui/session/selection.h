// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/mnist_raster.h"
#include "core/vision/normalization.h"
#include "core/vision/prepared_picture.h"
#include "core/vision/stroke.h"

#include <QObject>

#include <memory>

namespace nabla::ui {

/// What the person points at, shared by all panels so that none has to know another: the selected
/// layer (0: none), the drawing, the steps that prepare it, and the image that the network is shown
/// (the drawing, as the network sees it).
class Selection final : public QObject
{
    Q_OBJECT

public:
    explicit Selection(QObject *parent = nullptr);

    [[nodiscard]] int layer() const { return m_layer; }
    void setLayer(int layer);

    [[nodiscard]] bool hasImage() const { return m_hasImage; }
    [[nodiscard]] const Raster &image() const { return m_image; }
    void setImage(const Raster &image);
    void clearImage();

    /// What the image is made of: strokes on the unit square, or a picture. Empty and null where it
    /// is the other one, or nothing.
    [[nodiscard]] const Drawing &drawing() const { return m_drawing; }
    void setDrawing(const Drawing &drawing);
    [[nodiscard]] std::shared_ptr<const PreparedPicture> picture() const { return m_picture; }
    void setPicture(std::shared_ptr<const PreparedPicture> picture);
    [[nodiscard]] const Normalization &normalization() const { return m_normalization; }
    void setNormalization(const Normalization &steps);

signals:
    void layerChanged(int layer);
    void imageChanged();
    void drawingChanged(); ///< the strokes or the picture
    void normalizationChanged();

private:
    int m_layer = 0;
    bool m_hasImage = false;
    Raster m_image{};
    Drawing m_drawing;
    std::shared_ptr<const PreparedPicture> m_picture;
    Normalization m_normalization;
};

} // namespace nabla::ui
