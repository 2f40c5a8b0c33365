// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/number_strip.h"

#include "ui/plots/number_text.h"
#include "ui/plots/scaled_font.h"

#include <QEvent>
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

constexpr double digitScale = 1.8; ///< of the widget's font
constexpr double sure = 0.5; ///< confidence from which a digit is written in full ink
constexpr double keyStep = 0.02; ///< of the ink's unit

// Pixels.
constexpr double knobWidth = 18.0;
constexpr double knobHeight = 13.0;
constexpr double knobTop = 1.0;
constexpr double grip = 11.0; ///< on either side of a cut, takes hold of it
constexpr double inset = 3.0; ///< of a piece's line from the piece's ends

int direction(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Left ? -1 : event.key() == Qt::Key_Right ? 1 : 0;
}

} // namespace

NumberStrip::NumberStrip(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void NumberStrip::setPlace(const QRectF &sheet, const QRectF &frame)
{
    m_sheet = sheet;
    m_frame = frame;
    update();
}

void NumberStrip::setReading(const std::optional<NumberReading> &reading)
{
    m_reading = reading;
    const std::size_t cuts = reading ? reading->cuts.size() : 0;
    m_chosen = cuts > 0 ? std::min(m_chosen, cuts - 1) : 0;
    if (m_hovered && *m_hovered >= cuts)
        m_hovered.reset();
    if (!reading)
        m_others.reset();
    describe();
    update();
}

void NumberStrip::setMessage(const QString &message)
{
    m_message = message;
    describe();
    update();
}

QSize NumberStrip::sizeHint() const
{
    const double digits = QFontMetricsF(scaledFont(font(), digitScale)).height();
    return {160, static_cast<int>(std::ceil(knobTop + knobHeight + digits))};
}

double NumberStrip::toPixels(double x) const
{
    return m_sheet.left() + m_sheet.height() * x;
}

double NumberStrip::toInk(double pixel) const
{
    return (pixel - m_sheet.left()) / m_sheet.height();
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

std::vector<double> NumberStrip::cutsWithout(std::size_t cut) const
{
    std::vector<double> cuts = m_reading->cuts;
    cuts.erase(cuts.begin() + static_cast<std::ptrdiff_t>(cut));
    return cuts;
}

/// Anywhere along the ink, also beyond the others: where the hand goes, it goes.
void NumberStrip::putCut(std::vector<double> others, double x)
{
    const auto &pieces = m_reading->pieces;
    const double left = std::ranges::min_element(pieces, {}, &NumberPiece::left)->left;
    const double right = std::ranges::max_element(pieces, {}, &NumberPiece::right)->right;
    x = std::clamp(x, left, right);
    std::ranges::sort(others);
    const auto place = std::ranges::upper_bound(others, x);
    m_chosen = static_cast<std::size_t>(place - others.begin());
    others.insert(place, x);
    if (others != m_reading->cuts)
        emit cutsChanged(others);
}

void NumberStrip::removeCut(std::size_t cut)
{
    std::vector<double> others = cutsWithout(cut);
    std::ranges::sort(others);
    emit cutsChanged(others);
}

void NumberStrip::partWidestPiece()
{
    const auto widest = std::ranges::max_element(
        m_reading->pieces, {}, [](const NumberPiece &piece) { return piece.right - piece.left; });
    putCut(m_reading->cuts, 0.5 * (widest->left + widest->right));
}

void NumberStrip::mousePressEvent(QMouseEvent *event)
{
    const auto cut = cutAt(event->position().x());
    if (event->button() != Qt::LeftButton || !cut)
        return;
    ++m_gesture;
    m_chosen = *cut;
    m_others = cutsWithout(*cut);
    update();
}

void NumberStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_others)
        putCut(*m_others, toInk(event->position().x()));
    m_hovered = m_others ? std::optional(m_chosen) : cutAt(event->position().x());
    setCursor(m_hovered ? Qt::SizeHorCursor : Qt::ArrowCursor);
    update();
}

void NumberStrip::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_others.reset();
}

void NumberStrip::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_reading)
        return;
    ++m_gesture;
    if (const auto cut = cutAt(event->position().x()))
        removeCut(*cut);
    else
        putCut(m_reading->cuts, toInk(event->position().x()));
}

void NumberStrip::leaveEvent(QEvent *event)
{
    m_hovered.reset();
    update();
    QWidget::leaveEvent(event);
}

void NumberStrip::choose(int way)
{
    const auto last = static_cast<int>(m_reading->cuts.size()) - 1;
    m_chosen = static_cast<std::size_t>(std::clamp(static_cast<int>(m_chosen) + way, 0, last));
    update();
}

void NumberStrip::keyPressEvent(QKeyEvent *event)
{
    ++m_gesture;
    const int key = event->key();
    const int way = direction(*event);
    const bool hasCuts = m_reading && !m_reading->cuts.empty();
    if (key == Qt::Key_Insert && m_reading)
        partWidestPiece();
    else if ((key == Qt::Key_Delete || key == Qt::Key_Backspace) && hasCuts)
        removeCut(m_chosen);
    else if (way != 0 && hasCuts && event->modifiers().testFlag(Qt::ShiftModifier))
        putCut(cutsWithout(m_chosen), m_reading->cuts[m_chosen] + way * keyStep);
    else if (way != 0 && hasCuts)
        choose(way);
    else
        QWidget::keyPressEvent(event);
}

QString NumberStrip::helpAt(double pixel) const
{
    if (!m_reading)
        return m_message;
    for (const NumberPiece &piece : m_reading->pieces) {
        if (!cutAt(pixel) && pixel >= toPixels(piece.left) && pixel <= toPixels(piece.right))
            return tr("%1, confidence %2: its output, less where others speak too")
                .arg(QLocale().toString(piece.digit), percentText(piece.confidence, 0, QLocale()));
    }
    return tr("Drag a cut to part the digits elsewhere; a double click adds or removes one.");
}

bool NumberStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) { // Shift and an arrow is the window's
        const auto &keys = static_cast<const QKeyEvent &>(*event);
        const bool moves = m_reading && !m_reading->cuts.empty() && direction(keys) != 0;
        event->setAccepted(moves && keys.modifiers().testFlag(Qt::ShiftModifier));
        return event->isAccepted() || QWidget::event(event);
    }
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto &help = static_cast<const QHelpEvent &>(*event);
    QToolTip::showText(help.globalPos(), helpAt(help.pos().x()), this);
    return true;
}

void NumberStrip::describe()
{
    setAccessibleName(tr("The digits and the cuts between them"));
    if (m_reading)
        setAccessibleDescription(tr("%1. Left and Right choose a cut, with Shift they move it; "
                                    "Insert adds one, Delete removes it.")
                                     .arg(QString::fromStdString(m_reading->digits)));
    else
        setAccessibleDescription(m_message.isEmpty() ? tr("Nothing is drawn.") : m_message);
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
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_reading) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_message);
        return;
    }
    const double beyond = 0.5 * knobWidth + 1.0;
    painter.setClipRect(QRectF(m_frame.left() - beyond, 0.0, m_frame.width() + 2.0 * beyond,
                               static_cast<double>(height())));
    QFont large = scaledFont(font(), digitScale);
    large.setBold(true);
    painter.setFont(large);
    for (const NumberPiece &piece : m_reading->pieces)
        paintPiece(painter, piece);
    for (std::size_t i = 0; i < m_reading->cuts.size(); ++i)
        paintKnob(painter, i);
}

void NumberStrip::paintPiece(QPainter &painter, const NumberPiece &piece) const
{
    const double left = toPixels(piece.left);
    const double right = toPixels(piece.right);
    const double knobMiddle = knobTop + 0.5 * knobHeight;
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 1.0));
    if (right - left > 2.0 * inset)
        painter.drawLine(QPointF(left + inset, knobMiddle), QPointF(right - inset, knobMiddle));

    const QFontMetricsF metrics(painter.font());
    const double wide = metrics.horizontalAdvance(u'8');
    const QRectF place(0.5 * (left + right) - 0.5 * wide, knobTop + knobHeight, wide,
                       height() - knobTop - knobHeight);
    const bool isSure = piece.confidence >= sure;
    painter.setPen(palette().color(isSure ? QPalette::Text : QPalette::PlaceholderText));
    painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, QLocale().toString(piece.digit));
    if (!isSure) // beside it: the digit stays where it is
        painter.drawText(place.translated(wide, 0.0), Qt::AlignLeft | Qt::AlignVCenter,
                         QStringLiteral("?"));
}

/// With an arrow to either side: it can be moved.
void NumberStrip::paintKnob(QPainter &painter, std::size_t cut) const
{
    const bool isActive = cut == m_hovered || (cut == m_chosen && (m_others || hasFocus()));
    const QColor accent = palette().color(QPalette::Highlight);
    const QRectF knob(toPixels(m_reading->cuts[cut]) - 0.5 * knobWidth, knobTop, knobWidth,
                      knobHeight);
    painter.setPen(QPen(accent, 1.2));
    painter.setBrush(isActive ? accent : palette().color(QPalette::Base));
    painter.drawRoundedRect(knob, 0.5 * knobHeight, 0.5 * knobHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isActive ? palette().color(QPalette::HighlightedText) : accent);
    for (const double side : {-1.0, 1.0}) {
        const QPointF middle = knob.center() + QPointF(side * 1.8, 0.0);
        const QPointF arrow[] = {middle + QPointF(side * 3.6, 0.0), middle + QPointF(0.0, -3.0),
                                 middle + QPointF(0.0, 3.0)};
        painter.drawPolygon(arrow, 3);
    }
}

} // namespace nabla::ui
