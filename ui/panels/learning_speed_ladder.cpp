// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/learning_speed_ladder.h"

#include "core/telemetry/learning_speed_summary.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/number_text.h"
#include "ui/plots/scaled_font.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

constexpr int fullRows = 6; ///< deeper networks share the height of so many
constexpr double smallestRow = 11.0;
constexpr double columnGap = 16.0;

} // namespace

LearningSpeedLadder::LearningSpeedLadder(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void LearningSpeedLadder::setSpeeds(const std::vector<double> &speeds, int layerCount)
{
    if (speeds == m_speeds && layerCount == m_layerCount)
        return;
    if (layerCount != m_layerCount)
        updateGeometry();
    m_speeds = speeds;
    m_layerCount = layerCount;
    double smallest = 0.0;
    double largest = 0.0;
    for (const double speed : speeds) {
        if (!(speed > 0.0))
            continue;
        smallest = smallest > 0.0 ? std::min(smallest, speed) : speed;
        largest = std::max(largest, speed);
    }
    if (smallest > 0.0)
        m_range = logRange(m_range, smallest, largest);
    describe();
    update();
}

void LearningSpeedLadder::setSelectedLayer(int layer)
{
    m_selectedLayer = layer;
    update();
}

QSize LearningSpeedLadder::sizeHint() const
{
    const int row = QFontMetrics(font()).height() + 1;
    return {320, std::min(rows(), fullRows) * row};
}

QSize LearningSpeedLadder::minimumSizeHint() const
{
    return {200, static_cast<int>(rows() * smallestRow)};
}

int LearningSpeedLadder::rows() const
{
    return std::max(0, m_layerCount - 1);
}

double LearningSpeedLadder::rowHeight() const
{
    return rows() > 0 ? static_cast<double>(height()) / rows() : height();
}

QFont LearningSpeedLadder::rowFont() const
{
    const double natural = QFontMetricsF(font()).height();
    return natural > rowHeight() ? scaledFont(font(), rowHeight() / natural) : font();
}

double LearningSpeedLadder::speed(int layer) const
{
    const auto i = static_cast<std::size_t>(layer - 1);
    return i < m_speeds.size() ? m_speeds[i] : 0.0;
}

QString LearningSpeedLadder::valueText(int layer) const
{
    return m_speeds.empty() ? QString() : significantText(speed(layer), 3, QLocale());
}

QString LearningSpeedLadder::ratioOf(int layer) const
{
    if (layer == static_cast<int>(m_speeds.size()))
        return QLocale().toString(1);
    const auto ratio = timesSlowerThanLast(m_speeds, layer);
    return ratio ? tr("%1 ×").arg(ratioText(*ratio, QLocale())) : QString();
}

LearningSpeedLadder::Columns LearningSpeedLadder::columns() const
{
    const QFontMetricsF metrics(rowFont());
    Columns widths;
    // Wide enough for usual numbers, so that the bars do not change length with every digit.
    widths.value = metrics.horizontalAdvance(significantText(0.000888, 3, QLocale()));
    widths.ratio = metrics.horizontalAdvance(tr("%1 ×").arg(ratioText(888.0, QLocale())));
    for (int layer = 1; layer <= rows(); ++layer) {
        widths.name = std::max(widths.name, metrics.horizontalAdvance(tr("Layer %1").arg(layer)));
        widths.value = std::max(widths.value, metrics.horizontalAdvance(valueText(layer)));
        widths.ratio = std::max(widths.ratio, metrics.horizontalAdvance(ratioOf(layer)));
    }
    return widths;
}

void LearningSpeedLadder::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(rowFont());
    const Columns widths = columns();
    const double height = rowHeight();
    for (int layer = rows(); layer >= 1; --layer)
        drawRow(painter, layer, QRectF(0.0, (rows() - layer) * height, width(), height), widths);
}

void LearningSpeedLadder::drawRow(QPainter &painter, int layer, const QRectF &row,
                                  const Columns &widths) const
{
    const bool isSelected = layer == m_selectedLayer;
    if (isSelected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::AlternateBase));
        painter.drawRoundedRect(row, 3.0, 3.0);
    }
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, tr("Layer %1").arg(layer));
    QRectF value = row;
    value.setRight(row.right() - widths.ratio - columnGap);
    painter.drawText(value, Qt::AlignRight | Qt::AlignVCenter, valueText(layer));
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, ratioOf(layer));

    const double left = row.left() + widths.name + columnGap;
    const double room = value.right() - widths.value - columnGap - left;
    if (!(speed(layer) > 0.0) || room <= 0.0)
        return;
    const double low = std::log10(m_range.lower) - 0.5; // the slowest layer keeps a bar
    const double share = (std::log10(speed(layer)) - low) / (std::log10(m_range.upper) - low);
    const double thickness = std::min(9.0, 0.6 * row.height());
    const QRectF bar(left, row.center().y() - thickness / 2.0, std::clamp(share, 0.0, 1.0) * room,
                     thickness);
    painter.setPen(Qt::NoPen);
    painter.setBrush(layerColor(layer, m_layerCount, isDark(palette())));
    painter.drawRoundedRect(bar, 2.0, 2.0);
}

void LearningSpeedLadder::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || rows() == 0)
        return;
    const int row = static_cast<int>(event->position().y() / rowHeight());
    emit layerClicked(std::clamp(rows() - row, 1, rows()));
}

void LearningSpeedLadder::describe()
{
    QStringList lines;
    for (int layer = rows(); layer >= 1 && !m_speeds.empty(); --layer)
        lines << tr("Layer %1").arg(layer) + u' ' + valueText(layer) + u' ' + ratioOf(layer);
    setAccessibleDescription(lines.join(u'\n'));
}

} // namespace nabla::ui
