// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run.h"

#include "core/train/trainer_thread.h"

#include <utility>

namespace nabla::ui {

Run::Run(std::uint64_t id, const ExperimentConfig &config, std::shared_ptr<const Dataset> data,
         double pace, const Checkpoint *from)
    : m_id(id)
    , m_config(config)
    , m_turned(config)
    , m_data(std::move(data))
    , m_trainer(std::make_unique<TrainerThread>(config, m_data, pace, from))
    , m_history(m_trainer->emptyHistory())
    , m_status(m_trainer->status())
    , m_snapshot(m_trainer->snapshots().latest())
{
    if (!from)
        return;
    m_turned.learningRate = from->state.learningRate;
    m_turned.regularizationParameter = from->state.regularizationParameter;
}

Run::Run(std::uint64_t id, RecordedRun record)
    : m_id(id)
    , m_config(record.experiment)
    , m_turned(std::move(record.experiment))
    , m_history(std::move(record.history))
    , m_status(std::move(record.status))
{
    for (const KnobMark &mark : m_history.marks()) {
        if (mark.field == "learningRate")
            m_turned.learningRate = mark.after;
        else if (mark.field == "regularizationParameter")
            m_turned.regularizationParameter = mark.after;
    }
}

Run::~Run() = default;

RecordedRun Run::record() const
{
    RecordedRun record{.experiment = m_config,
                       .data = {},
                       .program = NABLA_VERSION,
                       .kernels = {},
                       .status = m_status,
                       .history = m_history.withoutHistograms(),
                       .confusion = nullptr};
    if (m_status.state == RunState::Running)
        record.status.state = RunState::Paused;
    if (m_data)
        record.data = {m_data->title, m_data->training.size(), m_data->validation.size(),
                       m_data->test.size()};
    if (m_snapshot)
        record.kernels = m_snapshot->network.kernels().id;
    if (m_evaluation)
        record.confusion = m_evaluation->confusion;
    return record;
}

bool Run::isOver() const
{
    return isRecord() || m_status.state == RunState::Finished
           || m_status.state == RunState::Diverged || m_status.state == RunState::Failed;
}

void Run::post(Command command)
{
    if (m_trainer)
        m_trainer->post(std::move(command));
}

void Run::turnKnobs(const ExperimentConfig &setup)
{
    if (setup.learningRate != m_turned.learningRate)
        post(SetLearningRateCommand{setup.learningRate});
    if (setup.regularizationParameter != m_turned.regularizationParameter)
        post(SetRegularizationParameterCommand{setup.regularizationParameter});
    m_turned.learningRate = setup.learningRate;
    m_turned.regularizationParameter = setup.regularizationParameter;
}

bool Run::poll(bool wantsSnapshot)
{
    if (!m_trainer)
        return false;
    if (wantsSnapshot && isTraining())
        m_trainer->snapshots().request();
    const RunStatusData status = m_trainer->status();
    m_trainer->telemetry().drain(m_drained);
    m_trainer->measurements().drain(m_drainedMeasurements);
    const auto evaluations = m_trainer->takeEvaluations();
    auto marks = m_trainer->takeMarks();
    auto snapshot = m_trainer->snapshots().latest();
    const bool hasMoved
        = status != m_status || !evaluations.empty() || !marks.empty() || snapshot != m_snapshot;
    m_history.absorb(m_drained);
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
    return hasMoved;
}

std::vector<SavedCheckpoint> Run::takeSavedCheckpoints()
{
    return m_trainer ? m_trainer->takeSavedCheckpoints() : std::vector<SavedCheckpoint>();
}

const std::shared_ptr<MomentArchive> &Run::moments() const
{
    return m_trainer->moments();
}

std::optional<std::string> Run::takeMomentProblem()
{
    return m_trainer ? moments()->takeProblem() : std::nullopt;
}

RunView Run::view() const
{
    return {m_id, style, title, &m_history, &m_status, &m_turned};
}

} // namespace nabla::ui
