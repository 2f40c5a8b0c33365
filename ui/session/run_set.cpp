// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_set.h"

#include "core/train/trainer_thread.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace nabla::ui {

namespace {

/// "A", "B", ...: short enough for a curve's end.
QString titleOf(int style, const QString &remark)
{
    const QString letter(QChar(u'A' + style));
    return remark.isEmpty() ? letter : letter + QStringLiteral(" · ") + remark;
}

auto hasId(std::uint64_t id)
{
    return [id](const auto &run) {
        return run->id() == id;
    };
}

} // namespace

RunSet::RunSet(QObject *parent)
    : QObject(parent)
    , m_pace(TrainerThread::flatOut)
{
}

RunSet::~RunSet() = default;

const Run *RunSet::find(std::uint64_t id) const
{
    const auto found = std::ranges::find_if(m_runs, hasId(id));
    return found == m_runs.end() ? nullptr : found->get();
}

const Run *RunSet::otherThanShown() const
{
    const auto found = std::ranges::find_if(
        m_runs, [this](const auto &run) { return run.get() != m_shown && !run->isRecord(); });
    return found == m_runs.end() ? nullptr : found->get();
}

RunState RunSet::state() const
{
    return m_shown ? m_shown->status().state : RunState::Idle;
}

bool RunSet::isAnyTraining() const
{
    return std::ranges::any_of(m_runs, [](const auto &run) { return run->isTraining(); });
}

bool RunSet::checkRoom()
{
    if (isFull())
        emit problem(tr("Four runs stand beside each other already. Remove one of them first."));
    return !isFull();
}

void RunSet::sayThatItCannotGoOn()
{
    emit problem(tr("This run cannot go on. Change the setup, then press Reset."));
}

std::unique_ptr<Run> RunSet::make(const ExperimentConfig &config,
                                  const std::shared_ptr<const Dataset> &data,
                                  const Checkpoint *from)
{
    try {
        auto run = std::make_unique<Run>(m_lastRunId + 1, config, data, m_pace, from);
        ++m_lastRunId;
        return run;
    } catch (const std::exception &error) {
        emit problem(tr("This setup cannot be run: %1").arg(QString::fromStdString(error.what())));
        return nullptr;
    }
}

std::unique_ptr<Run> RunSet::makeOf(RecordedRun record)
{
    return std::make_unique<Run>(++m_lastRunId, std::move(record));
}

void RunSet::add(std::unique_ptr<Run> run, const QString &remark)
{
    insert(std::move(run), remark);
    emit changed();
    emit moved();
}

void RunSet::addAndShow(std::unique_ptr<Run> run, const QString &remark)
{
    show(insert(std::move(run), remark).id());
}

Run &RunSet::insert(std::unique_ptr<Run> run, const QString &remark)
{
    assert(!isFull());
    // Ordered by style: the first gap is where it belongs.
    auto place = m_runs.begin();
    int style = 0;
    while (place != m_runs.end() && (*place)->style == style) {
        ++place;
        ++style;
    }
    run->style = style;
    run->title = titleOf(style, remark);
    Run &inserted = **m_runs.insert(place, std::move(run));
    describe();
    return inserted;
}

void RunSet::replaceShown(std::unique_ptr<Run> run)
{
    if (m_shown) {
        const auto place = std::ranges::find_if(m_runs, hasId(m_shown->id()));
        run->style = m_shown->style;
        run->title = titleOf(run->style, {});
        retire(std::exchange(*place, std::move(run)));
        m_shown = place->get();
        describe();
    } else {
        m_shown = &insert(std::move(run), {});
    }
    announceShown();
}

void RunSet::show(std::uint64_t id)
{
    const auto wanted = std::ranges::find_if(m_runs, hasId(id));
    assert(wanted != m_runs.end() && !(*wanted)->isRecord());
    m_shown = wanted->get();
    announceShown();
    emit moved();
}

void RunSet::remove(std::uint64_t id)
{
    const auto place = std::ranges::find_if(m_runs, hasId(id));
    assert(place != m_runs.end() && place->get() != m_shown);
    retire(std::move(*place));
    m_runs.erase(place);
    describe();
    emit changed();
    emit moved();
}

void RunSet::removeOthers()
{
    for (auto &run : m_runs) {
        if (run.get() != m_shown)
            retire(std::move(run));
    }
    std::erase(m_runs, nullptr);
    describe();
    emit changed();
    emit moved();
}

/// Its threads are joined and its files removed where nobody waits for it.
void RunSet::retire(std::unique_ptr<Run> run)
{
    m_ending.submit(
        [last = std::shared_ptr(std::move(run))](std::stop_token) mutable { last.reset(); });
}

void RunSet::describe()
{
    m_views.clear();
    if (m_runs.size() < 2)
        return;
    for (const auto &run : m_runs)
        m_views.push_back(run->view());
}

void RunSet::announceShown()
{
    m_wasTraining = isAnyTraining();
    emit shownChanged();
    emit changed();
    emit stateChanged(state());
}

void RunSet::post(const Command &command)
{
    for (const auto &run : m_runs)
        run->post(command);
}

void RunSet::train()
{
    if (std::ranges::all_of(m_runs, [](const auto &run) { return run->isOver(); })) {
        if (state() == RunState::Finished)
            emit problem(tr("This run is finished. Press Reset to start again."));
        else
            sayThatItCannotGoOn();
    }
    post(RunCommand{});
}

void RunSet::setPace(double miniBatchesPerSecond)
{
    m_pace = miniBatchesPerSecond;
    post(SetPaceCommand{m_pace});
}

bool RunSet::poll(bool wantsSnapshot)
{
    const RunState before = state();
    bool hasMoved = false;
    for (const auto &run : m_runs) {
        hasMoved = run->poll(wantsSnapshot && run.get() == m_shown) || hasMoved;
        tellOfFiles(*run);
    }
    const bool wasTraining = std::exchange(m_wasTraining, isAnyTraining());
    if (state() != before || m_wasTraining != wasTraining)
        emit stateChanged(state());
    return hasMoved;
}

/// What became of those that it was to write.
void RunSet::tellOfFiles(Run &run)
{
    for (const SavedCheckpoint &saved : run.takeSavedCheckpoints()) {
        if (saved.error.empty())
            emit runSaved(QString::fromStdString(saved.file.string()));
        else
            emit problem(
                tr("The run could not be saved: %1").arg(QString::fromStdString(saved.error)));
    }
    if (const auto error = run.takeMomentProblem())
        emit problem(tr("The time machine has to do without the disk and keeps fewer moments: %1")
                         .arg(QString::fromStdString(*error)));
}

} // namespace nabla::ui
