// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/controls/run_progress.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

constexpr int barHeight = 5;
constexpr int lineGap = 6;

QString durationText(double seconds)
{
    const QLocale locale;
    const auto whole = static_cast<qlonglong>(std::ceil(seconds));
    if (whole < 100)
        return RunProgress::tr("%1 s").arg(locale.toString(whole));
    if (whole < 6000)
        return RunProgress::tr("%1 min").arg(locale.toString((whole + 30) / 60));
    return RunProgress::tr("%1 h").arg(locale.toString((whole + 1800) / 3600));
}

} // namespace

RunProgress::RunProgress(QWidget *parent)
    : QWidget(parent)
    , m_cancel(new QToolButton(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_cancel->setAutoRaise(true);
    m_cancel->hide();
    connect(m_cancel, &QToolButton::clicked, this, &RunProgress::cancelRequested);
    retranslate();
}

void RunProgress::showFrame(const Frame &frame)
{
    m_status = frame.status;
    int digits = frame.data ? frame.data->training.size() : 0;
    if (frame.experiment.trainingSetSize > 0)
        digits = std::min(digits, frame.experiment.trainingSetSize);
    m_digitsAStep = std::min(digits, frame.experiment.miniBatchSize);
    setAccessibleName(text());
    update();
}

void RunProgress::showLoading(const QString &what, double fraction)
{
    m_loading = what;
    m_loadingFraction = fraction;
    setAccessibleName(text());
    placeCancel();
    m_cancel->show();
    update();
}

void RunProgress::endLoading()
{
    m_loading.clear();
    m_cancel->hide();
    setAccessibleName(text());
    update();
}

QString RunProgress::text() const
{
    return leftText() + QLatin1Char(' ') + rightTexts().first();
}

QSize RunProgress::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(QLatin1Char('x')) * 42,
            fontMetrics().height() + lineGap + barHeight + 4};
}

QSize RunProgress::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(QLatin1Char('x')) * 38, sizeHint().height()};
}

QString RunProgress::leftText() const
{
    if (!m_loading.isEmpty())
        return m_loading;
    const QLocale locale;
    // The epoch under way counts as the one that is shown.
    const std::uint64_t epoch
        = (m_status.step + m_status.stepsPerEpoch - 1) / m_status.stepsPerEpoch;
    return tr("Epoch %1 of %2")
        .arg(locale.toString(qulonglong(epoch)), locale.toString(m_status.epochs));
}

QStringList RunProgress::rightTexts() const
{
    if (!m_loading.isEmpty())
        return {QLocale().toString(100.0 * m_loadingFraction, 'f', 0) + QStringLiteral(" %")};
    if (m_status.state != RunState::Running || m_status.digitsPerSecond <= 0.0)
        return {QString()};
    const QString left = tr("%1 left").arg(timeLeft());
    const QString speed
        = tr("%1 digits/s").arg(QLocale().toString(m_status.digitsPerSecond, 'f', 0));
    return {left + QStringLiteral(" · ") + speed, left, QString()};
}

QString RunProgress::timeLeft() const
{
    const double steps
        = static_cast<double>(m_status.totalSteps - std::min(m_status.step, m_status.totalSteps));
    return durationText(steps * m_digitsAStep / m_status.digitsPerSecond);
}

double RunProgress::fraction() const
{
    if (!m_loading.isEmpty())
        return m_loadingFraction;
    return m_status.totalSteps == 0
               ? 0.0
               : static_cast<double>(m_status.step) / static_cast<double>(m_status.totalSteps);
}

void RunProgress::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics = fontMetrics();
    const int top = (height() - metrics.height() - lineGap - barHeight) / 2;
    const int end = m_cancel->isHidden() ? width() : m_cancel->x() - 8;
    const QRect line(0, top, end, metrics.height());
    const QString left = metrics.elidedText(leftText(), Qt::ElideRight, line.width());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, left);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const int room = line.width() - metrics.horizontalAdvance(left) - 2 * lineGap;
    for (const QString &right : rightTexts()) {
        if (metrics.horizontalAdvance(right) <= room) {
            painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, right);
            break;
        }
    }
    QRectF bar(0, top + metrics.height() + lineGap, end, barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Mid));
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    bar.setWidth(bar.width() * std::clamp(fraction(), 0.0, 1.0));
    painter.setBrush(palette().color(QPalette::Highlight));
    if (bar.width() >= 1.0)
        painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
}

void RunProgress::placeCancel()
{
    m_cancel->adjustSize();
    m_cancel->move(width() - m_cancel->width(), (height() - m_cancel->height()) / 2);
}

void RunProgress::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeCancel();
}

void RunProgress::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop loading and keep the run as it is"));
    placeCancel();
    update();
}

void RunProgress::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nabla::ui
