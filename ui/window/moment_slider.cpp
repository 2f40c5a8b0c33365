// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/moment_slider.h"

#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

constexpr double handleRadius = 6.0;
constexpr double grooveHeight = 4.0;
constexpr double tickHeight = 5.0;

} // namespace

MomentSlider::MomentSlider(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setRange(0, 0);
    connect(this, &QSlider::valueChanged, this,
            [this](int value) { emit momentChosen(momentOf(value)); });
}

void MomentSlider::showMoments(std::vector<MomentMark> marks, std::optional<std::uint64_t> moment)
{
    const auto last = static_cast<int>(marks.size());
    const auto at = std::ranges::lower_bound(marks, moment.value_or(0), {}, &MomentMark::step);
    const int wanted = moment ? static_cast<int>(at - marks.begin()) : last;
    if (marks == m_marks && wanted == value())
        return;
    m_marks = std::move(marks);
    const QSignalBlocker blocker(this); // it is shown, not chosen
    setRange(0, last);
    setPageStep(std::max(1, last / 10));
    setValue(wanted);
    update();
}

std::optional<std::uint64_t> MomentSlider::momentOf(int value) const
{
    const auto index = static_cast<std::size_t>(value);
    return index < m_marks.size() ? std::optional(m_marks[index].step) : std::nullopt;
}

double MomentSlider::xOf(int value) const
{
    const auto index = static_cast<std::size_t>(value);
    const double place = index < m_marks.size() ? m_marks[index].place : 1.0;
    const double room = width() - 2.0 * handleRadius - 2.0;
    return handleRadius + 1.0 + std::clamp(place, 0.0, 1.0) * room;
}

int MomentSlider::nearestTo(double x) const
{
    int nearest = maximum(); // also where the last moment is the present
    for (int value = maximum(); value >= 0; --value) {
        if (std::fabs(xOf(value) - x) < std::fabs(xOf(nearest) - x))
            nearest = value;
    }
    return nearest;
}

void MomentSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setSliderDown(true);
    setValue(nearestTo(event->position().x()));
}

void MomentSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        setValue(nearestTo(event->position().x()));
}

void MomentSlider::mouseReleaseEvent(QMouseEvent *)
{
    setSliderDown(false);
}

QSize MomentSlider::sizeHint() const
{
    return {320, minimumSizeHint().height()};
}

QSize MomentSlider::minimumSizeHint() const
{
    return {120, 26};
}

void MomentSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = height() / 2.0 - 2.0; // ticks stand below
    const double begin = handleRadius + 1.0;
    const double now = width() - begin;
    const double at = xOf(value());
    const auto groove = [&](double to, const QColor &color) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(
            QRectF(begin, middle - grooveHeight / 2.0, to - begin, grooveHeight),
            grooveHeight / 2.0, grooveHeight / 2.0);
    };
    groove(now, palette().color(QPalette::Mid));
    if (isEnabled() && value() < maximum())
        groove(at, palette().color(QPalette::Highlight));
    paintTicks(painter, middle);
    if (isEnabled())
        paintHandle(painter, {at, middle});
}

void MomentSlider::paintTicks(QPainter &painter, double middle) const
{
    painter.setPen(QPen(palette().color(QPalette::PlaceholderText), 0));
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int top = static_cast<int>(middle + handleRadius) + 1;
    int last = -1;
    for (int value = 0; value < maximum(); ++value) {
        const int x = static_cast<int>(xOf(value));
        if (x != last) // at the start many moments share a pixel
            painter.drawLine(QPointF(x, top), QPointF(x, top + tickHeight - 1.0));
        last = x;
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

/// Filled in the past, a ring in the present: that one looks back is seen at a glance.
void MomentSlider::paintHandle(QPainter &painter, QPointF centre) const
{
    const QColor accent = palette().color(QPalette::Highlight);
    if (hasFocus()) {
        QColor halo = accent;
        halo.setAlphaF(0.35F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(halo);
        painter.drawEllipse(centre, handleRadius + 1.0, handleRadius + 1.0);
    }
    painter.setPen(QPen(accent, 2.0));
    painter.setBrush(value() < maximum() ? accent : palette().color(QPalette::Window));
    painter.drawEllipse(centre, handleRadius - 1.5, handleRadius - 1.5);
}

} // namespace nabla::ui
