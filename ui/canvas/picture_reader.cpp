// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/picture_reader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace nabla::ui {

namespace {

constexpr int longestSide = 10'000; // pixels
constexpr qint64 mostPixels = 50'000'000; // of a large camera; decoded in less than a second
constexpr int preparedSide = 1'000; // more than the final 20 pixels can use
constexpr int allocationMegabytes = 256;

/// For Qt's translation: its context, and tr().
struct PictureReader
{
    Q_DECLARE_TR_FUNCTIONS(PictureReader)
};

PictureReading refused(const QString &problem)
{
    return {nullptr, problem};
}

bool isTooLarge(QSize size)
{
    return std::max(size.width(), size.height()) > longestSide
           || qint64{size.width()} * size.height() > mostPixels;
}

QString tooLargeText(QSize size)
{
    const QLocale locale;
    return PictureReader::tr("This picture is too large: %1 × %2 pixels. Scale it down below %3 a "
                             "side.")
        .arg(locale.toString(size.width()), locale.toString(size.height()),
             locale.toString(longestSide));
}

QSize preparedSize(QSize size)
{
    const int longer = std::max(size.width(), size.height());
    return longer <= preparedSide
               ? size
               : size.scaled(preparedSide, preparedSide, Qt::KeepAspectRatio).expandedTo({1, 1});
}

/// Is everything that is seen of it of one colour, or nearly?
bool isOneColor(const QImage &image)
{
    constexpr int likeness = 24; // levels
    constexpr int seen = 128; // of alpha
    int least[3] = {255, 255, 255};
    int greatest[3] = {0, 0, 0};
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(line[x]) < seen)
                continue;
            const int channels[3] = {qRed(line[x]), qGreen(line[x]), qBlue(line[x])};
            for (int k = 0; k < 3; ++k) {
                least[k] = std::min(least[k], channels[k]);
                greatest[k] = std::max(greatest[k], channels[k]);
            }
        }
    }
    return std::ranges::all_of(std::array{0, 1, 2},
                               [&](int k) { return greatest[k] - least[k] <= likeness; });
}

bool isTransparentSomewhere(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        if (std::any_of(line, line + image.width(), [](QRgb pixel) { return qAlpha(pixel) < 255; }))
            return true;
    }
    return false;
}

/// On white paper.
QImage opaque(const QImage &picture)
{
    if (!picture.hasAlphaChannel())
        return picture.convertToFormat(QImage::Format_RGB32);
    QImage image = picture.convertToFormat(QImage::Format_ARGB32);
    if (isTransparentSomewhere(image) && isOneColor(image)) {
        for (int y = 0; y < image.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
            std::transform(line, line + image.width(), line, [](QRgb pixel) {
                return qRgba(0, 0, 0, qAlpha(pixel)); // its alpha is the ink
            });
        }
    }
    QImage paper(image.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, image);
    return paper;
}

} // namespace

GrayImage grayOf(const QImage &image)
{
    const QImage gray = image.convertToFormat(QImage::Format_Grayscale8);
    GrayImage result{gray.width(), gray.height(), {}};
    result.pixels.reserve(static_cast<std::size_t>(gray.width())
                          * static_cast<std::size_t>(gray.height()));
    for (int y = 0; y < gray.height(); ++y)
        result.pixels.insert(result.pixels.end(), gray.constScanLine(y),
                             gray.constScanLine(y) + gray.width());
    return result;
}

PictureReading readPicture(const QImage &image)
{
    if (image.isNull())
        return refused(PictureReader::tr("This is not a picture that can be read."));
    if (isTooLarge(image.size()))
        return refused(tooLargeText(image.size()));
    const QSize size = preparedSize(image.size());
    const QImage small = size == image.size()
                             ? image
                             : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    CanvasPicture picture{opaque(small)};
    const std::vector<std::uint8_t> pixels = normalizeDigit(grayOf(picture.shown));
    if (pixels.size() != picture.raster.size())
        return refused(PictureReader::tr("There is no ink in this picture: it has no digit that "
                                         "differs from its paper."));
    std::ranges::copy(pixels, picture.raster.begin());
    return {std::make_shared<const CanvasPicture>(std::move(picture)), {}};
}

PictureReading readPicture(const QString &file)
{
    const QFileInfo info(file);
    const QString name = info.fileName();
    if (!info.isFile()) // a pipe would be waited for
        return refused(PictureReader::tr("%1 is not a file.").arg(name.isEmpty() ? file : name));
    QImageReader reader(file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    QImageReader::setAllocationLimit(allocationMegabytes);
    if (!reader.canRead())
        return refused(PictureReader::tr("%1 is not a picture that can be read.").arg(name));
    if (isTooLarge(reader.size()))
        return refused(tooLargeText(reader.size()));
    if (reader.size().isValid() && reader.supportsOption(QImageIOHandler::ScaledSize))
        reader.setScaledSize(preparedSize(reader.size())); // a JPEG is never unpacked whole
    const QImage image = reader.read();
    if (image.isNull())
        return refused(PictureReader::tr("%1 cannot be read: %2").arg(name, reader.errorString()));
    return readPicture(image);
}

PictureReading readPicture(const QMimeData &data)
{
    if (data.hasImage())
        return readPicture(qvariant_cast<QImage>(data.imageData()));
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            return readPicture(url.toLocalFile());
    }
    return refused(data.hasUrls()
                       ? PictureReader::tr("This picture is not on this computer: save it first.")
                       : PictureReader::tr("There is no picture on the clipboard."));
}

bool mayHoldPicture(const QMimeData &data)
{
    return data.hasImage() || data.hasUrls();
}

QString pictureFilePatterns()
{
    QStringList patterns;
    for (const QByteArray &format : QImageReader::supportedImageFormats())
        patterns.append(QStringLiteral("*.") + QString::fromLatin1(format));
    return patterns.join(u' ');
}

} // namespace nabla::ui
