// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/stroke.h"
#include "ui/canvas/pictures/canvas_picture.h"

#include <memory>

namespace nabla::ui {

/// What lies on the paper: strokes, or a picture in their place.
struct CanvasContent
{
    Drawing strokes;
    std::shared_ptr<const CanvasPicture> picture = nullptr;

    [[nodiscard]] bool isEmpty() const { return strokes.empty() && !picture; }
    bool operator==(const CanvasContent &) const = default; // of pictures: the same one
};

} // namespace nabla::ui
