// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/time_bar.h"

#include "ui/plots/scope/scope_axis.h"
#include "ui/session/time_machine.h"
#include "ui/session/training_session.h"
#include "ui/window/moment_slider.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace nabla::ui {

namespace {

/// Narrower than this, the title gives its room to the slider.
constexpr int titleNeeds = 900;

std::vector<MomentMark> marksOf(const std::vector<std::uint64_t> &steps, const StepScale &scale,
                                std::uint64_t now)
{
    std::vector<MomentMark> marks;
    if (steps.empty())
        return marks;
    const double begin = scale.xAt(static_cast<double>(steps.front()));
    const double length = scale.xAt(static_cast<double>(now)) - begin;
    marks.reserve(steps.size());
    for (const std::uint64_t step : steps) {
        const double x = scale.xAt(static_cast<double>(step)) - begin;
        marks.push_back({step, length > 0.0 ? std::min(x / length, 1.0) : 1.0});
    }
    return marks;
}

} // namespace

TimeBar::TimeBar(TrainingSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_time(session.timeMachine())
    , m_axis(ScopeAxis::sharedBy(session))
    , m_title(new QLabel(this))
    , m_slider(new MomentSlider(this))
    , m_text(new QLabel(this))
    , m_now(new QPushButton(this))
    , m_branch(new QPushButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 2, 8, 2);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_text);
    layout->addWidget(m_now);
    layout->addWidget(m_branch);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_title->setBuddy(m_slider);
    m_text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QPushButton *button : {m_now, m_branch})
        button->setAutoDefault(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_slider, &MomentSlider::momentChosen, &m_time, &TimeMachine::goTo);
    connect(m_now, &QPushButton::clicked, &m_time, [this] { m_time.goTo({}); });
    connect(m_branch, &QPushButton::clicked, &m_time, &TimeMachine::branchHere);
    connect(&m_session, &TrainingSession::frameReady, this, &TimeBar::showFrame);
    connect(&m_time, &TimeMachine::momentChanged, this, &TimeBar::refresh);
    connect(&m_axis, &ScopeAxis::changed, this, &TimeBar::refresh);
    retranslate();
}

QString TimeBar::text() const
{
    return m_text->text();
}

void TimeBar::refresh()
{
    showFrame(m_session.frame());
}

void TimeBar::showFrame(const Frame &frame)
{
    const std::vector<std::uint64_t> steps = m_time.steps();
    const bool hasPast = !steps.empty() && steps.front() < frame.status.step;
    const StepScale scale(m_axis.unit(), frame.history.stepsPerEpoch(),
                          frame.history.series({Metric::Seconds}).buckets());
    m_slider->showMoments(marksOf(steps, scale, frame.status.step), m_time.moment());
    m_slider->setEnabled(hasPast);
    m_now->setEnabled(m_time.moment().has_value());
    m_branch->setEnabled(hasPast);
    showText(frame, hasPast);
}

void TimeBar::showText(const Frame &frame, bool hasPast)
{
    const std::optional<std::uint64_t> moment = m_time.moment();
    m_text->setText(hasPast ? positionText(frame, moment)
                            : tr("Nothing to go back to yet: train first"));
    m_text->setForegroundRole(moment ? QPalette::WindowText : QPalette::PlaceholderText);
    // As wide as it will be at the end of the run: the slider must not jump.
    const QFontMetrics metrics = m_text->fontMetrics();
    m_text->setMinimumWidth(
        std::max({metrics.horizontalAdvance(positionText(frame, std::nullopt)),
                  metrics.horizontalAdvance(positionText(frame, frame.status.totalSteps)),
                  hasPast ? 0 : metrics.horizontalAdvance(m_text->text())}));
    m_slider->setAccessibleDescription(m_text->text());
    if (std::exchange(m_isPast, moment.has_value()) != m_isPast)
        update();
}

QString TimeBar::positionText(const Frame &frame, std::optional<std::uint64_t> step) const
{
    const QLocale locale;
    const std::uint64_t at = step.value_or(frame.status.step);
    const double epoch
        = static_cast<double>(at) / static_cast<double>(frame.history.stepsPerEpoch());
    const QString text = step ? tr("Then: epoch %1, step %2") : tr("Now: epoch %1, step %2");
    return text.arg(locale.toString(epoch, 'f', 2), locale.toString(qulonglong(at)));
}

void TimeBar::paintEvent(QPaintEvent *)
{
    // Looking back, the bar says so in the accent colour along its upper edge.
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), m_isPast ? 2 : 1),
                     palette().color(m_isPast ? QPalette::Highlight : QPalette::Mid));
}

void TimeBar::retranslate()
{
    m_title->setText(tr("Time machine"));
    m_slider->setAccessibleName(tr("Moment of the run that is shown"));
    m_slider->setToolTip(tr("Back to any moment that is kept: network, histograms, weights and the "
                            "reading of your digit are then as they were.\nTraining goes on "
                            "meanwhile. Arrow keys go from moment to moment."));
    m_now->setText(tr("Now"));
    m_now->setToolTip(tr("Back to the present (End)"));
    m_branch->setText(tr("Branch here"));
    m_branch->setToolTip(
        tr("Train on from this moment, in a new run beside the one that is shown"));
    refresh();
}

void TimeBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_title->setVisible(width() >= titleNeeds);
}

void TimeBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void TimeBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nabla::ui
