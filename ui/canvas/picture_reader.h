// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/gray_image.h"
#include "ui/canvas/canvas_content.h"

#include <QString>

#include <memory>

class QMimeData;

namespace nabla::ui {

/// A picture of a digit, or why there is none, in words for a person: exactly one of the two.
struct PictureReading
{
    std::shared_ptr<const CanvasPicture> picture;
    QString problem;
};

/// Any kind of picture that Qt reads, turned as the camera says; of an animation the first frame.
/// At most 10,000 pixels a side and 50 million in all.
[[nodiscard]] PictureReading readPicture(const QString &file);
/// What was pasted or dropped: a picture itself, or the first file.
[[nodiscard]] PictureReading readPicture(const QMimeData &data);
/// Dark ink on light paper or the other way round. What is transparent shows white paper; a picture
/// of one colour with only transparency is ink.
[[nodiscard]] PictureReading readPicture(const QImage &image);

/// In shades of grey, of the same size.
[[nodiscard]] GrayImage grayOf(const QImage &image);

/// Is it worth a try? A file may still turn out to be something else.
[[nodiscard]] bool mayHoldPicture(const QMimeData &data);
/// The patterns of a file dialog: "*.png *.jpg ...".
[[nodiscard]] QString pictureFilePatterns();

} // namespace nabla::ui
