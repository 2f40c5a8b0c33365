// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer_thread.h"

#include "core/measure/evaluator.h"
#include "core/measure/probe.h"
#include "core/parallel/thread_priority.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace nabla::inline NABLA_PRECISION {

namespace {

using namespace std::chrono_literals;

constexpr auto rateWindow = 500ms;
constexpr auto statusInterval = 2ms; // while it trains flat out
constexpr auto probeInterval = 250ms;
constexpr auto evaluationInterval = 100ms;
constexpr auto measurementInterval = 20ms;
/// Looking closely at mini-batches takes about one part in so many of the time.
constexpr int measurementShare = 100;
/// The probe takes at most one part in so many of the time.
constexpr int probeShare = 20;
constexpr std::size_t mostWaitingResults = 256;
constexpr std::uint64_t noLimit = std::numeric_limits<std::uint64_t>::max();

template <class... Visitors>
struct Overloaded : Visitors...
{
    using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

double secondsBetween(CommandQueue::Clock::time_point from, CommandQueue::Clock::time_point to)
{
    return std::chrono::duration<double>(to - from).count();
}

} // namespace

TrainerThread::TrainerThread(const HyperParameters &config, std::shared_ptr<const Dataset> data,
                             double miniBatchesPerSecond, const Checkpoint *from,
                             const MomentLimits &limits)
    : m_trainer(config, data, from ? from->network.kernels() : bestKernels())
    , m_data(std::move(data))
    , m_telemetry(stepMetrics(m_trainer.layerCount()).size())
    , m_measurements(measuredMetrics(m_trainer.layerCount()).size())
    , m_moments(std::make_shared<MomentArchive>(limits))
    , m_pace(miniBatchesPerSecond)
{
    if (from)
        m_trainer.restore(from->network, from->state);
    m_now.step = m_trainer.step();
    m_now.stepsPerEpoch = m_trainer.stepsPerEpoch();
    m_now.totalSteps = m_trainer.totalSteps();
    m_now.epochs = config.epochs;
    m_snapshots.publish(copyNetwork());
    m_status.set(m_now);
    m_thread = std::thread([this] { run(); });
}

TrainerThread::~TrainerThread()
{
    post(StopCommand{});
    m_thread.join();
}

std::vector<EvaluationResult> TrainerThread::takeEvaluations()
{
    const std::lock_guard lock(m_resultMutex);
    return std::exchange(m_results, {});
}

std::vector<KnobMark> TrainerThread::takeMarks()
{
    const std::lock_guard lock(m_resultMutex);
    return std::exchange(m_marks, {});
}

std::vector<SavedCheckpoint> TrainerThread::takeSavedCheckpoints()
{
    const std::lock_guard lock(m_resultMutex);
    return std::exchange(m_savedCheckpoints, {});
}

RunHistory TrainerThread::emptyHistory() const
{
    return {m_trainer.layerCount(), m_trainer.stepsPerEpoch()};
}

void TrainerThread::run()
{
    lowerThreadPriority();
    try {
        setState(m_trainer.finished()    ? RunState::Finished
                 : m_trainer.step() == 0 ? RunState::Idle
                                         : RunState::Paused);
        submitEvaluation();
        keepMoment(MomentArchive::Kind::Lasting);
        while (!m_stop || m_checkpoint) {
            obeyCommands();
            saveCheckpointIfAsked();
            if (m_now.state == RunState::Running || m_checkpoint)
                work();
        }
    } catch (const std::exception &error) {
        m_now.message = error.what();
        m_now.state = RunState::Failed;
        m_status.set(m_now);
    }
}

void TrainerThread::obeyCommands()
{
    if (m_now.state != RunState::Running && !m_checkpoint) {
        // Copy and digest of a large network take a moment: no command has to wait for them.
        if (!m_now.hasDigest && m_commands.empty())
            describeRest();
        obey(m_commands.take());
        return;
    }
    while (const auto command = m_commands.tryTake())
        obey(*command);
}

void TrainerThread::obey(const Command &command)
{
    const auto runUntil = [this](std::uint64_t step) {
        const bool over = m_trainer.finished() || m_trainer.divergedLayer() != 0;
        if (over)
            return;
        m_runUntil = step;
        if (m_now.state != RunState::Running)
            setState(RunState::Running);
    };
    std::visit(
        Overloaded{
            [&](const RunCommand &) { runUntil(noLimit); },
            [&](const PauseCommand &) {
                if (m_now.state == RunState::Running)
                    setState(RunState::Paused);
            },
            [&](const StepMiniBatchesCommand &steps) { runUntil(m_trainer.step() + steps.count); },
            [&](const StepEpochCommand &) {
                runUntil((m_trainer.step() / m_trainer.stepsPerEpoch() + 1)
                         * m_trainer.stepsPerEpoch());
            },
            [&](const SetLearningRateCommand &set) {
                turn("learningRate", m_trainer.learningRate(), set.value);
                m_trainer.setLearningRate(set.value);
                renewMoment();
            },
            [&](const SetRegularizationParameterCommand &set) {
                turn("regularizationParameter", m_trainer.regularizationParameter(), set.value);
                m_trainer.setRegularizationParameter(set.value);
                renewMoment();
            },
            [&](const SetPaceCommand &pace) {
                m_pace = pace.miniBatchesPerSecond;
                m_nextStep = Clock::now();
            },
            [&](const SaveCheckpointCommand &save) { m_checkpoint = save; },
            [&](const StopCommand &) { m_stop = true; },
        },
        command);
}

void TrainerThread::saveCheckpointIfAsked()
{
    const bool isDiverged = m_trainer.divergedLayer() != 0;
    if (!m_checkpoint || (!isDiverged && !m_trainer.atMiniBatchBoundary()))
        return;
    SavedCheckpoint saved{m_checkpoint->file, {}};
    try {
        if (isDiverged)
            throw std::runtime_error("the run diverged, nothing can go on from here");
        saveCheckpoint(m_checkpoint->file, m_trainer.network(), m_trainer.state(),
                       m_checkpoint->metadata);
    } catch (const std::exception &error) {
        saved.error = error.what();
    }
    m_checkpoint.reset();
    const std::lock_guard lock(m_resultMutex);
    m_savedCheckpoints.push_back(std::move(saved));
}

void TrainerThread::keepMoment(MomentArchive::Kind kind)
{
    if (!m_trainer.atMiniBatchBoundary())
        return; // inside a large mini-batch, or where it broke
    m_moments->add(m_trainer.moment(), kind);
    if (kind == MomentArchive::Kind::Lasting)
        m_nextMoment = nextMomentAfter(m_trainer.step());
}

/// A run that goes on from this step goes on with the knob that was turned at it.
void TrainerThread::renewMoment()
{
    if (m_trainer.atMiniBatchBoundary() && m_moments->has(m_trainer.step()))
        m_moments->add(m_trainer.moment());
}

void TrainerThread::turn(const char *field, double before, double after)
{
    if (before == after)
        return;
    const std::lock_guard lock(m_resultMutex);
    m_marks.push_back({m_trainer.step(), field, before, after});
}

void TrainerThread::setState(RunState state)
{
    const auto now = Clock::now();
    if (m_now.state == RunState::Running)
        m_secondsBefore += secondsBetween(m_resumed, now);
    m_now.state = state;
    m_now.hasDigest = false;
    if (state == RunState::Running) {
        m_resumed = m_nextStep = m_rateSince = now;
        m_rateDigits = 0;
    }
    refreshStatus(now);
}

void TrainerThread::describeRest()
{
    const auto snapshot = copyNetwork();
    m_snapshots.publish(snapshot);
    if (!m_moments->has(m_trainer.step()))
        keepMoment(MomentArchive::Kind::UntilNextRest);
    const auto digest = snapshot->network.digestUnless([this] { return !m_commands.empty(); });
    if (!digest)
        return;
    m_now.digest = *digest;
    m_now.digestStep = m_trainer.step();
    m_now.hasDigest = true;
    m_status.set(m_now);
}

void TrainerThread::refreshStatus(Clock::time_point now)
{
    m_nextStatus = now + statusInterval;
    m_now.step = m_trainer.step();
    m_now.epoch = m_trainer.epoch();
    m_now.divergedLayer = m_trainer.divergedLayer();
    m_now.seconds = secondsUntil(now);
    m_status.set(m_now);
}

double TrainerThread::secondsUntil(Clock::time_point now) const
{
    return m_secondsBefore
           + (m_now.state == RunState::Running ? secondsBetween(m_resumed, now) : 0.0);
}

void TrainerThread::work()
{
    const Trainer::Outcome outcome = m_trainer.advance();
    if (outcome == Trainer::Outcome::Partial)
        return;
    if (outcome == Trainer::Outcome::Diverged) {
        setState(RunState::Diverged);
        return;
    }
    // One look at the clock a mini-batch: each takes as long as a few rows of the first layer.
    const auto now = Clock::now();
    m_rateDigits += static_cast<std::uint64_t>(m_trainer.report().examples);
    measureRate(now);
    m_now.hasDigest = false;
    record(now);
    recordMeasurement(now);
    evaluateIfDue(now);
    if (m_trainer.step() >= m_nextMoment && m_moments->hasRoom())
        keepMoment(MomentArchive::Kind::Lasting);
    if (m_trainer.finished())
        setState(RunState::Finished);
    else if (m_trainer.step() >= m_runUntil)
        setState(RunState::Paused);
    else if (now >= m_nextStatus || m_pace != flatOut || m_now.state != RunState::Running)
        refreshStatus(now); // also of a resting run that finished its mini-batch for a checkpoint
    restUntilNextStep();
    if (m_snapshots.wanted())
        m_snapshots.publish(copyNetwork());
}

void TrainerThread::measureRate(Clock::time_point now)
{
    if (now - m_rateSince < rateWindow)
        return;
    m_now.digitsPerSecond = static_cast<double>(m_rateDigits) / secondsBetween(m_rateSince, now);
    m_rateSince = now;
    m_rateDigits = 0;
}

void TrainerThread::record(Clock::time_point now)
{
    const StepReport &report = m_trainer.report();
    m_record.assign({report.cost, report.accuracy, secondsUntil(now)});
    m_record.insert(m_record.end(), report.learningSpeed.begin(), report.learningSpeed.end());
    m_telemetry.push(report.step, m_record);
}

/// From time to time the next mini-batch is looked at; how often depends on what the last look cost
/// beside an ordinary mini-batch.
void TrainerThread::recordMeasurement(Clock::time_point now)
{
    const Clock::duration took = now - std::exchange(m_stepEnd, now);
    const StepMeasurement &measurement = m_trainer.measurement();
    if (measurement.step == m_trainer.step() && measurement.step != 0) {
        m_measurements.push(measurement.step, measurement.values);
        const auto cost = std::max(took - m_stepTime, Clock::duration::zero());
        const bool isPaced = m_pace != flatOut; // what a step took is mostly rest
        m_nextMeasurement
            = now
              + std::max<Clock::duration>(measurementInterval, isPaced ? Clock::duration::zero()
                                                                       : measurementShare * cost);
    } else {
        m_stepTime = took;
    }
    if (now >= m_nextMeasurement)
        m_trainer.measureNextMiniBatch();
}

void TrainerThread::restUntilNextStep()
{
    if (m_pace == flatOut || m_now.state != RunState::Running)
        return;
    // Published before the rest, not after it: in slow motion every step is seen at once.
    if (m_snapshots.wanted())
        m_snapshots.publish(copyNetwork());
    const auto interval
        = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1.0 / m_pace));
    // No catching up after a stall: the pace is an upper bound.
    m_nextStep = std::max(m_nextStep + interval, Clock::now());
    while (m_now.state == RunState::Running && !m_stop) {
        const auto command = m_commands.takeUntil(m_nextStep);
        if (!command)
            return;
        obey(*command);
    }
}

void TrainerThread::evaluateIfDue(Clock::time_point now)
{
    // The end of the first epoch is what runs are compared at.
    const bool isOwed = m_trainer.finished() || m_trainer.step() == m_trainer.stepsPerEpoch();
    if (m_trainer.atEpochBoundary()
        && (isOwed || (now >= m_nextEvaluation && m_pool.pending() == 0))) {
        m_nextEvaluation = now + evaluationInterval;
        submitEvaluation();
    } else if (now >= m_nextProbe && m_pool.pending() == 0) {
        submitProbe(now);
    }
}

void TrainerThread::submitEvaluation()
{
    m_pool.submit([this, snapshot = copyNetwork(), penalty = m_trainer.regularization(),
                   digits = m_trainer.trainingDigits()](std::stop_token stop) {
        store(evaluateSnapshot(*snapshot, m_trainer.cost(), *m_data, digits, penalty, stop));
    });
}

void TrainerThread::submitProbe(Clock::time_point now)
{
    m_nextProbe = now + std::max<Clock::duration>(probeInterval, probeShare * m_probeTime.load());
    m_pool.submit([this, snapshot = copyNetwork()](std::stop_token stop) {
        const auto begin = Clock::now();
        store(probeSnapshot(*snapshot, m_trainer.cost(), *m_data, stop));
        m_probeTime = Clock::now() - begin;
    });
}

void TrainerThread::store(std::optional<EvaluationResult> result)
{
    if (!result)
        return;
    const std::lock_guard lock(m_resultMutex);
    if (m_results.size() >= mostWaitingResults)
        result->histograms.reset(); // of a reader that does not come: numbers are small, these not
    m_results.push_back(std::move(*result));
}

std::shared_ptr<const Snapshot> TrainerThread::copyNetwork() const
{
    return std::make_shared<const Snapshot>(Snapshot{m_trainer.network(), m_trainer.step()});
}

} // namespace nabla::inline NABLA_PRECISION
