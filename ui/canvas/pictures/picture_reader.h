// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/gray_image.h"
#include "ui/canvas/pictures/canvas_picture.h"
#include "ui/canvas/pictures/picture_source.h"

#include <memory>
#include <stop_token>

namespace nabla::ui {

/// A picture of a digit, or why there is none: exactly one of the two.
struct PictureReading
{
    std::shared_ptr<const CanvasPicture> picture;
    PictureProblem problem;
};

// All may be called on any thread and read at most 10,000 pixels a side, 50 million in all, of 8 or
// 16 bits a channel. What is asked to stop ends soon, with any reading.

/// Any kind of picture that Qt reads, turned as the camera says; of an animation the first frame.
[[nodiscard]] PictureReading readPicture(const QString &file, const std::stop_token &stop = {});
/// The same of a file's bytes.
[[nodiscard]] PictureReading readPicture(const QByteArray &bytes, const std::stop_token &stop = {});
/// Dark ink on light paper or the other way round; laid on paper where it is transparent, as
/// layOnPaper() says.
[[nodiscard]] PictureReading readPicture(const QImage &image);
[[nodiscard]] PictureReading readPicture(const PictureSource &source, const std::stop_token &stop);

/// Of an opaque picture: what is read of what is shown.
[[nodiscard]] GrayImage grayOf(const QImage &image);

} // namespace nabla::ui
