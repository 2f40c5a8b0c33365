// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/headless_run.h"

#include "core/experiments/model_metadata.h"
#include "core/measure/evaluator.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace nabla {

namespace {

constexpr const char *epochsKey = "epochs"; ///< of a checkpoint's metadata

} // namespace

HeadlessRun::HeadlessRun(const ExperimentConfig &config, std::shared_ptr<const Dataset> data,
                         const Kernels &kernels)
    : m_config(config)
    , m_data(std::move(data))
    , m_trainer(config, m_data, kernels)
{
}

void HeadlessRun::restore(const Checkpoint &checkpoint)
{
    m_trainer.restore(checkpoint.network, checkpoint.state);
    m_firstStep = m_trainer.step();
    const auto found = checkpoint.metadata.find(epochsKey);
    // The window's checkpoints have none: its history is of another kind.
    const auto epochs = found == checkpoint.metadata.end()
                            ? nlohmann::json::array()
                            : nlohmann::json::parse(found->second, nullptr, false);
    if (!epochs.is_array())
        throw std::invalid_argument("the checkpoint's record of its epochs is no list");
    for (const auto &epoch : epochs)
        m_epochs.push_back(epochRecordFromJson(epoch));
    if (m_history)
        recordEpochs();
}

/// What a checkpoint tells of the epochs before it.
void HeadlessRun::recordEpochs()
{
    for (const EpochRecord &record : m_epochs) {
        const auto step = static_cast<std::uint64_t>(record.epoch) * m_trainer.stepsPerEpoch();
        for (const auto &[id, value] : measuredIn(record)) {
            if (std::isfinite(value)) // NaN: it may not have been measured
                m_history->append(id, step, value);
        }
    }
}

void HeadlessRun::keepHistory()
{
    m_history.emplace(m_trainer.layerCount(), m_trainer.stepsPerEpoch());
}

void HeadlessRun::keepCheckpoints(const std::filesystem::path &file, double secondsBetween)
{
    m_checkpointFile = file;
    m_checkpointInterval = std::chrono::duration_cast<Clock::duration>(
        std::chrono::duration<double>(secondsBetween));
}

void HeadlessRun::run(ProgressLine &progress,
                      const std::function<void(const EpochRecord &)> &finished)
{
    m_finished = finished;
    for (const EpochRecord &record : m_epochs)
        finished(record);
    if (m_epochs.empty() && m_trainer.step() == 0)
        evaluate(0.0);
    while (!m_trainer.finished() && m_trainer.divergedLayer() == 0 && !interrupted()) {
        const double rate = trainEpoch(progress);
        if (m_trainer.atEpochBoundary() && m_trainer.divergedLayer() == 0)
            evaluate(rate);
        if (checkpointIsDue() && m_trainer.divergedLayer() == 0)
            writeCheckpoint();
        while (m_pending.size() > maxPending || (!m_pending.empty() && isReady(m_pending.front())))
            collect();
    }
    collectAll();
    if (m_trainer.divergedLayer() == 0)
        writeCheckpoint();
}

bool HeadlessRun::isReady(const Pending &pending)
{
    return pending.evaluation.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

double HeadlessRun::trainEpoch(ProgressLine &progress)
{
    const auto begin = Clock::now();
    std::uint64_t digits = 0;
    do {
        if (m_trainer.stepMiniBatch() == Trainer::Outcome::Diverged)
            break;
        digits += static_cast<std::uint64_t>(m_trainer.report().examples);
        if (m_history)
            recordStep();
        report(progress);
        // At an epoch's end its evaluation comes first: the checkpoint holds its record.
        if (checkpointIsDue() && !m_trainer.atEpochBoundary())
            writeCheckpoint();
    } while (!m_trainer.atEpochBoundary() && !interrupted());
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    return seconds > 0.0 ? static_cast<double>(digits) / seconds : 0.0;
}

void HeadlessRun::recordStep()
{
    const StepReport &report = m_trainer.report();
    m_history->append({Metric::MiniBatchCost}, report.step, report.cost);
    m_history->append({Metric::MiniBatchAccuracy}, report.step, report.accuracy);
    m_history->append({Metric::Seconds}, report.step, secondsSoFar());
    for (std::size_t i = 0; i < report.learningSpeed.size(); ++i)
        m_history->append({Metric::LearningSpeed, static_cast<int>(i) + 1}, report.step,
                          report.learningSpeed[i]);
}

double HeadlessRun::secondsSoFar() const
{
    return std::chrono::duration<double>(Clock::now() - m_begin).count();
}

void HeadlessRun::report(ProgressLine &progress) const
{
    constexpr std::uint64_t stepsBetweenLooks = 64;
    if (m_trainer.step() % stepsBetweenLooks != 0 && !m_trainer.atEpochBoundary())
        return;
    const auto total = static_cast<double>(m_trainer.totalSteps());
    const double share = static_cast<double>(m_trainer.step()) / total;
    const double done = static_cast<double>(m_trainer.step() - m_firstStep) / total;
    char text[120];
    std::snprintf(text, sizeof text, "epoch %d of %d  %3.0f %%  cost %.4f  %s",
                  std::min(m_trainer.epoch() + 1, m_config.epochs), m_config.epochs, 100.0 * share,
                  m_trainer.report().cost, timeLeft(secondsSoFar() / done * (1.0 - share)).c_str());
    progress.show(text);
}

void HeadlessRun::evaluate(double digitsPerSecond)
{
    auto promise = std::make_shared<std::promise<EvaluationResult>>();
    EpochRecord record;
    record.epoch = m_trainer.epoch();
    record.learningRate = m_trainer.scheduledLearningRate();
    record.digitsPerSecond = digitsPerSecond;
    m_pending.push_back({record, promise->get_future()});
    auto snapshot
        = std::make_shared<const Snapshot>(Snapshot{m_trainer.network(), m_trainer.step()});
    m_pool.submit([this, promise, snapshot](std::stop_token) {
        promise->set_value(*evaluateSnapshot(*snapshot, m_trainer.cost(), *m_data,
                                             m_trainer.trainingDigits(),
                                             m_trainer.regularization()));
    });
}

void HeadlessRun::collect()
{
    EpochRecord record = std::move(m_pending.front().record);
    const EvaluationResult evaluation = m_pending.front().evaluation.get();
    m_pending.pop_front();
    fill(record, evaluation, hiddenLayers());
    if (m_history) {
        for (const auto &[id, value] : evaluation.values)
            m_history->append(id, evaluation.step, value);
        m_confusion = evaluation.confusion;
    }
    m_epochs.push_back(record);
    m_finished(record);
}

void HeadlessRun::collectAll()
{
    while (!m_pending.empty())
        collect();
}

RecordedRun HeadlessRun::record() const
{
    RecordedRun run{
        m_config,
        {m_data->title, m_data->training.size(), m_data->validation.size(), m_data->test.size()},
        NABLA_VERSION,
        m_trainer.kernels().id,
        {},
        m_history.value(),
        m_confusion};
    RunStatusData &status = run.status;
    status.state = m_trainer.divergedLayer() != 0 ? RunState::Diverged
                   : m_trainer.finished()         ? RunState::Finished
                   : m_trainer.step() > 0         ? RunState::Paused
                                                  : RunState::Idle;
    status.step = status.digestStep = m_trainer.step();
    status.stepsPerEpoch = m_trainer.stepsPerEpoch();
    status.totalSteps = m_trainer.totalSteps();
    status.epoch = m_trainer.epoch();
    status.epochs = m_config.epochs;
    status.seconds = secondsSoFar();
    status.digitsPerSecond = m_epochs.empty() ? 0.0 : m_epochs.back().digitsPerSecond;
    status.digest = m_trainer.network().digest();
    status.hasDigest = true;
    status.divergedLayer = m_trainer.divergedLayer();
    return run;
}

bool HeadlessRun::checkpointIsDue() const
{
    return !m_checkpointFile.empty() && Clock::now() - m_lastCheckpoint >= m_checkpointInterval;
}

void HeadlessRun::writeCheckpoint()
{
    if (m_checkpointFile.empty())
        return;
    collectAll();
    nlohmann::json epochs = nlohmann::json::array();
    for (const EpochRecord &record : m_epochs)
        epochs.push_back(toJson(record));
    auto metadata = modelMetadata(m_config);
    metadata[epochsKey] = epochs.dump();
    saveCheckpoint(m_checkpointFile, m_trainer.network(), m_trainer.state(), metadata);
    m_lastCheckpoint = Clock::now();
}

} // namespace nabla
