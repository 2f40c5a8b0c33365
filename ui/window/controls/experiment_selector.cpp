// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/controls/experiment_selector.h"

#include "core/experiments/presets.h"
#include "ui/window/controls/selector_button.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

namespace nabla::ui {

namespace {

QString presetText(const char *text)
{
    return QCoreApplication::translate("Preset", text);
}

/// The same experiment on other digits or from another seed still is that experiment.
const Preset *presetOf(ExperimentConfig setup)
{
    for (const Preset &preset : presets()) {
        setup.data = preset.config.data;
        setup.seed = preset.config.seed;
        if (setup == preset.config)
            return &preset;
    }
    return nullptr;
}

} // namespace

ExperimentSelector::ExperimentSelector(QWidget *parent)
    : QWidget(parent)
    , m_button(new SelectorButton(this))
    , m_menu(new QMenu(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button);
    m_menu->setToolTipsVisible(true);
    auto *group = new QActionGroup(m_menu);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (const Preset &preset : presets()) {
        QAction *action = m_menu->addAction(QString());
        action->setActionGroup(group);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, &preset] { choose(preset.config); });
    }
    m_button->setMenu(m_menu);
    setFocusProxy(m_button);
    retranslate();
}

void ExperimentSelector::showSetup(const ExperimentConfig &setup)
{
    m_setup = setup;
    retranslate();
}

void ExperimentSelector::setMostWidth(int pixels)
{
    m_button->setMostWidth(pixels);
}

void ExperimentSelector::choose(const ExperimentConfig &preset)
{
    ExperimentConfig config = preset;
    if (preset.data == presets().front().config.data)
        config.data = m_setup.data;
    emit experimentChosen(config);
    retranslate(); // the check marks show the setup, not the click
}

void ExperimentSelector::retranslate()
{
    const Preset *current = presetOf(m_setup);
    m_button->setTexts({}, current ? presetText(current->title) : tr("Custom"));
    m_button->setToolTip(current ? presetText(current->claim)
                                 : tr("Choose an experiment of the book"));
    const QList<QAction *> actions = m_menu->actions();
    for (std::size_t i = 0; i < presets().size(); ++i) {
        QAction *action = actions[static_cast<qsizetype>(i)];
        action->setText(presetText(presets()[i].title));
        action->setToolTip(presetText(presets()[i].claim));
        action->setStatusTip(action->toolTip());
        action->setChecked(&presets()[i] == current);
    }
}

void ExperimentSelector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nabla::ui
