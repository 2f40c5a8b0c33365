// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/pictures/picture_reader.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace nabla::ui::test {

/// A bold 7 a little off the middle.
inline QImage seven(QSize size, QColor paper, QColor ink)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(paper);
    QPainter painter(&image);
    const double unit = std::min(size.width(), size.height()) / 100.0;
    painter.setPen(QPen(ink, 9.0 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPolygonF line({QPointF(20, 20), QPointF(60, 20), QPointF(35, 75)});
    painter.drawPolyline(QTransform::fromScale(unit, unit).map(line));
    painter.end();
    return image;
}

inline double inkSum(const Raster &raster)
{
    double sum = 0.0;
    for (const std::uint8_t pixel : raster)
        sum += pixel / 255.0;
    return sum;
}

inline double difference(const Raster &a, const Raster &b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::abs(a[i] - b[i]) / 255.0;
    return sum;
}

inline Raster expected()
{
    return readPicture(seven({200, 200}, Qt::white, Qt::black)).picture->prepared.raster();
}

inline QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// With these bytes at that place, big-endian or the other way round.
inline void put32(QByteArray &bytes, int at, quint32 value, QSysInfo::Endian order)
{
    for (int k = 0; k < 4; ++k)
        bytes[at + k]
            = static_cast<char>(value >> (order == QSysInfo::BigEndian ? 24 - 8 * k : 8 * k));
}

/// A PNG's header alone says how large it is: the rest is never looked at.
inline QByteArray hugePng()
{
    QByteArray bytes = encoded(seven({20, 20}, Qt::white, Qt::black), "PNG");
    const auto crc = [](const QByteArray &data) {
        quint32 value = 0xffffffffU;
        for (const char byte : data) {
            value ^= static_cast<quint8>(byte);
            for (int bit = 0; bit < 8; ++bit)
                value = (value >> 1) ^ ((value & 1U) != 0 ? 0xedb88320U : 0U);
        }
        return ~value;
    };
    put32(bytes, 16, 20'000, QSysInfo::BigEndian);
    put32(bytes, 20, 20'000, QSysInfo::BigEndian);
    put32(bytes, 29, crc(bytes.mid(12, 17)), QSysInfo::BigEndian);
    return bytes;
}

inline QByteArray hugeBmp(int side)
{
    QByteArray bytes = encoded(seven({20, 20}, Qt::white, Qt::black), "BMP");
    put32(bytes, 18, static_cast<quint32>(side), QSysInfo::LittleEndian);
    put32(bytes, 22, static_cast<quint32>(side), QSysInfo::LittleEndian);
    return bytes;
}

/// Its frame header: height, then width, in two bytes each.
inline QByteArray hugeJpeg()
{
    QByteArray bytes = encoded(seven({20, 20}, Qt::white, Qt::black), "JPG");
    const auto frame = bytes.indexOf(QByteArray("\xff\xc0"));
    bytes.replace(frame + 5, 4, QByteArray("\x4e\x20\x4e\x20"));
    return bytes;
}

/// Two frames.
inline QByteArray animatedGif()
{
    // 8 x 8: a bar down, then a bar across; two colours, LZW with clear codes between all pixels.
    const auto frame = [](bool isAcross) {
        QByteArray codes;
        quint32 bits = 0;
        int held = 0;
        const auto put = [&](quint32 code) {
            bits |= code << held;
            for (held += 3; held >= 8; held -= 8, bits >>= 8)
                codes.append(static_cast<char>(bits & 0xffU));
        };
        for (int i = 0; i < 64; ++i) {
            put(4); // clear: codes stay three bits wide
            const int across = isAcross ? i / 8 : i % 8;
            put(across == 3 ? 1 : 0);
        }
        put(5);
        if (held > 0)
            codes.append(static_cast<char>(bits));
        QByteArray block("\x21\xf9\x04\x00\x0a\x00\x00\x00"
                         "\x2c\x00\x00\x00\x00\x08\x00\x08\x00\x00\x02",
                         19);
        return block + static_cast<char>(codes.size()) + codes + '\0';
    };
    return QByteArray("GIF89a\x08\x00\x08\x00\x80\x00\x00\xff\xff\xff\0\0\0", 19) + frame(false)
           + frame(true) + ';';
}

/// A JPEG that lies on its left side and says so, as cameras do: the viewer has to turn it by a
/// quarter to the right.
inline QByteArray turnedJpeg(const QImage &upright)
{
    const QByteArray bytes = encoded(upright.transformed(QTransform().rotate(-90)), "JPG");
    const QByteArray orientation("\xff\xe1\x00\x22"
                                 "Exif\0\0"
                                 "MM\0\x2a\0\0\0\x08"
                                 "\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
                                 36);
    return bytes.left(2) + orientation + bytes.mid(2);
}

/// The 7 on 60 x 60 pixels with four inks, as printers have: Qt reads such a JPEG and writes none.
inline QByteArray cmykJpeg()
{
    return QByteArray::fromBase64(
        "/9j/4AAQSkZJRgABAQIAJQAlAAD/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMS"
        "EhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUm"
        "TzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P/8AAFAgA"
        "PAA8BAERAAIRAQMRAQQRAP/EABoAAQEAAgMAAAAAAAAAAAAAAAAHBQYCAwT/xAAwEAACAQMDAgMHAwUA"
        "AAAAAAAAAQIDBBEFEiEGMQcTQRQVFiIyQlEmM0RSZoKSo//EABQBAQAAAAAAAAAAAAAAAAAAAAD/xAAU"
        "EQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AJgBTgAAAAAAAAAAAAAASfrT44+I7j2b3l7L"
        "/H93+Z5fl5eM7fu/Oec9uMADA/r3+5P+4A41anXNGlOrWn1FTpwi5TnJ10opd236IAZHoLWupLzqu1oU"
        "9QubmlLPnxuak6kFTXMn64fbD45aXZsAWcAAAAAAAAAGneJuue6unJWlKWLjUM0Y8dqf3vs12aj6P5sr"
        "sAMd4R6PK30u51etGO67l5dF7U2oRby085w5cY4+hPngAUIAAAAAAAAAER6lry6u8QlbWlWU6EqsLWjO"
        "MFPbBP5prb9Ucucs57fj0AWm1t6Vpa0bW3hso0YRp045bxFLCWXz2QA7QAAAAAAAGtdf61U0TpavVoOU"
        "bi4krelOPGxyTzLKaaaipYa9cADVvCTQf39euaf5o2u6P+81lf4pp/1pgCnAAAAAAAAAAk/idS1jVOq7"
        "HTaNlVlS2bbTbhqtJ4c5Z9MYSab4Uc8JgCk6HpdLRdGtdNoPdG3htcuVul3lLDbxltvGeMgD3gAAAAAA"
        "AAAAAAAAAAAAAAAAAAAAAAAAAf/Z");
}

} // namespace nabla::ui::test
