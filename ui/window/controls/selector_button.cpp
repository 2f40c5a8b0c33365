// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/controls/selector_button.h"

#include <QStyle>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr int margin = 11;
constexpr int gap = 6;
constexpr int arrowWidth = 8;
constexpr int leastValueWidth = 40;

} // namespace

SelectorButton::SelectorButton(QWidget *parent)
    : QPushButton(parent)
{
    setAutoDefault(true); // Enter opens it; Space belongs to Train
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SelectorButton::setTexts(const QString &prefix, const QString &value)
{
    if (prefix == m_prefix && value == m_value)
        return;
    m_prefix = prefix;
    m_value = value;
    setAccessibleName(prefix.isEmpty() ? value : prefix + QLatin1Char(' ') + value);
    updateGeometry();
    update();
}

void SelectorButton::setMostWidth(int pixels)
{
    m_mostWidth = pixels;
    updateGeometry();
}

QSize SelectorButton::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    int width = 2 * margin + metrics.horizontalAdvance(m_value) + gap + arrowWidth;
    if (!m_prefix.isEmpty())
        width += metrics.horizontalAdvance(m_prefix) + gap;
    return {std::min(width + 1, m_mostWidth), metrics.height() + 13};
}

QSize SelectorButton::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {std::min(hint.width(), 2 * margin + leastValueWidth + gap + arrowWidth), hint.height()};
}

void SelectorButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.features &= ~(QStyleOptionButton::HasMenu | QStyleOptionButton::AutoDefaultButton
                         | QStyleOptionButton::DefaultButton);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    QRect room = rect().adjusted(margin, 0, -margin, 0);
    QStyleOption arrow(option);
    arrow.rect = QRect(room.right() - arrowWidth, room.top(), arrowWidth, room.height());
    painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, arrow);
    room.setRight(arrow.rect.left() - gap);

    const QFontMetrics metrics = fontMetrics();
    const int prefixWidth = m_prefix.isEmpty() ? 0 : metrics.horizontalAdvance(m_prefix) + gap;
    const int leastWidth = std::min(leastValueWidth, metrics.horizontalAdvance(m_value));
    if (prefixWidth > 0 && room.width() - prefixWidth >= leastWidth) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, m_prefix);
        room.setLeft(room.left() + prefixWidth);
    }
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, QPalette::ButtonText));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(m_value, Qt::ElideRight, room.width()));
}

} // namespace nabla::ui
