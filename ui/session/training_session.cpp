// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/training_session.h"

#include "core/experiments/field_table.h"
#include "core/experiments/model_metadata.h"
#include "core/experiments/presets.h"
#include "core/train/trainer_thread.h"
#include "ui/session/data_loader.h"
#include "ui/session/data_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace nabla::ui {

namespace {

constexpr int pollMilliseconds = 33;

bool isOver(RunState state)
{
    return state == RunState::Finished || state == RunState::Diverged || state == RunState::Failed;
}

} // namespace

TrainingSession::TrainingSession(QObject *parent)
    : TrainingSession(std::make_unique<DataLoader>(), parent)
{
}

TrainingSession::TrainingSession(std::unique_ptr<DataLoader> loader, QObject *parent)
    : QObject(parent)
    , m_setup(presets().front().config)
    , m_runConfig(m_setup)
    , m_turned(m_setup)
    , m_loader(std::move(loader))
    , m_pace(TrainerThread::flatOut)
{
    m_timer.setInterval(pollMilliseconds);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &TrainingSession::poll);
}

TrainingSession::~TrainingSession() = default;

bool TrainingSession::needsReset() const
{
    // New data take effect by themselves, as soon as they are loaded.
    return m_trainer && std::ranges::any_of(fieldTable(), [this](const Field &field) {
               return !field.liveTunable && field.kind != FieldKind::Data
                      && field.get(m_setup) != field.get(m_runConfig);
           });
}

Frame TrainingSession::frame() const
{
    return {m_history, m_snapshot, m_data, m_status, m_runConfig, m_runId, m_evaluation};
}

bool TrainingSession::isTraining() const
{
    return m_status.state == RunState::Running;
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
    turnKnobs();
    emit setupChanged();
    if (!isOtherData || (!m_trainer && !isLoadingData()))
        return;
    if (m_data && m_data->source == m_setup.data)
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
    if (!m_trainer)
        emit problem(tr("There is no run to save yet: the digits are still being made."));
    else if (m_status.state == RunState::Failed)
        emit problem(tr("This run cannot go on. Change the setup, then press Reset."));
    else
        m_trainer->post(SaveCheckpointCommand{file.toStdString(), modelMetadata(m_runConfig)});
}

void TrainingSession::begin(const ExperimentConfig &setup, bool trainsOn)
{
    const ExperimentConfig before = std::exchange(m_setup, setup);
    emit setupChanged();
    restart();
    if (isLoadingData())
        m_setupBefore = m_trainer ? std::optional(before) : std::nullopt;
    else if (trainsOn)
        train();
}

void TrainingSession::turnKnobs()
{
    if (!m_trainer)
        return;
    if (m_setup.learningRate != m_turned.learningRate)
        m_trainer->post(SetLearningRateCommand{m_setup.learningRate});
    if (m_setup.regularizationParameter != m_turned.regularizationParameter)
        m_trainer->post(SetRegularizationParameterCommand{m_setup.regularizationParameter});
    m_turned.learningRate = m_setup.learningRate;
    m_turned.regularizationParameter = m_setup.regularizationParameter;
}

void TrainingSession::train()
{
    if (!ensureRun()) {
        setTrainWhenReady(true);
        return;
    }
    if (m_status.state == RunState::Finished)
        emit problem(tr("This run is finished. Press Reset to start again."));
    else if (isOver(m_status.state))
        emit problem(tr("This run cannot go on. Change the setup, then press Reset."));
    m_trainer->post(RunCommand{});
}

void TrainingSession::pause()
{
    setTrainWhenReady(false);
    if (m_trainer)
        m_trainer->post(PauseCommand{});
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
        m_trainer->post(StepMiniBatchesCommand{1});
}

void TrainingSession::stepEpoch()
{
    if (ensureRun())
        m_trainer->post(StepEpochCommand{});
}

void TrainingSession::reset()
{
    m_resumed.reset();
    restart();
}

void TrainingSession::restart()
{
    m_timer.start();
    if (m_data && m_data->source == m_setup.data) {
        dropLoading();
        if (startRun(m_data))
            emit frameReady(frame());
    } else if (m_loader->source() != m_setup.data) {
        beginLoading();
    }
}

void TrainingSession::setPace(double miniBatchesPerSecond)
{
    m_pace = miniBatchesPerSecond;
    if (m_trainer)
        m_trainer->post(SetPaceCommand{m_pace});
}

void TrainingSession::cancelLoading()
{
    if (isLoadingData())
        loadingFailed(m_loader->source(), {});
}

bool TrainingSession::ensureRun()
{
    if (!m_trainer)
        restart();
    return m_trainer != nullptr;
}

void TrainingSession::setTrainWhenReady(bool isWanted)
{
    if (m_trainWhenReady == isWanted)
        return;
    m_trainWhenReady = isWanted;
    emit stateChanged(m_status.state);
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

bool TrainingSession::startRun(const std::shared_ptr<const Dataset> &data)
{
    const auto from = std::exchange(m_resumed, nullptr);
    try {
        const ExperimentConfig config = from ? experimentOf(from->metadata) : m_setup;
        auto trainer = std::make_unique<TrainerThread>(config, data, m_pace, from.get());
        m_runConfig = m_turned = config;
        m_trainer = std::move(trainer);
    } catch (const std::exception &error) {
        emit problem(tr("This setup cannot be run: %1").arg(QString::fromStdString(error.what())));
        return false;
    }
    m_data = data;
    if (from) {
        m_turned.learningRate = from->state.learningRate;
        m_turned.regularizationParameter = from->state.regularizationParameter;
        m_setup = m_turned;
        emit setupChanged();
    }
    m_history = m_trainer->emptyHistory();
    m_status = m_trainer->status();
    m_snapshot = m_trainer->snapshots().latest();
    m_evaluation.reset();
    ++m_runId;
    emit runReset();
    emit stateChanged(m_status.state);
    return true;
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
    emit stateChanged(m_status.state);
    emit frameReady(frame());
}

/// An empty error: it was canceled.
void TrainingSession::loadingFailed(const std::string &source, const std::string &error)
{
    m_loader->cancel();
    m_resumed.reset();
    if (m_setupBefore)
        m_setup = *std::exchange(m_setupBefore, std::nullopt);
    else if (m_data)
        m_setup.data = m_data->source;
    const std::string safeSource = presets().front().config.data;
    const bool fallsBack = !m_data && source != safeSource && !error.empty();
    if (fallsBack)
        m_setup.data = safeSource;
    else
        m_trainWhenReady = false;
    emit loadingEnded();
    emit setupChanged();
    emit stateChanged(m_status.state);
    if (!error.empty())
        emit problem(
            tr("%1 cannot be used: %2").arg(dataTitle(source), QString::fromStdString(error)));
    if (fallsBack)
        beginLoading();
}

void TrainingSession::poll()
{
    pollLoader();
    if (!m_trainer)
        return;
    pollSaved();
    if (pollRun())
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

void TrainingSession::pollSaved()
{
    for (const SavedCheckpoint &saved : m_trainer->takeSavedCheckpoints()) {
        if (saved.error.empty())
            emit runSaved(QString::fromStdString(saved.file.string()));
        else
            emit problem(
                tr("The run could not be saved: %1").arg(QString::fromStdString(saved.error)));
    }
}

/// Did anything move?
bool TrainingSession::pollRun()
{
    if (m_isWatched && isTraining())
        m_trainer->snapshots().request();
    const RunStatusData status = m_trainer->status();
    m_trainer->telemetry().drain(m_drained);
    const auto evaluations = m_trainer->takeEvaluations();
    auto marks = m_trainer->takeMarks();
    auto snapshot = m_trainer->snapshots().latest();
    const bool hasMoved
        = status != m_status || !evaluations.empty() || !marks.empty() || snapshot != m_snapshot;
    const bool isOtherState = status.state != m_status.state;
    m_history.absorb(m_drained);
    m_trainer->measurements().drain(m_drainedMeasurements);
    m_history.absorbMeasured(m_drainedMeasurements);
    for (const EvaluationResult &evaluation : evaluations) {
        for (const auto &[id, value] : evaluation.values)
            m_history.append(id, evaluation.step, value);
        if (evaluation.histograms)
            m_history.append(evaluation.step, evaluation.histograms);
        if (evaluation.confusion)
            m_evaluation = std::make_shared<const EvaluationResult>(evaluation);
    }
    for (KnobMark &mark : marks)
        m_history.mark(std::move(mark));
    m_status = status;
    m_snapshot = std::move(snapshot);
    if (isOtherState)
        emit stateChanged(m_status.state);
    return hasMoved;
}

} // namespace nabla::ui
