// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/crosshair_table.h"
#include "ui/plots/scope/scope_layers.h"
#include "ui/plots/thinned.h"

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

constexpr double padding = 6.0;
constexpr double gap = 12.0;
constexpr double keyWidth = 14.0;
constexpr double longestName = 84.0;

/// Where the table goes: rows that find no room under each other continue beside.
class Readout
{
public:
    Readout(const ScopeScene &scene, QRectF room)
        : m_scene(scene)
        , m_metrics(scene.font)
        , m_table(crosshairTable(scene))
    {
        measure();
        const double head = (hasHeader() ? 2.0 : 1.0) * m_metrics.height() + padding;
        const auto fit = static_cast<int>((room.height() - head) / m_metrics.height());
        const auto wide = static_cast<int>((room.width() - 2.0 * padding + gap) / (m_block + gap));
        m_perBlock = std::max(1, fit);
        const int blocks = std::max(1, wide);
        m_table.rows
            = thinned(m_table.rows, static_cast<std::size_t>(m_perBlock) * std::size_t(blocks));
        const int rows = static_cast<int>(m_table.rows.size());
        m_blocks = std::max(1, (rows + m_perBlock - 1) / m_perBlock);
        m_perBlock = std::min(m_perBlock, rows);
        m_size = {std::max(m_blocks * (m_block + gap) - gap,
                           m_metrics.horizontalAdvance(scene.crosshairTitle))
                      + 2.0 * padding,
                  head + m_perBlock * m_metrics.height()};
    }

    [[nodiscard]] QSizeF size() const { return m_size; }

    void draw(QCPPainter *painter, QPointF corner) const
    {
        painter->setPen(QPen(m_scene.colors.border, 1.0));
        painter->setBrush(m_scene.colors.background);
        painter->drawRoundedRect(QRectF(corner, m_size), 4.0, 4.0);
        painter->setBrush(Qt::NoBrush);
        painter->setFont(m_scene.font);
        const QRectF title(corner + QPointF(padding, padding / 2.0),
                           QSizeF(m_size.width(), m_metrics.height()));
        painter->setPen(m_scene.colors.secondaryText);
        painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter, m_scene.crosshairTitle);
        for (int block = 0; block < m_blocks; ++block)
            drawBlock(painter, block, title.bottomLeft() + QPointF(block * (m_block + gap), 0.0));
    }

private:
    [[nodiscard]] bool hasHeader() const { return m_scene.runs.size() > 1; }
    /// It has not come that far.
    [[nodiscard]] bool readsNothing(std::size_t run) const { return m_values[run] == 0.0; }
    [[nodiscard]] QString header(std::size_t run) const
    {
        return m_metrics.elidedText(m_scene.runs[run].name, Qt::ElideRight, longestName);
    }

    void measure()
    {
        for (const CrosshairTable::Row &row : m_table.rows)
            m_name = std::max(m_name, m_metrics.horizontalAdvance(row.name));
        m_block = m_name;
        for (std::size_t run = 0; run < m_scene.runs.size(); ++run) {
            double width = 0.0;
            for (const CrosshairTable::Row &row : m_table.rows)
                width = std::max(
                    width, m_metrics.horizontalAdvance(row.values[static_cast<qsizetype>(run)]));
            if (width > 0.0 && hasHeader())
                width = std::max(width, keyWidth + 4.0 + m_metrics.horizontalAdvance(header(run)));
            m_values.push_back(width);
            m_block += width > 0.0 ? gap + width : 0.0;
        }
    }

    void drawBlock(QCPPainter *painter, int block, QPointF corner) const
    {
        QRectF line(corner, QSizeF(m_block, m_metrics.height()));
        if (hasHeader()) {
            drawHeader(painter, line);
            line.translate(0.0, line.height());
        }
        const auto from = static_cast<std::size_t>(block) * static_cast<std::size_t>(m_perBlock);
        const std::size_t to
            = std::min(m_table.rows.size(), from + static_cast<std::size_t>(m_perBlock));
        for (std::size_t i = from; i < to; ++i) {
            drawRow(painter, m_table.rows[i], line);
            line.translate(0.0, line.height());
        }
    }

    void drawHeader(QCPPainter *painter, const QRectF &line) const
    {
        double right = line.left() + m_name;
        for (std::size_t run = 0; run < m_scene.runs.size(); ++run) {
            if (readsNothing(run))
                continue;
            right += gap + m_values[run];
            const QString name = header(run);
            const double left = right - m_metrics.horizontalAdvance(name) - 4.0 - keyWidth;
            drawRunSample(painter, m_scene, m_scene.runs[run],
                          QRectF(left, line.top(), keyWidth, line.height()));
            painter->setPen(m_scene.colors.secondaryText);
            painter->drawText(QRectF(left, line.top(), right - left, line.height()),
                              Qt::AlignRight | Qt::AlignVCenter, name);
        }
    }

    void drawRow(QCPPainter *painter, const CrosshairTable::Row &row, const QRectF &line) const
    {
        painter->setPen(row.color);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, row.name);
        painter->setPen(m_scene.colors.text);
        double right = line.left() + m_name;
        for (std::size_t run = 0; run < m_values.size(); ++run) {
            if (readsNothing(run))
                continue;
            right += gap + m_values[run];
            painter->drawText(
                QRectF(right - m_values[run], line.top(), m_values[run], line.height()),
                Qt::AlignRight | Qt::AlignVCenter, row.values[static_cast<qsizetype>(run)]);
        }
    }

    const ScopeScene &m_scene;
    QFontMetricsF m_metrics;
    CrosshairTable m_table;
    double m_name = 0.0; ///< widths, in pixels
    std::vector<double> m_values; ///< one a run
    double m_block = 0.0;
    int m_perBlock = 1;
    int m_blocks = 1;
    QSizeF m_size;
};

} // namespace

void CrosshairLayer::draw(QCPPainter *painter)
{
    if (!scene().crosshair)
        return;
    const QRect rect = plotRect();
    const double x = mParentPlot->xAxis->coordToPixel(*scene().crosshair);
    if (x < rect.left() || x > rect.right())
        return;
    painter->setAntialiasing(false);
    painter->setPen(QPen(scene().colors.secondaryText, 1.0));
    painter->drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    painter->setAntialiasing(true);
    const double top = rect.top() + 2.0;
    const Readout readout(
        scene(), QRectF(1.0, top, mParentPlot->width() - 2.0, mParentPlot->height() - top - 1.0));
    // To the right over the labels, else to the left; a narrow scope has room on neither side:
    // better over the line than cut.
    const double width = readout.size().width();
    const double rightmost = mParentPlot->width() - 2.0 - width;
    double left = x + 10.0;
    if (left > rightmost)
        left = x - 10.0 - width >= 1.0 ? x - 10.0 - width : std::max(1.0, rightmost);
    readout.draw(painter, {left, top});
}

} // namespace nabla::ui
