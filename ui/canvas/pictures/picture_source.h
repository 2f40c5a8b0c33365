// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/pictures/picture_problem.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <variant>

class QMimeData;

namespace nabla::ui {

/// A picture before it is read: a file's path, the bytes of one, or pixels; or why there is none.
using PictureSource = std::variant<PictureProblem, QString, QByteArray, QImage>;

/// What was pasted or dropped: a picture itself, or the first file. Unpacks nothing, so that the
/// event may end at once.
[[nodiscard]] PictureSource pictureIn(const QMimeData &data);
/// Is it a picture, by what is there, or the first file's name or first bytes?
[[nodiscard]] bool holdsPicture(const QMimeData &data);
/// Is it worth a try? Everything but a folder: a file may still turn out to be something else.
[[nodiscard]] bool mayHoldPicture(const QMimeData &data);
/// The patterns of a file dialog: "*.png *.jpg ...".
[[nodiscard]] QString pictureFilePatterns();

} // namespace nabla::ui
