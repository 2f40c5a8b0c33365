// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/controls/train_button.h"

#include <QEvent>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr int sideMargin = 14;
constexpr int partGap = 7;
constexpr int markSize = 11;

} // namespace

TrainButton::TrainButton(QWidget *parent)
    : QPushButton(parent)
{
    setDefault(true); // filled with the accent
    setAutoDefault(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

void TrainButton::setFace(Face face)
{
    if (face == m_face)
        return;
    m_face = face;
    retranslate();
}

void TrainButton::setCompact(bool isCompact)
{
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    updateGeometry();
    update();
}

QFont TrainButton::boldFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

QSize TrainButton::sizeHint() const
{
    // As wide as the wider face, so that nothing beside it moves when it changes.
    const QFontMetrics bold(boldFont());
    const int word
        = std::max({bold.horizontalAdvance(tr("Train")), bold.horizontalAdvance(tr("Pause")),
                    bold.horizontalAdvance(tr("Waiting"))});
    const int key = m_isCompact ? 0 : partGap + fontMetrics().horizontalAdvance(m_key);
    return {2 * sideMargin + markSize + partGap + word + key, fontMetrics().height() + 13};
}

void TrainButton::paintMark(QPainter &painter, const QRectF &box) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::HighlightedText));
    if (m_face == Face::Train) {
        const QPointF corners[]
            = {box.topLeft(), QPointF(box.right(), box.center().y()), box.bottomLeft()};
        painter.drawConvexPolygon(corners, 3);
        return;
    }
    const qreal bar = box.width() * 0.32;
    painter.drawRect(QRectF(box.left(), box.top(), bar, box.height()));
    painter.drawRect(QRectF(box.right() - bar, box.top(), bar, box.height()));
}

void TrainButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.features |= QStyleOptionButton::DefaultButton;
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    paintMark(painter, QRectF(sideMargin, (height() - markSize) / 2.0, markSize, markSize));
    QRect room = rect().adjusted(sideMargin + markSize + partGap, 0, -sideMargin, 0);
    QColor color = palette().color(QPalette::HighlightedText);
    painter.setPen(color);
    painter.setFont(boldFont());
    QRect drawn;
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text(), &drawn);
    if (m_isCompact)
        return;
    color.setAlphaF(0.75F);
    painter.setPen(color);
    painter.setFont(font());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, m_key);
}

void TrainButton::retranslate()
{
    m_key = tr("Space", "the key");
    switch (m_face) {
    case Face::Train:
        setText(tr("Train"));
        setToolTip(tr("Train the network (Space)"));
        break;
    case Face::Pause:
        setText(tr("Pause"));
        setToolTip(tr("Pause after this mini-batch (Space)"));
        break;
    case Face::Waiting:
        setText(tr("Waiting"));
        setToolTip(tr("Training begins as soon as the data are there (Space cancels)"));
        break;
    }
    setAccessibleName(text());
    updateGeometry();
    update();
}

void TrainButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nabla::ui
