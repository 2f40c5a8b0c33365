// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TrainingSession that teaches a run a person's own digits.
#include "core/train/checkpoint.h"
#include "ui/session/my_digits.h"
#include "ui/session/prepared_teaching.h"

#include <algorithm>
#include <utility>

namespace nabla::ui {

namespace {

constexpr int fewestEpochs = 3; ///< that a taught run still has before it

/// The data of the shown run may hold own digits already, of then: they are loaded anew without.
DataLoader::LoadFunction mixing(const std::shared_ptr<const Dataset> &base, const OwnDigits &taught)
{
    return [base, taught](const std::string &source, const ProgressFunction &progress) {
        const auto plain = base->source == sourceWithoutOwnDigits(source)
                               ? base
                               : loadData(sourceWithoutOwnDigits(source), progress);
        return plain ? withOwnDigits(*plain, taught) : nullptr;
    };
}

} // namespace

void TrainingSession::teach()
{
    const Run *shown = m_runs.shown();
    if (!shown || m_time.steps().empty())
        emit problem(tr("There is no network yet to teach: the digits are still being made."));
    else if (state() == RunState::Diverged || state() == RunState::Failed)
        emit problem(tr("This run cannot go on. Change the setup, then press Reset."));
    else if (m_myDigits->digits().empty())
        emit problem(tr("You have kept no digits yet. Draw some, and say what they are."));
    else if (!m_teaching && hasRoomForRun()) {
        auto teaching = std::make_unique<PreparedTeaching>();
        teaching->runId = shown->id();
        teaching->taught = digitsToTeach(m_myDigits->digits());
        teaching->loader = std::make_unique<DataLoader>(mixing(shown->data(), teaching->taught));
        teaching->loader->start(sourceWithOwnDigits(sourceWithoutOwnDigits(shown->data()->source)));
        setTeaching(std::move(teaching));
    }
}

void TrainingSession::pollTeaching()
{
    if (!m_teaching)
        return;
    if (m_teaching->runId != m_runs.shown()->id()) {
        setTeaching(nullptr); // the person looks at another run now
        return;
    }
    auto result = m_teaching->loader->take();
    if (!result)
        return;
    if (!result->data) {
        setTeaching(nullptr);
        emit problem(
            tr("Your digits could not be mixed in: %1").arg(QString::fromStdString(result->error)));
        return;
    }
    m_teaching->data = std::move(result->data);
    m_time.requestCheckpoint(m_time.wanted().value_or(m_time.steps().back()));
}

void TrainingSession::teachFrom(const Checkpoint &checkpoint)
{
    const std::unique_ptr<PreparedTeaching> prepared = std::move(m_teaching);
    emit teachingChanged();
    if (!prepared->data || !hasRoomForRun())
        return;
    const Run &shown = *m_runs.shown();
    ExperimentConfig config = shown.config();
    config.data = prepared->data->source;
    const auto epoch = static_cast<int>(shown.history().epochAt(checkpoint.state.step));
    config.epochs = std::max(config.epochs, epoch + fewestEpochs);
    Checkpoint from = checkpoint;
    from.state.progress.stopped = false; // it may get better again
    from.state.progress.epochsSinceBest = 0;
    auto run = makeRun(config, prepared->data, &from);
    if (!run)
        return;
    auto teaching = std::make_shared<Teaching>();
    teaching->before
        = std::make_shared<const Snapshot>(Snapshot{checkpoint.network, checkpoint.state.step});
    for (const auto &digit : prepared->taught)
        teaching->digests.insert(digit->digest);
    run->teaching = std::move(teaching);
    Run &taught = m_runs.add(std::move(run), tr("with my digits"));
    taught.post(RunCommand{});
    showRun(taught.id());
}

void TrainingSession::setTeaching(std::unique_ptr<PreparedTeaching> teaching)
{
    if (!m_teaching && !teaching)
        return;
    m_teaching = std::move(teaching);
    emit teachingChanged();
}

} // namespace nabla::ui
