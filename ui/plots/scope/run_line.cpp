// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/run_line.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <span>

namespace nabla::ui {

namespace {

/// A long polyline is stroked as one path, and that costs more than its pieces do. They overlap by
/// a segment, so that no seam shows.
constexpr qsizetype pieceLength = 16;

/// Lengths of strokes and gaps in turn, in pixels.
std::span<const double> pattern(int style)
{
    static constexpr std::array dashed{9.0, 5.0};
    static constexpr std::array dotted{2.0, 3.0};
    static constexpr std::array dashDotted{9.0, 3.5, 2.0, 3.5};
    switch (style) {
    case 1:
        return dashed;
    case 2:
        return dotted;
    case 3:
        return dashDotted;
    default:
        return {};
    }
}

/// Walks along a line and cuts it.
class Cutter
{
public:
    explicit Cutter(std::span<const double> lengths)
        : m_lengths(lengths)
        , m_left(lengths.front())
    {
    }

    void add(const QPointF &from, const QPointF &to)
    {
        const double length = QLineF(from, to).length();
        double done = 0.0;
        if (m_stroke.isEmpty() && isStroke())
            m_stroke.append(from);
        while (length - done >= m_left) {
            done += m_left;
            turn(from + (to - from) * (done / length));
        }
        m_left -= length - done;
        if (isStroke())
            m_stroke.append(to);
    }
    [[nodiscard]] QList<QPolygonF> strokes()
    {
        if (m_stroke.size() > 1)
            m_strokes.append(m_stroke);
        return std::move(m_strokes);
    }

private:
    [[nodiscard]] bool isStroke() const { return m_next % 2 == 0; }
    void turn(const QPointF &at)
    {
        m_stroke.append(at);
        if (isStroke()) {
            m_strokes.append(m_stroke);
            m_stroke.clear();
        }
        m_next = (m_next + 1) % m_lengths.size();
        m_left = m_lengths[m_next];
    }

    std::span<const double> m_lengths;
    std::size_t m_next = 0; ///< the length that is being walked
    double m_left;
    QPolygonF m_stroke;
    QList<QPolygonF> m_strokes;
};

void drawInPieces(QPainter &painter, const QPolygonF &line)
{
    for (qsizetype from = 0; from + 1 < line.size(); from += pieceLength - 2)
        painter.drawPolyline(line.constData() + from,
                             static_cast<int>(std::min(pieceLength, line.size() - from)));
}

} // namespace

QList<QPolygonF> runStrokes(const QPolygonF &line, int style)
{
    const std::span<const double> lengths = pattern(style);
    if (lengths.empty() || line.size() < 2)
        return {line};
    Cutter cutter(lengths);
    for (qsizetype i = 1; i < line.size(); ++i)
        cutter.add(line[i - 1], line[i]);
    return cutter.strokes();
}

void drawRunLine(QPainter &painter, const QPolygonF &line, int style)
{
    for (const QPolygonF &stroke : runStrokes(line, style))
        drawInPieces(painter, stroke);
}

} // namespace nabla::ui
