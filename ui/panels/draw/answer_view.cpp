// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/answer_view.h"

#include "ui/plots/scaled_font.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr double answerScale = 4.0; ///< of the widget's font, where there is room

QString digitText(int digit)
{
    return QLocale().toString(digit);
}

} // namespace

AnswerView::AnswerView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    describe();
}

void AnswerView::setReading(const std::optional<Reading> &reading)
{
    if (reading == m_reading)
        return;
    m_reading = reading;
    describe();
    update();
}

QString AnswerView::answerText() const
{
    return m_reading ? digitText(m_reading->digit) : QString();
}

QString AnswerView::doubtText() const
{
    if (!m_reading)
        return {};
    switch (m_reading->doubt) {
    case Doubt::None:
        return {};
    case Doubt::Slight:
        return tr("perhaps %1").arg(digitText(m_reading->runnerUp));
    case Doubt::Between:
        return tr("%1 or %2?").arg(digitText(m_reading->digit), digitText(m_reading->runnerUp));
    case Doubt::Unsure:
        return tr("not sure");
    case Doubt::NotADigit:
        return tr("not a digit?");
    }
    return {};
}

QSize AnswerView::sizeHint() const
{
    const QFontMetrics small(font());
    int width = 0;
    for (const QString &text :
         {tr("perhaps %1").arg(digitText(8)), tr("not sure"), tr("not a digit?"),
          tr("%1 or %2?").arg(digitText(8), digitText(8))})
        width = std::max(width, small.horizontalAdvance(text));
    return {width, static_cast<int>((0.85 * answerScale + 1.2) * small.height())};
}

QSize AnswerView::minimumSizeHint() const
{
    return {sizeHint().width(), static_cast<int>(2.6 * QFontMetrics(font()).height())};
}

QFont AnswerView::answerFont() const
{
    const QFontMetricsF small(font());
    const double room = height() - small.height();
    const double scale = std::clamp(room / small.height(), 1.0, answerScale);
    QFont large = scaledFont(font(), scale);
    large.setBold(true);
    return large;
}

void AnswerView::describe()
{
    setAccessibleName(tr("The network's answer"));
    setAccessibleDescription(m_reading ? (answerText() + u' ' + doubtText()).trimmed()
                                       : tr("Nothing is drawn."));
}

void AnswerView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void AnswerView::paintEvent(QPaintEvent *)
{
    if (!m_reading)
        return;
    QPainter painter(this);
    const bool isMuted = !isAnswer(m_reading->doubt);
    const double line = QFontMetricsF(font()).height();
    const QRectF large(0.0, 0.0, width(), std::min(height() - line, 0.85 * answerScale * line));
    painter.setPen(palette().color(isMuted ? QPalette::PlaceholderText : QPalette::Text));
    painter.setFont(answerFont());
    painter.drawText(large, Qt::AlignCenter | Qt::TextDontClip, answerText());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.setFont(font());
    painter.drawText(QRectF(0.0, large.bottom(), width(), line), Qt::AlignCenter, doubtText());
}

} // namespace nabla::ui
