// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/checkpoint.h"
#include "ui/session/prepared_teaching.h"

#include <QLocale>

#include <algorithm>

namespace nabla::ui {

void TrainingSession::setMoment(std::optional<std::uint64_t> step)
{
    if (step) {
        const std::vector<std::uint64_t> steps = m_time.steps();
        const auto after = std::ranges::upper_bound(steps, *step);
        if (steps.empty())
            return;
        step = after == steps.begin() ? steps.front() : *(after - 1);
    }
    if (step == m_time.wanted())
        return;
    m_time.goTo(step);
    emit momentChanged();
    if (!step)
        emit frameReady(frame());
}

void TrainingSession::branchHere()
{
    const std::vector<std::uint64_t> steps = m_time.steps();
    if (steps.empty())
        emit problem(tr("There is no moment yet to go on from."));
    else if (hasRoomForRun())
        m_time.requestCheckpoint(m_time.wanted().value_or(steps.back()));
}

/// Did anything move?
bool TrainingSession::pollMoments()
{
    const TimeMachine::News news = m_time.poll();
    if (news.hasMoved)
        emit momentChanged();
    if (!news.error.empty()) {
        setTeaching(nullptr);
        emit problem(tr("This moment is lost: %1. All others are still there.")
                         .arg(QString::fromStdString(news.error)));
    }
    if (news.checkpoint && m_teaching)
        teachFrom(*news.checkpoint);
    else if (news.checkpoint)
        branchFrom(*news.checkpoint);
    return news.hasMoved;
}

void TrainingSession::branchFrom(const Checkpoint &checkpoint)
{
    const Run *shown = m_runs.shown();
    if (!hasRoomForRun())
        return;
    auto run = makeRun(shown->config(), shown->data(), &checkpoint);
    if (!run)
        return;
    const bool trainsOn = shown->isTraining();
    const QString step = QLocale().toString(qulonglong(checkpoint.state.step));
    Run &branch = m_runs.add(std::move(run), tr("from step %1").arg(step));
    if (trainsOn)
        branch.post(RunCommand{});
    showRun(branch.id());
}

void TrainingSession::pollMomentProblem(Run &run)
{
    if (const auto error = run.takeMomentProblem())
        emit problem(tr("The time machine has to do without the disk and keeps fewer moments: %1")
                         .arg(QString::fromStdString(*error)));
}

} // namespace nabla::ui
