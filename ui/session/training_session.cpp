// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/training_session.h"

#include "ui/session/comparison.h"
#include "ui/session/doctor_settings.h"
#include "ui/session/next_run.h"
#include "ui/session/run_keeper.h"
#include "ui/session/run_set.h"
#include "ui/session/sources/data_loader.h"
#include "ui/session/sources/my_digits.h"
#include "ui/session/teacher.h"
#include "ui/session/time_machine.h"

#include <utility>

namespace nabla::ui {

namespace {

constexpr int pollMilliseconds = 33;

} // namespace

TrainingSession::TrainingSession(QObject *parent)
    : TrainingSession(std::make_unique<DataLoader>(), parent)
{
}

TrainingSession::TrainingSession(std::unique_ptr<DataLoader> loader, QObject *parent)
    : QObject(parent)
    , m_runs(new RunSet(this))
    , m_nextRun(new NextRun(*m_runs, std::move(loader), this))
    , m_timeMachine(new TimeMachine(*m_runs, this))
    , m_comparison(new Comparison(*m_runs, *m_nextRun, this))
    , m_keeper(new RunKeeper(*m_runs, *m_nextRun, this))
    , m_myDigits(new MyDigits(this))
    , m_teacher(new Teacher(*m_runs, *m_timeMachine, *m_myDigits, this))
    , m_doctorSettings(new DoctorSettings(this))
{
    connectParts();
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.start(pollMilliseconds);
}

void TrainingSession::connectParts()
{
    connect(&m_timer, &QTimer::timeout, this, &TrainingSession::poll);
    connect(m_runs, &RunSet::moved, this, &TrainingSession::handOut);
    connect(m_nextRun, &NextRun::moved, this, &TrainingSession::handOut);
    connect(m_timeMachine, &TimeMachine::moved, this, &TrainingSession::handOut);
    connect(m_runs, &RunSet::problem, this, &TrainingSession::problem);
    connect(m_nextRun, &NextRun::problem, this, &TrainingSession::problem);
    connect(m_timeMachine, &TimeMachine::problem, this, &TrainingSession::problem);
    connect(m_comparison, &Comparison::problem, this, &TrainingSession::problem);
    connect(m_keeper, &RunKeeper::problem, this, &TrainingSession::problem);
    connect(m_myDigits, &MyDigits::problem, this, &TrainingSession::problem);
    connect(m_teacher, &Teacher::problem, this, &TrainingSession::problem);
}

Frame TrainingSession::frame() const
{
    static const RunHistory noHistory;
    static const RunStatusData noStatus;
    const Run *run = std::as_const(*m_runs).shown();
    if (!run)
        return {noHistory, nullptr, nullptr, noStatus, m_nextRun->setup()};
    Frame frame{run->history(), run->snapshot(), run->data(),       run->status(),
                run->config(),  run->id(),       run->evaluation(), m_runs->views()};
    frame.teaching = run->teaching;
    frame.moments = run->moments();
    if (const auto &then = m_timeMachine->shown()) {
        frame.snapshot = then;
        frame.moment = then->step;
    }
    return frame;
}

void TrainingSession::handOut()
{
    emit frameReady(frame());
}

void TrainingSession::train()
{
    if (m_nextRun->ensureRun())
        m_runs->train();
    else
        m_nextRun->setWaitingToTrain(true);
}

void TrainingSession::pause()
{
    m_nextRun->setWaitingToTrain(false);
    m_runs->post(PauseCommand{});
}

void TrainingSession::toggleTraining()
{
    if (m_runs->isAnyTraining() || m_nextRun->isWaitingToTrain())
        pause();
    else
        train();
}

void TrainingSession::stepMiniBatch()
{
    if (m_nextRun->ensureRun())
        m_runs->post(StepMiniBatchesCommand{1});
}

void TrainingSession::stepEpoch()
{
    if (m_nextRun->ensureRun())
        m_runs->post(StepEpochCommand{});
}

void TrainingSession::setPace(double miniBatchesPerSecond)
{
    m_runs->setPace(miniBatchesPerSecond);
}

void TrainingSession::poll()
{
    m_nextRun->poll();
    if (!m_runs->shown())
        return;
    m_teacher->poll();
    const bool wantsSnapshot = m_isWatched && !m_timeMachine->moment();
    const bool hasMoved = m_runs->poll(wantsSnapshot);
    if (m_timeMachine->poll() || hasMoved)
        handOut();
}

} // namespace nabla::ui
