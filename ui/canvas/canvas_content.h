// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/prepared_picture.h"
#include "core/vision/stroke.h"

#include <QImage>

#include <memory>

namespace nabla::ui {

/// A photo or scan of one digit. Immutable, shared.
struct CanvasPicture
{
    QImage shown; ///< of a size for the screen
    PreparedPicture prepared;
};

/// What lies on the paper: strokes, or a picture in their place.
struct CanvasContent
{
    Drawing strokes;
    std::shared_ptr<const CanvasPicture> picture = nullptr;

    [[nodiscard]] bool isEmpty() const { return strokes.empty() && !picture; }
    bool operator==(const CanvasContent &) const = default; // of pictures: the same one
};

} // namespace nabla::ui
