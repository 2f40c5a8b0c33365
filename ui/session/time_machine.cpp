// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/time_machine.h"

#include "core/train/checkpoint.h"
#include "ui/session/run_set.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace nabla::ui {

TimeMachine::TimeMachine(RunSet &runs, QObject *parent)
    : QObject(parent)
    , m_runs(runs)
{
    connect(&m_runs, &RunSet::shownChanged, this, &TimeMachine::watchShown);
}

void TimeMachine::watchShown()
{
    m_use = nullptr;
    m_loader.watch(m_runs.shown()->moments());
    emit momentChanged();
}

void TimeMachine::goTo(std::optional<std::uint64_t> step)
{
    if (step) {
        const std::vector<std::uint64_t> all = steps();
        const auto after = std::ranges::upper_bound(all, *step);
        if (all.empty())
            return;
        step = after == all.begin() ? all.front() : *(after - 1);
    }
    if (step == moment())
        return;
    m_loader.goTo(step);
    emit momentChanged();
    if (!step)
        emit moved();
}

void TimeMachine::branchHere()
{
    if (steps().empty())
        emit problem(tr("There is no moment yet to go on from."));
    else if (m_runs.checkRoom())
        requestCheckpoint();
}

void TimeMachine::fetchCheckpoint(CheckpointUse use)
{
    m_use = std::move(use);
    requestCheckpoint();
}

void TimeMachine::requestCheckpoint()
{
    m_loader.requestCheckpoint(moment().value_or(steps().back()));
}

bool TimeMachine::poll()
{
    const MomentLoader::News news = m_loader.poll();
    if (news.hasMoved)
        emit momentChanged();
    if (!news.error.empty()) {
        m_use = nullptr;
        emit momentLost();
        emit problem(tr("This moment is lost: %1. All others are still there.")
                         .arg(QString::fromStdString(news.error)));
    }
    if (news.checkpoint) {
        if (const CheckpointUse use = std::exchange(m_use, nullptr))
            use(*news.checkpoint);
        else
            branchFrom(*news.checkpoint);
    }
    return news.hasMoved;
}

void TimeMachine::branchFrom(const Checkpoint &checkpoint)
{
    if (!m_runs.checkRoom())
        return;
    const Run &trunk = *m_runs.shown();
    auto branch = m_runs.make(trunk.config(), trunk.data(), &checkpoint);
    if (!branch)
        return;
    if (trunk.isTraining())
        branch->post(RunCommand{});
    const QString step = QLocale().toString(qulonglong(checkpoint.state.step));
    m_runs.addAndShow(std::move(branch), tr("from step %1").arg(step));
}

} // namespace nabla::ui
