// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/selection.h"

#include <utility>

namespace nabla::ui {

Selection::Selection(QObject *parent)
    : QObject(parent)
{
}

void Selection::setLayer(int layer)
{
    if (layer == m_layer)
        return;
    m_layer = layer;
    emit layerChanged(layer);
}

void Selection::setImage(const Raster &image)
{
    if (m_hasImage && image == m_image)
        return;
    m_image = image;
    m_hasImage = true;
    emit imageChanged();
}

void Selection::clearImage()
{
    if (!m_hasImage)
        return;
    m_hasImage = false;
    m_image.fill(0);
    emit imageChanged();
}

void Selection::setDrawing(const Drawing &drawing)
{
    if (drawing == m_drawing)
        return;
    m_drawing = drawing;
    emit drawingChanged();
}

void Selection::setPicture(std::shared_ptr<const PreparedPicture> picture)
{
    if (picture == m_picture)
        return;
    m_picture = std::move(picture);
    emit drawingChanged();
}

void Selection::setNormalization(const Normalization &steps)
{
    if (steps == m_normalization)
        return;
    m_normalization = steps;
    emit normalizationChanged();
}

} // namespace nabla::ui
