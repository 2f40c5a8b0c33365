// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/ink_layer.h"

#include "ui/canvas/stroke_geometry.h"

#include <QPainter>

namespace nabla::ui {

namespace {

// Ink is dark in both themes: paper is white in both.
constexpr QRgb inkColor = 0xff1b2130;

void prepare(QPainter &painter, double side)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor::fromRgb(inkColor), InkLayer::penWidth * side, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
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
               sheet.width(), pixelRatio);
    if (grows)
        inkSettledPieces(drawing.back(), sheet.width());
    painter.drawPixmap(sheet.topLeft(), m_ink);
    if (!grows)
        return;
    painter.save();
    painter.translate(sheet.topLeft());
    prepare(painter, sheet.width());
    painter.drawPath(strokeTail(drawing.back(), sheet.width()));
    painter.restore();
}

void InkLayer::render(const Drawing &finished, double side, double pixelRatio)
{
    m_ink = QPixmap((QSizeF(side, side) * pixelRatio).toSize());
    m_ink.setDevicePixelRatio(pixelRatio);
    m_ink.fill(Qt::transparent);
    m_isValid = true;
    m_finished = finished.size();
    m_inkedPieces = 0;
    QPainter painter(&m_ink);
    prepare(painter, side);
    for (const Stroke &stroke : finished)
        painter.drawPath(strokePath(stroke, side));
}

void InkLayer::inkSettledPieces(const Stroke &stroke, double side)
{
    if (m_inkedPieces == settledPieces(stroke))
        return;
    QPainter painter(&m_ink);
    prepare(painter, side);
    for (; m_inkedPieces < settledPieces(stroke); ++m_inkedPieces)
        painter.drawPath(strokePiece(stroke, m_inkedPieces, side));
}

} // namespace nabla::ui
