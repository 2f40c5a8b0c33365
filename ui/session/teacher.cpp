// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/teacher.h"

#include "core/sources/own_digits.h"
#include "core/train/checkpoint.h"
#include "ui/session/run_set.h"
#include "ui/session/sources/data_loader.h"
#include "ui/session/sources/my_digits.h"
#include "ui/session/time_machine.h"

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

/// As the run was, with time to learn something new.
Checkpoint wokenUp(Checkpoint checkpoint)
{
    checkpoint.state.progress.stopped = false; // it may get better again
    checkpoint.state.progress.epochsSinceBest = 0;
    return checkpoint;
}

std::shared_ptr<const Teaching> teachingOf(const Checkpoint &before, const OwnDigits &taught)
{
    auto teaching = std::make_shared<Teaching>();
    teaching->before
        = std::make_shared<const Snapshot>(Snapshot{before.network, before.state.step});
    for (const auto &digit : taught)
        teaching->digests.insert(digit->digest);
    return teaching;
}

} // namespace

/// A run that is to be taught, until its data and the moment to go on from are there.
struct Teacher::Prepared
{
    std::uint64_t runId = 0; ///< of the run that it goes on from
    OwnDigits taught;
    std::unique_ptr<DataLoader> loader;
    std::shared_ptr<const Dataset> data; ///< null until it is there
};

Teacher::Teacher(RunSet &runs, TimeMachine &time, const MyDigits &digits, QObject *parent)
    : QObject(parent)
    , m_runs(runs)
    , m_time(time)
    , m_digits(digits)
{
    connect(&m_time, &TimeMachine::momentLost, this, [this] { prepare(nullptr); });
}

Teacher::~Teacher() = default;

void Teacher::teach()
{
    const RunState state = m_runs.state();
    if (m_time.steps().empty())
        emit problem(tr("There is no network yet to teach: the digits are still being made."));
    else if (state == RunState::Diverged || state == RunState::Failed)
        m_runs.sayThatItCannotGoOn();
    else if (m_digits.digits().empty())
        emit problem(tr("You have kept no digits yet. Draw some, and say what they are."));
    else if (!m_prepared && m_runs.checkRoom()) {
        const Run &shown = *m_runs.shown();
        auto prepared = std::make_unique<Prepared>();
        prepared->runId = shown.id();
        prepared->taught = digitsToTeach(m_digits.digits());
        prepared->loader = std::make_unique<DataLoader>(mixing(shown.data(), prepared->taught));
        prepared->loader->start(sourceWithOwnDigits(sourceWithoutOwnDigits(shown.data()->source)));
        prepare(std::move(prepared));
    }
}

void Teacher::poll()
{
    if (!m_prepared)
        return;
    if (m_prepared->runId != m_runs.shown()->id()) {
        prepare(nullptr); // the person looks at another run now
        return;
    }
    auto result = m_prepared->loader->take();
    if (!result)
        return;
    if (!result->data) {
        prepare(nullptr);
        emit problem(
            tr("Your digits could not be mixed in: %1").arg(QString::fromStdString(result->error)));
        return;
    }
    m_prepared->data = std::move(result->data);
    m_time.fetchCheckpoint([this](const Checkpoint &checkpoint) { goOnFrom(checkpoint); });
}

void Teacher::goOnFrom(const Checkpoint &checkpoint)
{
    const std::unique_ptr<Prepared> prepared = std::move(m_prepared);
    emit teachingChanged();
    if (!m_runs.checkRoom())
        return;
    const Run &shown = *m_runs.shown();
    ExperimentConfig config = shown.config();
    config.data = prepared->data->source;
    const auto epoch = static_cast<int>(shown.history().epochAt(checkpoint.state.step));
    config.epochs = std::max(config.epochs, epoch + fewestEpochs);
    const Checkpoint from = wokenUp(checkpoint);
    auto run = m_runs.make(config, prepared->data, &from);
    if (!run)
        return;
    run->teaching = teachingOf(checkpoint, prepared->taught);
    run->post(RunCommand{});
    m_runs.addAndShow(std::move(run), tr("with my digits"));
}

/// Null: no longer.
void Teacher::prepare(std::unique_ptr<Prepared> prepared)
{
    if (!m_prepared && !prepared)
        return;
    m_prepared = std::move(prepared);
    emit teachingChanged();
}

} // namespace nabla::ui
