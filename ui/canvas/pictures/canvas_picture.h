// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/prepared_picture.h"

#include <QImage>

namespace nabla::ui {

/// A photo or scan of one digit. Immutable, shared.
struct CanvasPicture
{
    QImage shown; ///< of a size for the screen
    PreparedPicture prepared;
};

} // namespace nabla::ui
