// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/learning_speed_ladder.h"

#include "ui/plots/layer_colors.h"
#include "ui/plots/number_text.h"
#include "ui/plots/scaled_font.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

constexpr int fullRows = 6; ///< deeper networks share the height of so many
constexpr double smallestRow = 11.0; ///< that can be read; below it there are bars alone
constexpr int rowsThatStay = 8; ///< readable however little room there is
constexpr double columnGap = 16.0;
constexpr double shortestBar = 70.0;
constexpr double captionScale = 0.88;

} // namespace

LearningSpeedLadder::LearningSpeedLadder(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
}

void LearningSpeedLadder::setSpeeds(const std::vector<double> &speeds, int layerCount)
{
    const int before = m_numbers.layerCount();
    if (!m_numbers.setSpeeds(speeds, layerCount))
        return;
    if (layerCount != before)
        updateGeometry();
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

void LearningSpeedLadder::setDecays(const std::vector<ErrorDecay> &decays)
{
    if (!m_numbers.setDecays(decays))
        return;
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
    const int head = rows() > 0 ? static_cast<int>(std::ceil(headHeight())) : 0;
    return {320, head + std::min(rows(), fullRows) * row};
}

QSize LearningSpeedLadder::minimumSizeHint() const
{
    const int head = rows() > 0 ? static_cast<int>(std::ceil(headHeight())) : 0;
    return {200, head + static_cast<int>(std::min(rows(), rowsThatStay) * smallestRow)};
}

double LearningSpeedLadder::headHeight() const
{
    return QFontMetricsF(scaledFont(font(), captionScale)).height() + 1.0;
}

double LearningSpeedLadder::rowHeight() const
{
    return std::max(0.0, height() - headHeight()) / std::max(1, rows());
}

bool LearningSpeedLadder::isCompact() const
{
    return rowHeight() < smallestRow;
}

int LearningSpeedLadder::layerAt(double y) const
{
    const int row = static_cast<int>(std::floor((y - headHeight()) / rowHeight()));
    return std::clamp(rows() - row, 1, std::max(1, rows()));
}

int LearningSpeedLadder::toldLayer() const
{
    if (m_hoveredLayer > 0)
        return m_hoveredLayer;
    return m_selectedLayer > 0 && m_selectedLayer <= rows() ? m_selectedLayer : 1;
}

QFont LearningSpeedLadder::rowFont() const
{
    const double natural = QFontMetricsF(font()).height();
    const double room = std::max(smallestRow, rowHeight());
    return natural > room ? scaledFont(font(), room / natural) : font();
}

LearningSpeedLadder::Columns LearningSpeedLadder::columns() const
{
    const QFontMetricsF metrics(rowFont());
    const QFontMetricsF captions(scaledFont(font(), captionScale));
    Columns widths;
    for (int layer = 1; layer <= rows(); ++layer)
        widths.name = std::max(widths.name, metrics.horizontalAdvance(tr("Layer %1").arg(layer)));
    if (isCompact())
        return widths;
    const auto widthOf = [&](LadderColumn column, const QString &usual) {
        // Wide enough for usual numbers, so that the bars do not change length with every digit.
        double width = std::max(metrics.horizontalAdvance(usual),
                                captions.horizontalAdvance(LadderNumbers::caption(column)));
        for (int layer = 1; layer <= rows(); ++layer)
            width = std::max(width, metrics.horizontalAdvance(m_numbers.text(column, layer)));
        return width + columnGap;
    };
    double room = width() - widths.name - columnGap - shortestBar;
    const auto add = [&](std::initializer_list<std::pair<LadderColumn, QString>> group) {
        std::vector<std::pair<LadderColumn, double>> wanted;
        double sum = 0.0;
        for (const auto &[column, usual] : group)
            sum += wanted.emplace_back(column, widthOf(column, usual)).second;
        if (sum > room && !widths.numbers.empty())
            return;
        widths.numbers.insert(widths.numbers.end(), wanted.begin(), wanted.end());
        room -= sum;
    };
    const QString usual = significantText(0.088, 2, QLocale());
    add({{LadderColumn::Value, significantText(0.000888, 3, QLocale())},
         {LadderColumn::Ratio, tr("%1 ×").arg(ratioText(888.0, QLocale()))}});
    if (m_numbers.hasDecays()) {
        add({{LadderColumn::Factor, usual},
             {LadderColumn::Slope, usual},
             {LadderColumn::Norm, usual}});
    }
    return widths;
}

QString LearningSpeedLadder::detail() const
{
    const std::size_t all = m_numbers.hasDecays() ? 5 : 2;
    const bool isNeeded = rows() > 0 && m_numbers.hasSpeeds() && columns().numbers.size() != all;
    return isNeeded ? m_numbers.line(toldLayer()) : QString();
}

QString LearningSpeedLadder::explanation(int layer) const
{
    return m_numbers.explanation(layer);
}

void LearningSpeedLadder::paintEvent(QPaintEvent *)
{
    if (rows() == 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Columns widths = columns();
    drawHead(painter, widths);
    painter.setFont(rowFont());
    const double height = rowHeight();
    for (int layer = rows(); layer >= 1; --layer)
        drawRow(painter, layer,
                QRectF(0.0, headHeight() + (rows() - layer) * height, width(), height), widths);
    if (!hasFocus())
        return;
    painter.setPen(palette().color(QPalette::Highlight));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3.0, 3.0);
}

void LearningSpeedLadder::drawHead(QPainter &painter, const Columns &widths) const
{
    const QFont font = scaledFont(this->font(), captionScale);
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QRectF head(0.0, 0.0, width(), headHeight());
    if (const QString told = detail(); !told.isEmpty()) {
        painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(font).elidedText(told, Qt::ElideRight, head.width()));
        return;
    }
    double right = head.right();
    for (auto column = widths.numbers.rbegin(); column != widths.numbers.rend(); ++column) {
        painter.drawText(QRectF(head.left(), head.top(), right, head.height()),
                         Qt::AlignRight | Qt::AlignVCenter, LadderNumbers::caption(column->first));
        right -= column->second;
    }
}

void LearningSpeedLadder::drawRow(QPainter &painter, int layer, const QRectF &row,
                                  const Columns &widths) const
{
    if (layer == m_selectedLayer) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::AlternateBase));
        painter.drawRoundedRect(row, 3.0, 3.0);
    }
    const bool isNamed = !isCompact() || layer == 1 || layer == rows();
    painter.setPen(palette().color(QPalette::Text));
    const QFontMetricsF metrics(painter.font());
    if (isNamed && !isCompact())
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, tr("Layer %1").arg(layer));
    else if (isNamed) // beside the outermost bars, inside the ladder
        painter.drawText(QRectF(0.0, layer == 1 ? row.bottom() - metrics.height() : row.top(),
                                widths.name, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, tr("Layer %1").arg(layer));
    QRectF number = row;
    for (auto column = widths.numbers.rbegin(); column != widths.numbers.rend(); ++column) {
        const bool isMain
            = column->first == LadderColumn::Value || column->first == LadderColumn::Factor;
        painter.setPen(palette().color(isMain ? QPalette::Text : QPalette::PlaceholderText));
        painter.drawText(number, Qt::AlignRight | Qt::AlignVCenter,
                         m_numbers.text(column->first, layer));
        number.setRight(number.right() - column->second);
    }
    drawBar(painter, layer,
            QRectF(QPointF(row.left() + widths.name + columnGap, row.top()), number.bottomRight()));
}

void LearningSpeedLadder::drawBar(QPainter &painter, int layer, const QRectF &room) const
{
    if (!(m_numbers.speed(layer) > 0.0) || room.width() <= 0.0)
        return;
    const double low = std::log10(m_range.lower) - 0.5; // the slowest layer keeps a bar
    const double share
        = (std::log10(m_numbers.speed(layer)) - low) / (std::log10(m_range.upper) - low);
    const double thickness = isCompact() ? 0.8 * room.height() : std::min(9.0, 0.6 * room.height());
    const QRectF bar(room.left(), room.center().y() - thickness / 2.0,
                     std::clamp(share, 0.0, 1.0) * room.width(), thickness);
    painter.setPen(Qt::NoPen);
    painter.setBrush(layerColor(layer, m_numbers.layerCount(), isDark(palette())));
    const double corner = std::min(2.0, thickness / 2.0);
    painter.drawRoundedRect(bar, corner, corner);
}

bool LearningSpeedLadder::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || rows() == 0 || !m_numbers.hasSpeeds())
        return QWidget::event(event);
    const auto &help = static_cast<const QHelpEvent &>(*event);
    const int layer = help.pos().y() < headHeight() ? toldLayer() : layerAt(help.pos().y());
    QToolTip::showText(help.globalPos(), explanation(layer), this);
    return true;
}

void LearningSpeedLadder::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || rows() == 0 || event->position().y() < headHeight())
        return;
    emit layerClicked(layerAt(event->position().y()));
}

void LearningSpeedLadder::mouseMoveEvent(QMouseEvent *event)
{
    const double y = event->position().y();
    setHoveredLayer(rows() == 0 || y < headHeight() ? 0 : layerAt(y));
}

void LearningSpeedLadder::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    setHoveredLayer(0);
}

void LearningSpeedLadder::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    const int layer = (m_selectedLayer > 0 ? m_selectedLayer : 0) + by;
    if (by == 0 || layer < 1 || layer > rows())
        QWidget::keyPressEvent(event);
    else
        emit layerClicked(layer);
}

void LearningSpeedLadder::setHoveredLayer(int layer)
{
    if (layer == m_hoveredLayer)
        return;
    m_hoveredLayer = layer;
    update();
}

void LearningSpeedLadder::describe()
{
    QStringList lines;
    for (int layer = rows(); layer >= 1 && m_numbers.hasSpeeds(); --layer)
        lines << m_numbers.line(layer);
    setAccessibleDescription(lines.join(u'\n'));
}

} // namespace nabla::ui
