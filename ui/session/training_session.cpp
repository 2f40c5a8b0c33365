// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/training_session.h"

#include "core/experiments/field_table.h"
#include "core/experiments/model_metadata.h"
#include "core/experiments/presets.h"
#include "core/train/checkpoint.h"
#include "core/train/trainer_thread.h"
#include "ui/session/data_loader.h"
#include "ui/session/data_text.h"
#include "ui/session/my_digits.h"
#include "ui/session/prepared_teaching.h"

#include <nlohmann/json.hpp>

#include <algorithm>
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
    , m_setup(presets().front().config)
    , m_loader(std::move(loader))
    , m_myDigits(new MyDigits(this))
    , m_pace(TrainerThread::flatOut)
{
    m_timer.setInterval(pollMilliseconds);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &TrainingSession::poll);
    connect(m_myDigits, &MyDigits::problem, this, &TrainingSession::problem);
}

TrainingSession::~TrainingSession() = default;

const ExperimentConfig &TrainingSession::runConfig() const
{
    return m_runs.shown() ? m_runs.shown()->config() : m_setup;
}

RunState TrainingSession::state() const
{
    return m_runs.shown() ? m_runs.shown()->status().state : RunState::Idle;
}

bool TrainingSession::needsReset() const
{
    // New data take effect by themselves, as soon as they are loaded.
    return m_runs.shown() && std::ranges::any_of(fieldTable(), [this](const Field &field) {
               return !field.liveTunable && field.kind != FieldKind::Data
                      && field.get(m_setup) != field.get(runConfig());
           });
}

Frame TrainingSession::frame() const
{
    static const RunHistory noHistory;
    static const RunStatusData noStatus;
    const Run *run = m_runs.shown();
    if (!run)
        return {noHistory, nullptr, nullptr, noStatus, m_setup};
    Frame frame{run->history(), run->snapshot(), run->data(),       run->status(),
                run->config(),  run->id(),       run->evaluation(), m_runs.views()};
    frame.teaching = run->teaching;
    frame.moments = run->moments();
    if (const auto &then = m_time.shown()) {
        frame.snapshot = then;
        frame.moment = then->step;
    }
    return frame;
}

bool TrainingSession::isLoadingData() const
{
    return m_loader->isLoading();
}

void TrainingSession::changeSetup(const ExperimentConfig &setup)
{
    if (setup == m_setup)
        return;
    const bool isOtherData = setup.data != m_setup.data;
    if (isOtherData)
        m_resumed.reset();
    m_setup = setup;
    if (Run *run = m_runs.shown())
        run->turnKnobs(setup);
    emit setupChanged();
    if (!isOtherData || (!m_runs.shown() && !isLoadingData()))
        return;
    if (hasWantedData())
        dropLoading();
    else
        beginLoading();
}

void TrainingSession::startExperiment(const ExperimentConfig &setup)
{
    m_resumed.reset();
    begin(setup, isTraining());
}

void TrainingSession::resumeRun(const QString &file)
{
    auto checkpoint = std::make_shared<const Checkpoint>(loadCheckpoint(file.toStdString()));
    const ExperimentConfig setup = experimentOf(checkpoint->metadata);
    pause();
    m_resumed = std::move(checkpoint);
    begin(setup, false);
}

void TrainingSession::saveRun(const QString &file)
{
    Run *run = m_runs.shown();
    if (!run)
        emit problem(tr("There is no run to save yet: the digits are still being made."));
    else if (state() == RunState::Failed)
        emit problem(tr("This run cannot go on. Change the setup, then press Reset."));
    else
        run->post(SaveCheckpointCommand{file.toStdString(), modelMetadata(run->config())});
}

void TrainingSession::begin(const ExperimentConfig &setup, bool trainsOn)
{
    const ExperimentConfig before = std::exchange(m_setup, setup);
    emit setupChanged();
    restart();
    if (isLoadingData())
        m_setupBefore = m_runs.shown() ? std::optional(before) : std::nullopt;
    else if (trainsOn)
        train();
}

void TrainingSession::postToAll(const Command &command)
{
    for (const auto &run : m_runs.all())
        run->post(command);
}

void TrainingSession::train()
{
    if (!ensureRun()) {
        setTrainWhenReady(true);
        return;
    }
    const auto isOver = [](const auto &run) {
        return run->isOver();
    };
    if (std::ranges::all_of(m_runs.all(), isOver)) {
        if (state() == RunState::Finished)
            emit problem(tr("This run is finished. Press Reset to start again."));
        else
            emit problem(tr("This run cannot go on. Change the setup, then press Reset."));
    }
    postToAll(RunCommand{});
}

void TrainingSession::pause()
{
    setTrainWhenReady(false);
    postToAll(PauseCommand{});
}

void TrainingSession::toggleTraining()
{
    if (isTraining() || m_trainWhenReady)
        pause();
    else
        train();
}

void TrainingSession::stepMiniBatch()
{
    if (ensureRun())
        postToAll(StepMiniBatchesCommand{1});
}

void TrainingSession::stepEpoch()
{
    if (ensureRun())
        postToAll(StepEpochCommand{});
}

void TrainingSession::reset()
{
    m_resumed.reset();
    restart();
}

void TrainingSession::restart()
{
    m_timer.start();
    if (hasWantedData()) {
        dropLoading();
        if (startRun(m_runs.shown()->data()))
            emit frameReady(frame());
    } else if (m_loader->source() != m_setup.data) {
        beginLoading();
    }
}

void TrainingSession::setPace(double miniBatchesPerSecond)
{
    m_pace = miniBatchesPerSecond;
    postToAll(SetPaceCommand{m_pace});
}

void TrainingSession::setDoctorThresholds(const DoctorThresholds &thresholds)
{
    if (thresholds == m_doctorThresholds)
        return;
    m_doctorThresholds = thresholds;
    emit doctorThresholdsChanged();
}

void TrainingSession::cancelLoading()
{
    if (isLoadingData())
        loadingFailed(m_loader->source(), {});
}

bool TrainingSession::ensureRun()
{
    if (!m_runs.shown())
        restart();
    return m_runs.shown() != nullptr;
}

void TrainingSession::setTrainWhenReady(bool isWanted)
{
    if (m_trainWhenReady == isWanted)
        return;
    m_trainWhenReady = isWanted;
    emit stateChanged(state());
}

/// Those of the shown run.
bool TrainingSession::hasWantedData() const
{
    return m_runs.shown() && m_runs.shown()->data()->source == m_setup.data;
}

void TrainingSession::beginLoading()
{
    m_timer.start();
    m_setupBefore.reset();
    m_announcedFraction = 0.0;
    m_loader->start(m_setup.data);
    emit loadingProgress(loadingText(), 0.0);
}

/// The data of the run turned out to be the wanted ones.
void TrainingSession::dropLoading()
{
    m_setupBefore.reset();
    if (!isLoadingData())
        return;
    m_loader->cancel();
    emit loadingEnded();
}

QString TrainingSession::loadingText() const
{
    const std::string source = m_loader->source();
    return isGeneratedData(source) ? tr("Making %1").arg(dataTitle(source))
                                   : tr("Loading %1").arg(dataTitle(source));
}

std::unique_ptr<Run> TrainingSession::makeRun(const ExperimentConfig &config,
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

bool TrainingSession::startRun(const std::shared_ptr<const Dataset> &data)
{
    const auto from = std::exchange(m_resumed, nullptr);
    auto run = makeRun(from ? experimentOf(from->metadata) : m_setup, data, from.get());
    if (!run)
        return false;
    if (from) {
        m_setup = run->turned();
        emit setupChanged();
    }
    m_runs.replaceShown(std::move(run));
    announceShown();
    return true;
}

void TrainingSession::announceShown()
{
    m_wasTraining = isTraining();
    m_time.watch(m_runs.shown()->moments());
    emit momentChanged();
    emit runReset();
    emit runsChanged();
    emit stateChanged(state());
}

void TrainingSession::dataLoaded(std::shared_ptr<const Dataset> data)
{
    const bool goesOn = m_trainWhenReady || isTraining();
    const bool isStarted = startRun(data);
    m_setupBefore.reset();
    m_trainWhenReady = false;
    emit loadingEnded();
    if (!isStarted)
        return;
    emit dataChanged();
    if (goesOn)
        train();
    emit stateChanged(state());
    emit frameReady(frame());
}

/// An empty error: it was canceled.
void TrainingSession::loadingFailed(const std::string &source, const std::string &error)
{
    m_loader->cancel();
    m_resumed.reset();
    if (m_setupBefore)
        m_setup = *std::exchange(m_setupBefore, std::nullopt);
    else if (const Run *run = m_runs.shown())
        m_setup.data = run->data()->source;
    const std::string safeSource = presets().front().config.data;
    const bool fallsBack = !m_runs.shown() && source != safeSource && !error.empty();
    if (fallsBack)
        m_setup.data = safeSource;
    else
        m_trainWhenReady = false;
    emit loadingEnded();
    emit setupChanged();
    emit stateChanged(state());
    if (!error.empty())
        emit problem(
            tr("%1 cannot be used: %2").arg(dataTitle(source), QString::fromStdString(error)));
    if (fallsBack)
        beginLoading();
}

void TrainingSession::poll()
{
    pollLoader();
    if (!m_runs.shown())
        return;
    pollTeaching();
    const bool hasMoved = pollRuns();
    if (pollMoments() || hasMoved)
        emit frameReady(frame());
}

void TrainingSession::pollLoader()
{
    if (!isLoadingData())
        return;
    if (auto result = m_loader->take()) {
        if (result->data)
            dataLoaded(std::move(result->data));
        else
            loadingFailed(result->source, result->error);
        return;
    }
    const double fraction = m_loader->fraction();
    if (fraction == m_announcedFraction)
        return;
    m_announcedFraction = fraction;
    emit loadingProgress(loadingText(), fraction);
}

void TrainingSession::pollSaved(Run &run)
{
    for (const SavedCheckpoint &saved : run.takeSavedCheckpoints()) {
        if (saved.error.empty())
            emit runSaved(QString::fromStdString(saved.file.string()));
        else
            emit problem(
                tr("The run could not be saved: %1").arg(QString::fromStdString(saved.error)));
    }
}

/// Did anything move?
bool TrainingSession::pollRuns()
{
    const RunState before = state();
    bool hasMoved = false;
    for (const auto &run : m_runs.all()) {
        const bool isShown = run.get() == m_runs.shown();
        hasMoved = run->poll(m_isWatched && isShown && !moment()) || hasMoved;
        pollSaved(*run);
        pollMomentProblem(*run);
    }
    const bool wasTraining = std::exchange(m_wasTraining, isTraining());
    if (state() != before || isTraining() != wasTraining)
        emit stateChanged(state());
    return hasMoved;
}

} // namespace nabla::ui
