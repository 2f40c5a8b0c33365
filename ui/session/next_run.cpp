// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/next_run.h"

#include "core/experiments/field_table.h"
#include "core/experiments/model_metadata.h"
#include "core/experiments/presets.h"
#include "core/train/checkpoint.h"
#include "ui/session/run_set.h"
#include "ui/session/sources/data_loader.h"
#include "ui/session/sources/data_text.h"

#include <algorithm>
#include <utility>

namespace nabla::ui {

NextRun::NextRun(RunSet &runs, std::unique_ptr<DataLoader> loader, QObject *parent)
    : QObject(parent)
    , m_runs(runs)
    , m_loader(std::move(loader))
    , m_setup(presets().front().config)
{
    connect(&m_runs, &RunSet::shownChanged, this, &NextRun::followShown);
}

NextRun::~NextRun() = default;

bool NextRun::needsReset() const
{
    // New data take effect by themselves, as soon as they are loaded.
    return m_runs.shown() && std::ranges::any_of(fieldTable(), [this](const Field &field) {
               return !field.liveTunable && field.kind != FieldKind::Data
                      && !isSame(field, m_setup, m_runs.shown()->config());
           });
}

bool NextRun::isLoading() const
{
    return m_loader->isLoading();
}

void NextRun::setWaitingToTrain(bool isWaiting)
{
    if (m_isWaitingToTrain == isWaiting)
        return;
    m_isWaitingToTrain = isWaiting;
    emit waitingChanged();
}

bool NextRun::ensureRun()
{
    if (!m_runs.shown())
        restart();
    return m_runs.shown() != nullptr;
}

void NextRun::changeSetup(const ExperimentConfig &setup)
{
    if (setup == m_setup)
        return;
    const bool isOtherData = setup.data != m_setup.data;
    if (isOtherData)
        m_from.reset();
    m_setup = setup;
    if (Run *run = m_runs.shown())
        run->turnKnobs(setup);
    emit setupChanged();
    if (!isOtherData || (!m_runs.shown() && !isLoading()))
        return;
    if (hasWantedData())
        dropLoading();
    else
        beginLoading();
}

void NextRun::startExperiment(const ExperimentConfig &setup)
{
    m_from.reset();
    begin(setup, m_runs.isAnyTraining());
}

void NextRun::goOnFrom(std::shared_ptr<const Checkpoint> checkpoint)
{
    const ExperimentConfig setup = experimentOf(checkpoint->metadata);
    setWaitingToTrain(false);
    m_runs.post(PauseCommand{});
    m_from = std::move(checkpoint);
    begin(setup, false);
}

void NextRun::start()
{
    m_from.reset();
    restart();
}

void NextRun::begin(const ExperimentConfig &setup, bool trainsOn)
{
    const ExperimentConfig before = std::exchange(m_setup, setup);
    emit setupChanged();
    restart();
    if (isLoading())
        m_setupBefore = m_runs.shown() ? std::optional(before) : std::nullopt;
    else if (trainsOn)
        m_runs.train();
}

void NextRun::restart()
{
    if (hasWantedData()) {
        dropLoading();
        if (startRun(m_runs.shown()->data()))
            emit moved();
    } else if (m_loader->source() != m_setup.data) {
        beginLoading();
    }
}

/// The knobs of a run that is shown may stand elsewhere than those of the form.
void NextRun::followShown()
{
    if (m_runs.shown()->turned() == m_setup)
        return;
    m_setup = m_runs.shown()->turned();
    emit setupChanged();
}

/// Those of the shown run.
bool NextRun::hasWantedData() const
{
    return m_runs.shown() && m_runs.shown()->data()->source == m_setup.data;
}

void NextRun::beginLoading()
{
    m_setupBefore.reset();
    m_announcedFraction = 0.0;
    m_loader->start(m_setup.data);
    emit loadingProgress(loadingText(), 0.0);
}

/// The data of the run turned out to be the wanted ones.
void NextRun::dropLoading()
{
    m_setupBefore.reset();
    if (!isLoading())
        return;
    m_loader->cancel();
    emit loadingEnded();
}

void NextRun::cancelLoading()
{
    if (isLoading())
        loadingFailed(m_loader->source(), {});
}

QString NextRun::loadingText() const
{
    const std::string source = m_loader->source();
    return isGeneratedData(source) ? tr("Making %1").arg(dataTitle(source))
                                   : tr("Loading %1").arg(dataTitle(source));
}

bool NextRun::startRun(const std::shared_ptr<const Dataset> &data)
{
    const auto from = std::exchange(m_from, nullptr);
    auto run = m_runs.make(from ? experimentOf(from->metadata) : m_setup, data, from.get());
    if (!run)
        return false;
    m_runs.replaceShown(std::move(run));
    return true;
}

void NextRun::dataLoaded(const std::shared_ptr<const Dataset> &data)
{
    const bool goesOn = m_isWaitingToTrain || m_runs.isAnyTraining();
    const bool isStarted = startRun(data);
    m_setupBefore.reset();
    m_isWaitingToTrain = false;
    emit loadingEnded();
    if (!isStarted)
        return;
    if (goesOn)
        m_runs.train();
    emit waitingChanged();
    emit moved();
}

/// An empty error: it was canceled.
void NextRun::loadingFailed(const std::string &source, const std::string &error)
{
    m_loader->cancel();
    m_from.reset();
    if (m_setupBefore)
        m_setup = *std::exchange(m_setupBefore, std::nullopt);
    else if (const Run *run = m_runs.shown())
        m_setup.data = run->data()->source;
    const std::string safeSource = presets().front().config.data;
    const bool fallsBack = !m_runs.shown() && source != safeSource && !error.empty();
    if (fallsBack)
        m_setup.data = safeSource;
    else
        m_isWaitingToTrain = false;
    emit loadingEnded();
    emit setupChanged();
    emit waitingChanged();
    if (!error.empty())
        emit problem(
            tr("%1 cannot be used: %2").arg(dataTitle(source), QString::fromStdString(error)));
    if (fallsBack)
        beginLoading();
}

void NextRun::poll()
{
    if (!isLoading())
        return;
    if (auto result = m_loader->take()) {
        if (result->data)
            dataLoaded(result->data);
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

} // namespace nabla::ui
