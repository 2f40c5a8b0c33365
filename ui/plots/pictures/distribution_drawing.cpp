// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pictures/distribution_drawing.h"

#include "ui/plots/color_ramp.h"
#include "ui/plots/number_text.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

constexpr double textGap = 3.0;

class Drawer
{
public:
    Drawer(QPainter &painter, const DistributionBoxes &boxes, const DistributionDrawing &drawing)
        : m_painter(painter)
        , m_bars(boxes.bars)
        , m_zeros(boxes.zeros)
        , m_drawing(drawing)
        , m_metrics(drawing.font)
        , m_total(static_cast<double>(std::max<std::uint64_t>(1, drawing.histogram.total())))
    {
    }

    void draw()
    {
        m_painter.setFont(m_drawing.font);
        if (m_drawing.response && m_drawing.response->bins == m_drawing.histogram.scale())
            drawSilence();
        drawBars();
        drawZeros();
        drawFrame();
        if (m_drawing.response && m_drawing.response->bins == m_drawing.histogram.scale())
            drawResponse();
    }

private:
    [[nodiscard]] double y(double position) const
    {
        const AxisRange &bins = m_drawing.bins;
        return m_bars.bottom()
               - (position - bins.lower) / (bins.upper - bins.lower) * m_bars.height();
    }
    [[nodiscard]] int firstBin() const
    {
        return std::max(0, static_cast<int>(m_drawing.bins.lower));
    }
    [[nodiscard]] int endBin() const
    {
        return std::min(m_drawing.histogram.scale().bins(), static_cast<int>(m_drawing.bins.upper));
    }
    [[nodiscard]] double lengthOf(std::uint32_t count) const
    {
        return std::min(1.0, count / m_total / m_drawing.largestShare) * m_bars.width();
    }

    /// Where f' is nothing the ground has the colour of zero.
    void drawSilence()
    {
        QColor tint = QColor::fromRgb(zeroColor());
        tint.setAlphaF(0.16F);
        for (int bin = firstBin(); bin < endBin(); ++bin) {
            if (m_drawing.response->isSilent(bin))
                m_painter.fillRect(
                    QRectF(QPointF(m_bars.left(), y(bin + 1)), QPointF(m_bars.right(), y(bin))),
                    tint);
        }
    }

    void drawBars()
    {
        for (int bin = firstBin(); bin < endBin(); ++bin) {
            const std::uint32_t count = m_drawing.histogram.counts()[static_cast<std::size_t>(bin)];
            if (count == 0)
                continue;
            const double top = y(bin + 1);
            const double height = std::max(1.0, y(bin) - top - (y(bin) - top > 4.0 ? 1.0 : 0.0));
            // What is there at all is seen.
            m_painter.fillRect(QRectF(m_bars.left(), top, std::max(1.0, lengthOf(count)), height),
                               m_drawing.color);
        }
    }

    void drawZeros()
    {
        const std::uint32_t zeros = m_drawing.histogram.zeros();
        if (zeros > 0)
            m_painter.fillRect(QRectF(m_zeros.left(), m_zeros.top(), std::max(1.0, lengthOf(zeros)),
                                      m_zeros.height()),
                               m_drawing.color);
        const QString text = percentText(zeros / m_total, zeros > 0 ? 1 : 0, QLocale());
        const double width = m_metrics.horizontalAdvance(text);
        const double left = std::min(m_zeros.left() + lengthOf(zeros) + textGap,
                                     m_zeros.right() - width - textGap);
        const QRectF box(left, m_zeros.center().y() - m_metrics.height() / 2.0,
                         width + 2.0 * textGap, m_metrics.height());
        if (lengthOf(zeros) > left - m_zeros.left()) { // the number stands on its bar
            m_painter.fillRect(box.adjusted(-textGap, 1.0, 0.0, -1.0), m_drawing.colors.background);
        }
        m_painter.setPen(m_drawing.colors.text);
        m_painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, text);
    }

    void drawFrame()
    {
        m_painter.setPen(QPen(m_drawing.colors.border, 1.0));
        m_painter.drawLine(m_bars.topLeft(), m_zeros.bottomLeft());
        m_painter.setPen(m_drawing.colors.text);
        const QString title = m_metrics.elidedText(m_drawing.title, Qt::ElideRight, m_bars.width());
        m_painter.drawText(QRectF(m_bars.left(), m_bars.top() - m_metrics.height() - 4.0,
                                  m_bars.width(), m_metrics.height()),
                           Qt::AlignLeft | Qt::AlignVCenter, title);
        m_painter.setPen(m_drawing.colors.secondaryText);
        const QRectF below(m_bars.left(), m_zeros.bottom() + 6.0, m_bars.width(),
                           m_metrics.height());
        const int decimals = m_drawing.largestShare < 0.01  ? 2
                             : m_drawing.largestShare < 0.1 ? 1
                                                            : 0;
        m_painter.drawText(below, Qt::AlignRight,
                           percentText(m_drawing.largestShare, decimals, QLocale()));
    }

    /// f and f', each as wide as its own extent in view.
    void drawResponse()
    {
        const ResponseCurve &response = *m_drawing.response;
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        const QPen slopePen(m_drawing.colors.text, 1.8);
        const QPen valuePen(m_drawing.colors.secondaryText, 1.4, Qt::DashLine);
        m_painter.setPen(valuePen);
        m_painter.drawPolyline(lineOf(response.value));
        m_painter.setPen(slopePen);
        m_painter.drawPolyline(lineOf(response.slope));
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        drawKey(0, slopePen, response.name + u'′');
        drawKey(1, valuePen, response.name);
    }

    [[nodiscard]] QPolygonF lineOf(const std::vector<double> &values) const
    {
        const int first = firstBin() * ResponseCurve::pointsPerBin;
        const int last = endBin() * ResponseCurve::pointsPerBin;
        const auto begin = values.begin() + first;
        const auto end = values.begin() + last + 1;
        const double lowest = std::min(0.0, *std::min_element(begin, end));
        const double highest = *std::max_element(begin, end);
        const double span = highest > lowest ? highest - lowest : 1.0;
        QPolygonF line;
        for (int i = first; i <= last; ++i)
            line.append({m_bars.left()
                             + (values[static_cast<std::size_t>(i)] - lowest) / span
                                   * (m_bars.width() - 1.0),
                         y(static_cast<double>(i) / ResponseCurve::pointsPerBin)});
        return line;
    }

    /// Which line is which, in the lower right corner.
    void drawKey(int row, const QPen &pen, const QString &name)
    {
        constexpr double sample = 16.0;
        const double bottom = m_bars.bottom() - 2.0 - row * m_metrics.height();
        const double width = m_metrics.horizontalAdvance(m_drawing.response->name + u'′');
        const double left = m_bars.right() - width - 2.0;
        m_painter.setPen(m_drawing.colors.text);
        m_painter.drawText(
            QRectF(left, bottom - m_metrics.height(), width + 2.0, m_metrics.height()),
            Qt::AlignLeft | Qt::AlignVCenter, name);
        const double middle = bottom - m_metrics.height() / 2.0;
        m_painter.setPen(pen);
        m_painter.drawLine(QPointF(left - sample - 4.0, middle), QPointF(left - 4.0, middle));
    }

    QPainter &m_painter;
    QRectF m_bars;
    QRectF m_zeros;
    const DistributionDrawing &m_drawing;
    QFontMetricsF m_metrics;
    double m_total;
};

} // namespace

double largestShare(const Histogram &histogram)
{
    const std::uint64_t total = histogram.total();
    if (total == 0 || histogram.counts().empty())
        return 0.0;
    const auto most = *std::max_element(histogram.counts().begin(), histogram.counts().end());
    return static_cast<double>(most) / static_cast<double>(total);
}

void drawDistribution(QPainter &painter, const DistributionBoxes &boxes,
                      const DistributionDrawing &drawing)
{
    if (drawing.histogram.counts().empty() || drawing.bins.lower >= drawing.bins.upper)
        return;
    Drawer(painter, boxes, drawing).draw();
}

} // namespace nabla::ui
