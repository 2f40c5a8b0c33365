// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/moment_loader.h"

#include <QObject>

#include <functional>

namespace nabla::ui {

class RunSet;

/// Looks at the shown run as it was, and goes on from there in a new run beside it; the training
/// goes on meanwhile. Another run is always seen at its present. Of the session, which polls it.
class TimeMachine final : public QObject
{
    Q_OBJECT

public:
    using CheckpointUse = std::function<void(const Checkpoint &)>;

    /// The runs outlive it.
    explicit TimeMachine(RunSet &runs, QObject *parent = nullptr);

    /// Of all moments of the shown run, ascending.
    [[nodiscard]] std::vector<std::uint64_t> steps() const { return m_loader.steps(); }
    /// The step that goTo() asked for, or nothing: the present.
    [[nodiscard]] std::optional<std::uint64_t> moment() const { return m_loader.wanted(); }
    /// What is there of it; null: the present is to be seen.
    [[nodiscard]] const std::shared_ptr<const Snapshot> &shown() const { return m_loader.shown(); }
    /// Hands over all that is needed to go on from the moment that is looked at, or else from the
    /// last one, of which there must be one. Never, if the moment is lost or another run is shown
    /// meanwhile.
    void fetchCheckpoint(CheckpointUse use);
    /// Did anything move?
    [[nodiscard]] bool poll();

public slots:
    /// To the last moment up to this step; nothing: to the present. What is seen follows as soon as
    /// it is loaded.
    void goTo(std::optional<std::uint64_t> step);
    /// A new run beside the shown one that goes on from the moment that is looked at, or else from
    /// the last one. It is then the shown one, and trains if that one did.
    void branchHere();

signals:
    /// moment() or shown() is another.
    void momentChanged();
    /// A moment cannot be had: nobody waits for it any more.
    void momentLost();
    /// A frame shows something else now.
    void moved();
    void problem(const QString &message);

private:
    void watchShown();
    void requestCheckpoint();
    void branchFrom(const Checkpoint &checkpoint);

    RunSet &m_runs;
    MomentLoader m_loader;
    CheckpointUse m_use; ///< of the next checkpoint; empty: it becomes a branch
};

} // namespace nabla::ui
