// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/controls/pace_control.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

namespace nabla::ui {

namespace {

constexpr int sliderSteps = 1000;

} // namespace

PaceControl::PaceControl(QWidget *parent)
    : QWidget(parent)
    , m_slow(new QLabel(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_fast(new QLabel(this))
{
    m_slider->setRange(0, sliderSteps);
    m_slider->setSingleStep(sliderSteps / 25);
    m_slider->setPageStep(sliderSteps / 8);
    m_slider->setMinimumWidth(56);
    m_slider->setFixedHeight(20);
    for (QLabel *label : {m_slow, m_fast})
        label->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(9);
    layout->addWidget(m_slow);
    layout->addWidget(m_slider);
    layout->addWidget(m_fast);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_slider, &QSlider::valueChanged, this, &PaceControl::choose);
    setCompact(false);
    retranslate();
}

void PaceControl::showPace(const Pace &pace, std::uint64_t stepsPerEpoch)
{
    m_pace = pace;
    m_stepsPerEpoch = stepsPerEpoch;
    const QSignalBlocker blocker(m_slider);
    if (!m_slider->isSliderDown())
        m_slider->setValue(qRound(sliderSteps * Pace::position(pace.rate(stepsPerEpoch))));
    retranslate();
}

void PaceControl::setCompact(bool isCompact)
{
    m_slow->setVisible(!isCompact);
    m_fast->setVisible(!isCompact);
    m_slider->setFixedWidth(isCompact ? 64 : 92);
}

void PaceControl::slower()
{
    m_slider->setValue(m_slider->value() - sliderSteps / 12);
}

void PaceControl::faster()
{
    m_slider->setValue(m_slider->value() + sliderSteps / 12);
}

void PaceControl::choose(int sliderValue)
{
    m_pace = Pace::atPosition(static_cast<double>(sliderValue) / sliderSteps);
    retranslate();
    emit paceChosen(m_pace);
}

QString PaceControl::description() const
{
    if (m_pace.isFlatOut())
        return tr("Flat out: as fast as this computer can");
    const double rate = m_pace.rate(m_stepsPerEpoch);
    const QString number = QLocale().toString(rate, 'f', rate < 10.0 ? 1 : 0);
    return m_pace.isWatch() ? tr("Watch: %1 mini-batches a second").arg(number)
                            : tr("%1 mini-batches a second").arg(number);
}

void PaceControl::retranslate()
{
    m_slow->setText(tr("slow"));
    m_fast->setText(tr("flat out"));
    m_slider->setAccessibleName(tr("Pace"));
    m_slider->setAccessibleDescription(description());
    m_slider->setToolTip(
        tr("Pace. %1.\nThe pace changes nothing in the result: it only waits between mini-batches.")
            .arg(description()));
}

void PaceControl::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nabla::ui
