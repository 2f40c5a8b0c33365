// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/network/network_view.h"

#include "core/nn/digit_scores.h"
#include "ui/plots/layer_colors.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace nabla::ui {

namespace {

constexpr int weightsPerNeuron = 8;
constexpr int strengthLevels = 6;
constexpr std::chrono::milliseconds weightPause{250};
constexpr double digitGap = 8.0; ///< from the middle of an output to its digit

QRectF circle(QPointF center, double radius)
{
    return {center.x() - radius, center.y() - radius, 2.0 * radius, 2.0 * radius};
}

} // namespace

NetworkView::NetworkView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_weightTimer.setSingleShot(true);
    m_weightTimer.setInterval(weightPause);
    connect(&m_weightTimer, &QTimer::timeout, this, [this] {
        if (m_hasNewerWeights)
            refreshWeights();
    });
    describe();
}

int NetworkView::layerCount() const
{
    return m_snapshot ? m_snapshot->network.layerCount() : 0;
}

void NetworkView::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    if (snapshot == m_snapshot)
        return;
    const bool isSameShape = snapshot && m_snapshot
                             && snapshot->network.layerSizes() == m_snapshot->network.layerSizes();
    m_snapshot = std::move(snapshot);
    if (!isSameShape) {
        arrange();
        return;
    }
    m_hasNewerWeights = true;
    if (!m_weightTimer.isActive())
        refreshWeights();
    activate();
}

void NetworkView::setImage(const std::optional<Raster> &image)
{
    if (image == m_image)
        return;
    m_image = image;
    activate();
}

void NetworkView::setRatios(const std::vector<std::optional<double>> &ratios)
{
    if (ratios == m_ratios)
        return;
    m_ratios = ratios;
    update();
}

void NetworkView::setSelectedLayer(int layer)
{
    if (layer == m_selectedLayer)
        return;
    m_selectedLayer = layer;
    describe();
    update();
}

/// Everything that depends on the network's shape and the widget's size.
void NetworkView::arrange()
{
    const QFontMetricsF metrics(labelFont());
    std::vector<ShownColumn> columns;
    double widest = 0.0;
    if (m_snapshot) {
        const int places = NetworkLayout::placesIn(height(), metrics.height());
        columns = shownColumns(m_snapshot->network, places);
        for (const auto *outer : {&columns.front(), &columns.back()})
            widest = std::max(widest, metrics.horizontalAdvance(QLocale().toString(outer->size)));
        if (outputsAreDigits())
            widest = std::max(widest, 2.0 * (digitGap + metrics.horizontalAdvance(u'0')));
    }
    m_layout = NetworkLayout(std::move(columns), QRectF(rect()).adjusted(1.0, 1.0, -1.0, -1.0),
                             metrics.height(), widest);
    describe();
    refreshWeights();
    activate();
}

void NetworkView::refreshWeights()
{
    m_areWeightsStale = true;
    m_hasNewerWeights = false;
    m_weightTimer.start();
    update();
}

void NetworkView::activate()
{
    m_activations.reset();
    if (m_snapshot && m_image)
        m_activations
            = shownActivations(m_snapshot->network, *m_image, m_layout.columns(), m_workspace);
    update();
}

QFont NetworkView::labelFont() const
{
    QFont small = font();
    if (small.pointSizeF() > 0.0)
        small.setPointSizeF(small.pointSizeF() * 0.9);
    return small;
}

QColor NetworkView::color(int layer) const
{
    return layerColor(layer, layerCount(), isDark(palette()));
}

void NetworkView::renderWeights()
{
    m_areWeightsStale = false;
    m_weights = QPixmap(size() * devicePixelRatioF());
    m_weights.setDevicePixelRatio(devicePixelRatioF());
    m_weights.fill(Qt::transparent);
    if (!m_snapshot)
        return;
    QPainter painter(&m_weights);
    painter.setRenderHint(QPainter::Antialiasing);
    // Sorted into a few levels of strength: a pen a level costs less than a pen a line.
    std::vector<QVector<QLineF>> lines(static_cast<std::size_t>(layerCount() * strengthLevels));
    for (const ShownWeight &weight :
         strongestWeights(m_snapshot->network, m_layout.columns(), weightsPerNeuron)) {
        const int level
            = std::min(strengthLevels - 1, static_cast<int>(weight.strength * strengthLevels));
        const auto i = static_cast<std::size_t>((weight.layer - 1) * strengthLevels + level);
        lines[i].append({m_layout.neuron(weight.layer - 1, weight.from),
                         m_layout.neuron(weight.layer, weight.to)});
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const double strength = (static_cast<double>(i % strengthLevels) + 0.5) / strengthLevels;
        QColor line = color(static_cast<int>(i) / strengthLevels + 1);
        line.setAlphaF(static_cast<float>(0.05 + 0.45 * strength * strength));
        painter.setPen(QPen(line, 1.0));
        painter.drawLines(lines[i]);
    }
}

void NetworkView::paintEvent(QPaintEvent *)
{
    if (m_areWeightsStale || m_weights.devicePixelRatio() != devicePixelRatioF())
        renderWeights();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(labelFont());
    if (m_selectedLayer > 0 && m_selectedLayer <= layerCount()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.0));
        painter.setBrush(palette().color(QPalette::AlternateBase));
        painter.drawRoundedRect(m_layout.strip(m_selectedLayer), 4.0, 4.0);
    }
    painter.drawPixmap(0, 0, m_weights);
    for (int column = 0; column < m_layout.columnCount(); ++column)
        drawColumn(painter, column);
    drawDigits(painter);
    drawLabels(painter, LabelRow::Sizes);
    drawLabels(painter, LabelRow::Ratios);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.0, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4.0, 4.0);
    }
}

void NetworkView::drawColumn(QPainter &painter, int column) const
{
    const ShownColumn &shown = m_layout.columns()[static_cast<std::size_t>(column)];
    for (int position = 0; position < static_cast<int>(shown.neurons.size()); ++position)
        drawNeuron(painter, column, position);
    if (!shown.hasGap())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(column));
    const double dot = std::max(0.7, 0.2 * m_layout.radius());
    for (const double offset : {-3.0, 0.0, 3.0})
        painter.drawEllipse(circle(m_layout.gap(column) + QPointF(0.0, offset * dot), dot));
}

void NetworkView::drawNeuron(QPainter &painter, int column, int position) const
{
    const auto l = static_cast<std::size_t>(column);
    const QRectF place = circle(m_layout.neuron(column, position), m_layout.radius());
    const QColor ring = color(column);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Base)); // hides the weights' ends
    painter.drawEllipse(place);
    painter.setBrush(Qt::NoBrush);
    if (m_activations) {
        const double a
            = m_activations->values[l][static_cast<std::size_t>(position)] / m_activations->full[l];
        // Below zero (tanh) a neuron glows too, in grey: the sign is in the tooltip.
        QColor glow = a < 0.0 ? palette().color(QPalette::PlaceholderText) : ring;
        glow.setAlphaF(static_cast<float>(std::isfinite(a) ? std::min(1.0, std::fabs(a)) : 0.0));
        painter.setBrush(glow);
    }
    painter.setPen(QPen(ring, 1.0));
    painter.drawEllipse(place);
}

bool NetworkView::outputsAreDigits() const
{
    return m_snapshot && readsDigits(m_snapshot->network) && m_snapshot->network.outputSize() == 10;
}

/// Beside the outputs, where there is room for them; the answer stands out.
void NetworkView::drawDigits(QPainter &painter) const
{
    const int column = m_layout.columnCount() - 1;
    const double height = painter.fontMetrics().ascent();
    if (!outputsAreDigits()
        || m_layout.neuron(column, 1).y() - m_layout.neuron(column, 0).y() < height)
        return;
    const std::vector<int> &digits = m_layout.columns().back().neurons;
    const auto answer = m_activations ? std::ranges::max_element(m_activations->values.back())
                                            - m_activations->values.back().begin()
                                      : -1;
    for (int i = 0; i < static_cast<int>(digits.size()); ++i) {
        const QRectF place(m_layout.neuron(column, i) + QPointF(digitGap, -height),
                           QSizeF(2.0 * height, 2.0 * height));
        const auto role = i == answer ? QPalette::Text : QPalette::PlaceholderText;
        painter.setPen(palette().color(role));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         QLocale().toString(digits[static_cast<std::size_t>(i)]));
    }
}

/// Where columns are narrower than their labels, some go without. First come, first served: the
/// selected layer, the first one, then from the output back.
void NetworkView::drawLabels(QPainter &painter, LabelRow row) const
{
    std::vector<int> order{m_selectedLayer, 1};
    for (int column = m_layout.columnCount() - 1; column >= 0; --column)
        order.push_back(column);
    std::vector<QRectF> taken;
    for (const int column : order) {
        if (column < 0 || column >= m_layout.columnCount())
            continue;
        const bool isSize = row == LabelRow::Sizes;
        const QString text = isSize ? words().sizeLabel(column) : words().ratioLabel(column);
        const QRectF place = isSize ? m_layout.header(column) : m_layout.footer(column);
        const QRectF needed
            = painter.boundingRect(place, Qt::AlignCenter, text).adjusted(-2.0, 0.0, 2.0, 0.0);
        const auto collides = [&needed](const QRectF &other) {
            return other.intersects(needed);
        };
        if (text.isEmpty() || std::any_of(taken.begin(), taken.end(), collides))
            continue;
        taken.push_back(needed);
        const bool isSelected = column > 0 && column == m_selectedLayer;
        const QColor quiet
            = palette().color(isSelected ? QPalette::Text : QPalette::PlaceholderText);
        painter.setPen(isSize ? quiet : color(column));
        painter.drawText(place, Qt::AlignCenter, text);
    }
}

bool NetworkView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto &help = static_cast<const QHelpEvent &>(*event);
        QToolTip::showText(help.globalPos(), words().toolTipAt(help.pos()), this);
        return true;
    }
    return QWidget::event(event);
}

void NetworkView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int column = m_layout.columnAt(event->position());
    if (column > 0)
        emit layerClicked(column == m_selectedLayer ? 0 : column);
}

void NetworkView::keyPressEvent(QKeyEvent *event)
{
    const int layers = layerCount();
    if (event->key() == Qt::Key_Right && m_selectedLayer < layers)
        emit layerClicked(m_selectedLayer + 1);
    else if (event->key() == Qt::Key_Left && layers > 0)
        emit layerClicked(m_selectedLayer > 0 ? m_selectedLayer - 1 : layers);
    else if (event->key() == Qt::Key_Escape && m_selectedLayer > 0)
        emit layerClicked(0);
    else
        QWidget::keyPressEvent(event);
}

void NetworkView::describe()
{
    setAccessibleName(tr("The network"));
    QStringList sizes;
    for (const ShownColumn &column : m_layout.columns())
        sizes << QLocale().toString(column.size);
    QString text = sizes.join(QStringLiteral(" – "));
    if (m_selectedLayer > 0)
        text += u' ' + tr("Layer %1 is selected.").arg(m_selectedLayer);
    setAccessibleDescription(text);
}

void NetworkView::resizeEvent(QResizeEvent *event)
{
    arrange();
    QWidget::resizeEvent(event);
}

void NetworkView::changeEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
        arrange();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

} // namespace nabla::ui
