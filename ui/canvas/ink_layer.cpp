// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/ink_layer.h"

#include "ui/canvas/stroke_geometry.h"

#include <QPainter>

#include <algorithm>

namespace nabla::ui {

namespace {

// Ink is dark in both themes: paper is white in both.
constexpr QRgb inkColor = 0xff1b2130;

/// Of the pen's width, where it hardly touches the paper.
constexpr double lightest = 0.35;

void prepare(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
}

void press(QPainter &painter, double pressure, double side)
{
    const double share = lightest + (1.0 - lightest) * std::clamp(pressure, 0.0, 1.0);
    painter.setPen(QPen(QColor::fromRgb(inkColor), share * InkLayer::penWidth * side, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
}

void drawTail(QPainter &painter, const Stroke &stroke, double side)
{
    press(painter, stroke.back().pressure, side);
    painter.drawPath(strokeTail(stroke, side));
}

void drawPiece(QPainter &painter, const Stroke &stroke, std::size_t piece, double side)
{
    press(painter, stroke[piece].pressure, side);
    painter.drawPath(strokePiece(stroke, piece, side));
}

bool isEvenlyPressed(const Stroke &stroke)
{
    return std::ranges::all_of(stroke, [&stroke](const StrokePoint &point) {
        return point.pressure == stroke.front().pressure;
    });
}

void drawStroke(QPainter &painter, const Stroke &stroke, double side)
{
    if (stroke.empty())
        return;
    if (isEvenlyPressed(stroke)) {
        press(painter, stroke.front().pressure, side);
        for (const QPainterPath &path : strokePaths(stroke, side))
            painter.drawPath(path);
        return;
    }
    for (std::size_t piece = 0; piece < settledPieces(stroke); ++piece)
        drawPiece(painter, stroke, piece, side);
    drawTail(painter, stroke, side);
}

} // namespace

void InkLayer::paint(QPainter &painter, const Drawing &drawing, LastStroke last,
                     const QRectF &sheet)
{
    const double pixelRatio = painter.device()->devicePixelRatioF();
    const bool grows = last == LastStroke::Growing && !drawing.empty();
    const std::size_t finished = drawing.size() - (grows ? 1 : 0);
    const QSize pixels = (sheet.size() * pixelRatio).toSize();
    if (!m_isValid || m_finished != finished || m_ink.size() != pixels)
        render({drawing.begin(), drawing.begin() + static_cast<std::ptrdiff_t>(finished)},
               sheet.size(), pixelRatio);
    if (grows)
        inkSettledPieces(drawing.back(), sheet.height());
    painter.drawPixmap(sheet.topLeft(), m_ink);
    if (!grows)
        return;
    painter.save();
    painter.translate(sheet.topLeft());
    prepare(painter);
    drawTail(painter, drawing.back(), sheet.height());
    painter.restore();
}

void InkLayer::render(const Drawing &finished, QSizeF size, double pixelRatio)
{
    m_ink = QPixmap((size * pixelRatio).toSize());
    m_ink.setDevicePixelRatio(pixelRatio);
    m_ink.fill(Qt::transparent);
    m_isValid = true;
    m_finished = finished.size();
    m_inkedPieces = 0;
    QPainter painter(&m_ink);
    prepare(painter);
    for (const Stroke &stroke : finished)
        drawStroke(painter, stroke, size.height());
}

void InkLayer::inkSettledPieces(const Stroke &stroke, double side)
{
    if (m_inkedPieces == settledPieces(stroke))
        return;
    QPainter painter(&m_ink);
    prepare(painter);
    for (; m_inkedPieces < settledPieces(stroke); ++m_inkedPieces)
        drawPiece(painter, stroke, m_inkedPieces, side);
}

} // namespace nabla::ui
