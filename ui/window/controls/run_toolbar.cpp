// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/controls/run_toolbar.h"

#include "ui/window/controls/data_selector.h"
#include "ui/window/controls/experiment_selector.h"
#include "ui/window/controls/pace_control.h"
#include "ui/window/controls/run_progress.h"
#include "ui/window/controls/selector_button.h"
#include "ui/window/controls/window_actions.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace nabla::ui {

namespace {

constexpr int mostCompact = 3;

} // namespace

RunToolbar::RunToolbar(const WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_train(new TrainButton(this))
    , m_step(new SelectorButton(this))
    , m_reset(new QPushButton(this))
    , m_pace(new PaceControl(this))
    , m_experiment(new ExperimentSelector(this))
    , m_data(new DataSelector(actions.openFolder, actions.getMnist, this))
    , m_progress(new RunProgress(this))
    , m_actions(actions)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 9, 12, 9);
    layout->setSpacing(10);
    for (QWidget *widget : {static_cast<QWidget *>(m_train), static_cast<QWidget *>(m_step),
                            static_cast<QWidget *>(m_reset), static_cast<QWidget *>(m_pace),
                            static_cast<QWidget *>(m_experiment), static_cast<QWidget *>(m_data)})
        layout->addWidget(widget);
    layout->addSpacing(6);
    layout->addWidget(m_progress, 1);

    auto *steps = new QMenu(m_step);
    steps->addActions({actions.stepMiniBatch, actions.stepEpoch});
    m_step->setMenu(steps);
    m_reset->setAutoDefault(true);
    connect(m_train, &QPushButton::clicked, actions.toggleTraining, &QAction::trigger);
    connect(m_reset, &QPushButton::clicked, actions.reset, &QAction::trigger);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retranslate();
}

QSize RunToolbar::minimumSizeHint() const
{
    // What is left when every word that can go has gone; fit() sees to it.
    return {640, QWidget::minimumSizeHint().height()};
}

int RunToolbar::wantedWidth() const
{
    const QMargins margins = layout()->contentsMargins();
    int width = margins.left() + margins.right();
    for (int i = 0; i < layout()->count(); ++i) {
        const QLayoutItem &item = *layout()->itemAt(i);
        const QSize size = item.widget() == m_progress ? item.minimumSize() : item.sizeHint();
        width += size.width() + (i > 0 ? layout()->spacing() : 0);
    }
    return width;
}

void RunToolbar::setCompactness(int level)
{
    m_pace->setCompact(level >= 1);
    m_train->setCompact(level >= 2);
    m_experiment->setMostWidth(level >= 3 ? 140 : 220);
    m_data->setMostWidth(level >= 3 ? 120 : 180);
}

void RunToolbar::fit()
{
    int level = 0;
    do {
        setCompactness(level);
    } while (wantedWidth() > width() && ++level <= mostCompact);
}

void RunToolbar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void RunToolbar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(0, 0, width(), 1, palette().color(QPalette::Mid));
    painter.fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Mid));
}

void RunToolbar::retranslate()
{
    m_step->setTexts({}, tr("Step"));
    m_step->setToolTip(tr("Train on one mini-batch (.) or to the end of the epoch"));
    m_reset->setText(tr("Reset"));
    m_reset->setToolTip(m_actions.reset->toolTip() + QStringLiteral(" (Ctrl+R)"));
    fit();
}

void RunToolbar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nabla::ui
