// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pictures/color_bar.h"

#include "ui/plots/color_ramp.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr double thickness = 8.0;
constexpr double numberGap = 1.0; ///< between the bar and its numbers
constexpr double swatchWidth = 14.0;
constexpr double gap = 8.0;
constexpr double widest = 240.0;
constexpr double narrowest = 60.0;
constexpr double tickRoom = 38.0; ///< a number and its distance to the next

QImage rampImage()
{
    constexpr int shades = 256;
    QImage image(shades, 1, QImage::Format_RGB32);
    for (int i = 0; i < shades; ++i)
        image.setPixel(i, 0, magnitudeColor(static_cast<double>(i) / (shades - 1)));
    return image;
}

void drawTicks(QPainter &painter, const QRectF &bar, const MagnitudeScale &scale,
               const QFontMetricsF &metrics)
{
    for (const auto &tick : scale.ticks(static_cast<int>(bar.width() / tickRoom))) {
        const double width = metrics.horizontalAdvance(tick.text) + 2.0;
        // Those at the ends stay within the bar, so that nothing stands out of the picture.
        const double left = std::clamp(bar.left() + tick.share * bar.width() - width / 2.0,
                                       bar.left(), std::max(bar.left(), bar.right() - width));
        painter.drawText(QRectF(left, bar.bottom() + numberGap, width, metrics.height()),
                         Qt::AlignCenter, tick.text);
    }
}

/// Its right end.
double drawSwatch(QPainter &painter, const QRectF &bar, const QString &text,
                  const QFontMetricsF &metrics)
{
    const double width = std::max(swatchWidth, metrics.horizontalAdvance(text) + 2.0);
    painter.fillRect(
        QRectF(bar.left() + (width - swatchWidth) / 2.0, bar.top(), swatchWidth, bar.height()),
        QColor::fromRgb(zeroColor()));
    painter.drawText(QRectF(bar.left(), bar.bottom() + numberGap, width, metrics.height()),
                     Qt::AlignCenter, text);
    return bar.left() + width;
}

} // namespace

int colorBarHeight(const QFont &font)
{
    return static_cast<int>(thickness + numberGap + QFontMetricsF(font).height());
}

void drawColorBar(QPainter &painter, const QRectF &box, const MagnitudeScale &scale,
                  const ColorBarStyle &style)
{
    if (box.width() < narrowest)
        return;
    const QFontMetricsF metrics(style.font);
    painter.setFont(style.font);
    painter.setPen(style.colors.secondaryText);
    const double length = std::min(widest, box.width());
    QRectF bar(box.right() - length, box.top(), length, thickness);
    const double titleRoom = bar.left() - gap - box.left();
    if (metrics.horizontalAdvance(style.title) <= titleRoom)
        painter.drawText(QRectF(box.left(), box.top() - metrics.height() / 2.0 + thickness / 2.0,
                                titleRoom, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, style.title);
    if (scale.isLogarithmic() && !style.zeroText.isEmpty())
        bar.setLeft(drawSwatch(painter, bar, style.zeroText, metrics) + gap);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
    painter.drawImage(bar, rampImage());
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    drawTicks(painter, bar, scale, metrics);
}

} // namespace nabla::ui
