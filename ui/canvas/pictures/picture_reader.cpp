// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pictures/picture_reader.h"

#include "core/vision/color_pixels.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

#include <algorithm>
#include <span>
#include <utility>

namespace nabla::ui {

namespace {

using Kind = PictureProblem::Kind;

constexpr int preparedSide = 1'000; // more than the final 20 pixels can use
/// Enough for the largest picture with 16 bits a channel: eight bytes a pixel.
constexpr int allocationMegabytes = static_cast<int>(mostPicturePixels * 8 / (1024 * 1024)) + 1;

/// A file or bytes that end for the decoder once the reading is given up.
class StoppableDevice final : public QIODevice
{
public:
    StoppableDevice(QIODevice &source, std::stop_token stop)
        : m_source(source)
        , m_stop(std::move(stop))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] qint64 size() const override { return m_source.size(); }
    bool seek(qint64 position) override
    {
        return QIODevice::seek(position) && m_source.seek(position);
    }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        return m_stop.stop_requested() ? -1 : m_source.read(data, size);
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QIODevice &m_source;
    std::stop_token m_stop;
};

bool isTooLarge(QSize size)
{
    return std::max(size.width(), size.height()) > longestPictureSide
           || qint64{size.width()} * size.height() > mostPicturePixels;
}

QSize preparedSize(QSize size)
{
    const int longer = std::max(size.width(), size.height());
    return longer <= preparedSide
               ? size
               : size.scaled(preparedSide, preparedSide, Qt::KeepAspectRatio).expandedTo({1, 1});
}

std::span<ColorPixel> pixelsOf(QImage &rgba)
{
    // A row of four-byte pixels is not padded.
    return {reinterpret_cast<ColorPixel *>(rgba.bits()),
            static_cast<std::size_t>(rgba.width()) * static_cast<std::size_t>(rgba.height())};
}

QImage opaque(QImage picture)
{
    if (picture.hasAlphaChannel()) {
        picture.convertTo(QImage::Format_RGBA8888);
        layOnPaper(pixelsOf(picture));
    }
    picture.convertTo(QImage::Format_RGB32);
    return picture;
}

enum class Unpacking
{
    Whole,
    Small ///< a JPEG, which has no transparency, is then never unpacked whole
};

PictureReading refused(Kind kind, const QString &name = {}, QSize size = {})
{
    return {nullptr, {kind, name, size}};
}

PictureReading prepared(QImage image, const QString &name)
{
    const QImage whole = opaque(std::move(image)); // before scaling mixes its pixels
    const QSize size = preparedSize(whole.size());
    const QImage shown = size == whole.size()
                             ? whole
                             : whole.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const auto ways = preparePicture(grayOf(shown));
    if (!ways)
        return refused(Kind::NoInk, name);
    return {std::make_shared<const CanvasPicture>(CanvasPicture{shown, *ways}), {}};
}

PictureReading unpacked(QIODevice &packed, const QString &name, Unpacking unpacking,
                        const std::stop_token &stop)
{
    StoppableDevice device(packed, stop);
    QImageReader reader(&device);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (!reader.canRead())
        return refused(device.size() == 0 ? Kind::Empty : Kind::UnknownKind, name);
    const QSize size = reader.size();
    if (isTooLarge(size))
        return refused(Kind::TooLarge, name, size);
    if (unpacking == Unpacking::Small && size.isValid() && reader.format() == "jpeg")
        reader.setScaledSize(preparedSize(size));
    QImage image = reader.read();
    if (image.isNull() || stop.stop_requested())
        return refused(Kind::Unreadable, name);
    if (isTooLarge(image.size())) // of a kind that does not tell before
        return refused(Kind::TooLarge, name, image.size());
    return prepared(std::move(image), name);
}

/// Qt's own limit, one for the whole program, is lower.
void raiseAllocationLimit()
{
    static const bool isRaised = [] {
        QImageReader::setAllocationLimit(allocationMegabytes);
        return true;
    }();
    static_cast<void>(isRaised);
}

} // namespace

GrayImage grayOf(const QImage &image)
{
    QImage rgba = image.convertToFormat(QImage::Format_RGBA8888);
    return nabla::grayOf(rgba.width(), rgba.height(), pixelsOf(rgba));
}

PictureReading readPicture(const QImage &image)
{
    if (image.isNull())
        return refused(Kind::UnknownKind);
    if (isTooLarge(image.size()))
        return refused(Kind::TooLarge, {}, image.size());
    return prepared(image, {});
}

PictureReading readPicture(const QString &file, const std::stop_token &stop)
{
    const QFileInfo info(file);
    const QString name = info.fileName().isEmpty() ? file : info.fileName();
    if (!info.isFile()) // a pipe would be waited for
        return refused(Kind::NoFile, name);
    QFile packed(file);
    if (!packed.open(QIODevice::ReadOnly))
        return refused(Kind::Locked, name);
    raiseAllocationLimit();
    return unpacked(packed, name, Unpacking::Small, stop);
}

/// Whole, as the clipboard unpacks it: copied within this program or elsewhere, a picture comes to
/// the same.
PictureReading readPicture(const QByteArray &bytes, const std::stop_token &stop)
{
    QBuffer packed;
    packed.setData(bytes);
    packed.open(QIODevice::ReadOnly);
    raiseAllocationLimit();
    return unpacked(packed, {}, Unpacking::Whole, stop);
}

PictureReading readPicture(const PictureSource &source, const std::stop_token &stop)
{
    if (const auto *problem = std::get_if<PictureProblem>(&source))
        return {nullptr, *problem};
    if (const auto *image = std::get_if<QImage>(&source))
        return readPicture(*image);
    if (const auto *bytes = std::get_if<QByteArray>(&source))
        return readPicture(*bytes, stop);
    return readPicture(std::get<QString>(source), stop);
}

} // namespace nabla::ui
