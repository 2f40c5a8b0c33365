// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/number_strip.h"

#include "ui/plots/number_text.h"
#include "ui/plots/scaled_font.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

constexpr double digitScale = 1.8; ///< of the widget's font
constexpr double grip = 7.0; ///< pixels on either side of a cut that take hold of it
constexpr double handle = 5.0;
constexpr double sure = 0.5; ///< confidence from which a digit is written in full ink
constexpr double keyStep = 0.02; ///< of the ink's unit

} // namespace

NumberStrip::NumberStrip(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void NumberStrip::setScale(double left, double unit)
{
    m_left = left;
    m_unit = unit;
    update();
}

void NumberStrip::setReading(const std::optional<NumberReading> &reading)
{
    m_reading = reading;
    const std::size_t cuts = reading ? reading->cuts.size() : 0;
    if (m_chosen >= cuts)
        m_chosen = 0;
    m_isDragging = m_isDragging && cuts > 0;
    describe();
    update();
}

QSize NumberStrip::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {160, static_cast<int>((digitScale + 0.2) * metrics.height() + 2.0 * handle)};
}

std::optional<std::size_t> NumberStrip::cutAt(double pixel) const
{
    std::optional<std::size_t> nearest;
    double distance = grip;
    for (std::size_t i = 0; m_reading && i < m_reading->cuts.size(); ++i) {
        const double away = std::fabs(toPixels(m_reading->cuts[i]) - pixel);
        if (away <= distance) {
            nearest = i;
            distance = away;
        }
    }
    return nearest;
}

/// Not beyond its neighbours: a piece keeps its place.
void NumberStrip::moveCut(std::size_t cut, double x)
{
    std::vector<double> cuts = m_reading->cuts;
    const double least = cut == 0 ? m_reading->pieces.front().left : cuts[cut - 1];
    const double most = cut + 1 == cuts.size() ? m_reading->pieces.back().right : cuts[cut + 1];
    cuts[cut] = std::clamp(x, std::min(least, most), std::max(least, most));
    if (cuts != m_reading->cuts)
        emit cutsMoved(cuts);
}

void NumberStrip::mousePressEvent(QMouseEvent *event)
{
    const auto cut = cutAt(event->position().x());
    if (event->button() != Qt::LeftButton || !cut)
        return;
    m_chosen = *cut;
    m_isDragging = true;
    update();
}

void NumberStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isDragging)
        moveCut(m_chosen, (event->position().x() - m_left) / m_unit);
    setCursor(m_isDragging || cutAt(event->position().x()) ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void NumberStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_isDragging = false;
}

void NumberStrip::keyPressEvent(QKeyEvent *event)
{
    const int direction = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (direction == 0 || !m_reading || m_reading->cuts.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier) {
        moveCut(m_chosen, m_reading->cuts[m_chosen] + direction * keyStep);
        return;
    }
    const auto last = static_cast<int>(m_reading->cuts.size()) - 1;
    m_chosen
        = static_cast<std::size_t>(std::clamp(static_cast<int>(m_chosen) + direction, 0, last));
    update();
}

bool NumberStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto &help = static_cast<const QHelpEvent &>(*event);
    QString text = tr("Drag a cut to part the digits elsewhere.");
    for (std::size_t i = 0; m_reading && i < m_reading->pieces.size(); ++i) {
        const NumberPiece &piece = m_reading->pieces[i];
        if (help.x() >= toPixels(piece.left) && help.x() <= toPixels(piece.right))
            text = tr("%1, confidence %2: its output, less where others speak too")
                       .arg(QLocale().toString(piece.digit),
                            percentText(piece.confidence, 0, QLocale()));
    }
    QToolTip::showText(help.globalPos(), text, this);
    return true;
}

void NumberStrip::describe()
{
    setAccessibleName(tr("The digits and the cuts between them"));
    setAccessibleDescription(m_reading
                                 ? tr("%1. Left and Right choose a cut, with Shift they move it.")
                                       .arg(QString::fromStdString(m_reading->digits))
                                 : tr("Nothing is drawn."));
}

void NumberStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void NumberStrip::paintEvent(QPaintEvent *)
{
    if (!m_reading)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont large = scaledFont(font(), digitScale);
    large.setBold(true);
    painter.setFont(large);
    for (const NumberPiece &piece : m_reading->pieces)
        paintPiece(painter, piece);
    for (std::size_t i = 0; i < m_reading->cuts.size(); ++i)
        paintCut(painter, i);
}

void NumberStrip::paintPiece(QPainter &painter, const NumberPiece &piece) const
{
    const double middle = toPixels(0.5 * (piece.left + piece.right));
    const double wide = QFontMetricsF(painter.font()).horizontalAdvance(u'8');
    const QRectF place(middle - wide, 2.0 * handle, 2.0 * wide, height() - 2.0 * handle);
    const bool isSure = piece.confidence >= sure;
    painter.setPen(palette().color(isSure ? QPalette::Text : QPalette::PlaceholderText));
    painter.drawText(place, Qt::AlignHCenter | Qt::AlignTop,
                     QLocale().toString(piece.digit) + (isSure ? QString() : QStringLiteral("?")));
}

void NumberStrip::paintCut(QPainter &painter, std::size_t cut) const
{
    const double x = toPixels(m_reading->cuts[cut]);
    const QColor color = palette().color(QPalette::Highlight);
    QPainterPath triangle(QPointF(x, 0.0));
    triangle.lineTo(x + handle, 1.6 * handle);
    triangle.lineTo(x - handle, 1.6 * handle);
    triangle.closeSubpath();
    painter.setPen(QPen(color, 1.2));
    painter.setBrush(hasFocus() && cut == m_chosen ? color : palette().color(QPalette::Base));
    painter.drawPath(triangle);
}

} // namespace nabla::ui
