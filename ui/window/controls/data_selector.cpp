// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/controls/data_selector.h"

#include "core/sources/data_catalog.h"
#include "ui/session/sources/data_text.h"
#include "ui/window/controls/selector_button.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

namespace nabla::ui {

DataSelector::DataSelector(QAction *openFolder, QAction *getMnist, QWidget *parent)
    : QWidget(parent)
    , m_button(new SelectorButton(this))
    , m_menu(new QMenu(this))
    , m_group(new QActionGroup(this))
    , m_openFolder(openFolder)
    , m_getMnist(getMnist)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button);
    m_menu->setToolTipsVisible(true);
    m_group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    // What is installed may change while the program runs.
    connect(m_menu, &QMenu::aboutToShow, this, &DataSelector::fillMenu);
    m_button->setMenu(m_menu);
    setFocusProxy(m_button);
    retranslate();
}

void DataSelector::showSource(const std::string &source)
{
    m_source = source;
    retranslate();
}

void DataSelector::setMostWidth(int pixels)
{
    m_button->setMostWidth(pixels);
}

void DataSelector::addSource(const std::string &id)
{
    QAction *action = m_menu->addAction(dataTitle(id));
    action->setActionGroup(m_group);
    action->setCheckable(true);
    action->setChecked(id == m_source);
    connect(action, &QAction::triggered, this, [this, id] { emit sourceChosen(id); });
}

void DataSelector::fillMenu()
{
    m_menu->clear();
    const std::vector<DataSource> sources = availableData();
    for (const DataSource &source : sources)
        addSource(source.id);
    const auto has = [&](const std::string &id) {
        return std::ranges::any_of(sources,
                                   [&](const DataSource &source) { return source.id == id; });
    };
    if (!has(m_source))
        addSource(m_source);
    m_menu->addSeparator();
    m_menu->addAction(m_openFolder);
    if (!has("mnist"))
        m_menu->addAction(m_getMnist);
}

void DataSelector::retranslate()
{
    m_button->setTexts(tr("on", "an experiment on a data set"), dataTitle(m_source));
    m_button->setToolTip(
        tr("The digits to learn from. A folder of IDX files can also be dropped on the window."));
}

void DataSelector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nabla::ui
