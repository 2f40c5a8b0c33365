// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pictures/picture_source.h"

#include <QFileInfo>
#include <QImageReader>
#include <QMimeData>
#include <QUrl>

namespace nabla::ui {

namespace {

/// The picture as another program packed it; empty where this one's own pixels are there.
QByteArray packedPicture(const QMimeData &data)
{
    QList<QByteArray> types = QImageReader::supportedMimeTypes();
    types.prepend("image/png"); // without loss, and what most programs offer
    for (const QByteArray &type : types) {
        const QString name = QString::fromLatin1(type);
        if (data.hasFormat(name))
            return data.data(name);
    }
    return {};
}

/// Empty where no file of this computer is among the addresses.
QString firstFile(const QMimeData &data)
{
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

/// An archive begins as a packed SVG does and is none: data sets come in these.
bool isPictureFile(const QString &path)
{
    const QFileInfo info(path);
    const QByteArray suffix = info.suffix().toLower().toLatin1();
    if (QImageReader::supportedImageFormats().contains(suffix))
        return true;
    if (!info.isFile() || suffix == "gz")
        return false;
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    return reader.canRead();
}

} // namespace

PictureSource pictureIn(const QMimeData &data)
{
    if (data.hasImage()) {
        const QByteArray packed = packedPicture(data);
        if (!packed.isEmpty())
            return packed;
        return qvariant_cast<QImage>(data.imageData());
    }
    const QString file = firstFile(data);
    if (!file.isEmpty())
        return file;
    return PictureProblem{data.hasUrls() ? PictureProblem::Kind::NotOnThisComputer
                                         : PictureProblem::Kind::NothingCopied};
}

bool holdsPicture(const QMimeData &data)
{
    if (data.hasImage())
        return true;
    const QString file = firstFile(data);
    return !file.isEmpty() && isPictureFile(file);
}

bool mayHoldPicture(const QMimeData &data)
{
    return data.hasImage() || (data.hasUrls() && !QFileInfo(firstFile(data)).isDir());
}

QString pictureFilePatterns()
{
    QStringList patterns;
    for (const QByteArray &format : QImageReader::supportedImageFormats())
        patterns.append(QStringLiteral("*.") + QString::fromLatin1(format));
    return patterns.join(u' ');
}

} // namespace nabla::ui
