// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parallel/worker_pool.h"
#include "ui/session/run.h"

#include <QObject>
#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace nabla::ui {

/// The runs that stand beside each other: up to four, each with a line style of its own, one of
/// them shown. Makes them, hears them and commands them all at once. Of the session, whose parts
/// change it; all others look on. GUI thread only.
class RunSet final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t capacity = 4;

    explicit RunSet(QObject *parent = nullptr);
    ~RunSet() override;

    /// Null before the first run.
    [[nodiscard]] const Run *shown() const { return m_shown; }
    [[nodiscard]] Run *shown() { return m_shown; }
    [[nodiscard]] const Run *find(std::uint64_t id) const;
    /// The first that could be shown instead of the shown one; null where there is none.
    [[nodiscard]] const Run *otherThanShown() const;
    /// Of the shown run.
    [[nodiscard]] RunState state() const;
    [[nodiscard]] bool isAnyTraining() const;
    /// Is there a run, and may another one stand beside it?
    [[nodiscard]] bool hasRoom() const { return m_shown && !isFull(); }
    /// For Frame::runs: empty where there is nothing to compare. Valid until the set changes.
    [[nodiscard]] std::span<const RunView> views() const { return m_views; }

    /// False where four stand there already: problem() says so.
    [[nodiscard]] bool checkRoom();
    void sayThatItCannotGoOn();
    /// At rest and not yet one of the set, at the pace of all. Null where this setup cannot be run:
    /// problem() says why.
    [[nodiscard]] std::unique_ptr<Run> make(const ExperimentConfig &config,
                                            const std::shared_ptr<const Dataset> &data,
                                            const Checkpoint *from = nullptr);
    [[nodiscard]] std::unique_ptr<Run> makeOf(RecordedRun record);

    /// Beside the others, which must leave room; it takes the first style that is free.
    void add(std::unique_ptr<Run> run, const QString &remark);
    void addAndShow(std::unique_ptr<Run> run, const QString &remark);
    /// In the place of the shown one, or as the first. Whoever does it says moved() when all that
    /// belongs to it is done.
    void replaceShown(std::unique_ptr<Run> run);
    /// One of the set that is no record.
    void show(std::uint64_t id);
    /// One of the set that is not shown.
    void remove(std::uint64_t id);
    /// All but the shown one.
    void removeOthers();

    void post(const Command &command);
    /// Trains on with all that can; problem() where none can.
    void train();
    /// Mini-batches a second; infinity is flat out. Of the runs to come, too.
    void setPace(double miniBatchesPerSecond);
    /// Takes what there is to hear. Did anything move?
    [[nodiscard]] bool poll(bool wantsSnapshot);

signals:
    /// Runs were added or removed, or another one is shown.
    void changed();
    /// Another run is shown: a new one, or another of the set. NextRun and TimeMachine, which the
    /// session makes before anybody else can listen, hear it first.
    void shownChanged();
    /// state() or isAnyTraining() is another.
    void stateChanged(nabla::RunState state);
    void runSaved(const QString &file);
    /// A frame shows something else now.
    void moved();
    void problem(const QString &message);

private:
    [[nodiscard]] bool isFull() const { return m_runs.size() >= capacity; }
    Run &insert(std::unique_ptr<Run> run, const QString &remark);
    void announceShown();
    void describe();
    void retire(std::unique_ptr<Run> run);
    void tellOfFiles(Run &run);

    std::vector<std::unique_ptr<Run>> m_runs; ///< in the order of their styles
    std::vector<RunView> m_views;
    Run *m_shown = nullptr;
    std::uint64_t m_lastRunId = 0;
    bool m_wasTraining = false;
    double m_pace;
    WorkerPool m_ending{1}; ///< runs that nobody sees any more end here
};

} // namespace nabla::ui
