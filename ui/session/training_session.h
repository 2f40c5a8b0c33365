// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor_thresholds.h"
#include "ui/session/run_set.h"
#include "ui/session/time_machine.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace nabla::ui {

class DataLoader;
class MyDigits;

/// The bridge between the window and the training: owns the runs, polls them at 30 Hz and hands a
/// Frame of the shown one, with the others beside it, to whoever listens. The only place that
/// commands training: train, pause and step are for all runs, setup and reset for the shown one.
/// Nothing is loaded before the first reset() or train(). GUI thread only.
class TrainingSession final : public QObject
{
    Q_OBJECT

public:
    explicit TrainingSession(QObject *parent = nullptr);
    /// With another way to load data; for tests.
    explicit TrainingSession(std::unique_ptr<DataLoader> loader, QObject *parent = nullptr);
    ~TrainingSession() override;

    /// What the form shows: the next run's setup. Live-tunable fields act on the current run too.
    [[nodiscard]] const ExperimentConfig &setup() const { return m_setup; }
    /// What the shown run was made from.
    [[nodiscard]] const ExperimentConfig &runConfig() const;
    /// Does the setup differ from the run in a field that needs a reset?
    [[nodiscard]] bool needsReset() const;
    [[nodiscard]] Frame frame() const;
    /// Any of the runs.
    [[nodiscard]] bool isTraining() const { return m_runs.isAnyTraining(); }
    [[nodiscard]] bool canCompareMore() const { return m_runs.shown() && !m_runs.isFull(); }
    /// The step that setMoment() asked for, or nothing: the present.
    [[nodiscard]] std::optional<std::uint64_t> moment() const { return m_time.wanted(); }
    /// Of all moments of the shown run, ascending.
    [[nodiscard]] std::vector<std::uint64_t> momentSteps() const { return m_time.steps(); }
    [[nodiscard]] bool isLoadingData() const;
    /// Train was pressed before the data were ready: it starts by itself when they are.
    [[nodiscard]] bool isWaitingToTrain() const { return m_trainWhenReady; }
    [[nodiscard]] double pace() const { return m_pace; }
    /// Is somebody looking? If not, the trainer is not asked for snapshots.
    void setWatched(bool isWatched) { m_isWatched = isWatched; }
    /// The drawings that the person kept; read from the disk when somebody first opens them.
    [[nodiscard]] MyDigits &myDigits() { return *m_myDigits; }
    /// A run that is to be taught them is being made ready.
    [[nodiscard]] bool isTeaching() const { return m_teaching != nullptr; }
    /// What runs are judged by.
    [[nodiscard]] const DoctorThresholds &doctorThresholds() const { return m_doctorThresholds; }

public slots:
    /// The new setup must be valid (validate() empty). Live-tunable changes reach the run at once.
    void changeSetup(const nabla::ExperimentConfig &setup);
    /// A new run of another experiment, as soon as its data are there; the run under way keeps its
    /// own knobs until then, and goes on where the data cannot be had.
    void startExperiment(const nabla::ExperimentConfig &setup);
    /// Goes on with a run that saveRun() or nabla saved, at rest. Throws ModelFileError for what is
    /// no checkpoint, std::invalid_argument where it does not say of which experiment.
    void resumeRun(const QString &file);
    /// Everything to go on from here; problem() says where it could not be written.
    void saveRun(const QString &file);
    /// What was measured in the shown run, to compare with later. Throws std::runtime_error that
    /// names the file, or says that there is no run.
    void saveRecord(const QString &file) const;
    /// Sets a run that saveRecord() or nabla recorded beside the others. Throws
    /// std::invalid_argument that says what is wrong with the file.
    void compareRecord(const QString &file);
    void train();
    void pause();
    void toggleTraining();
    void stepMiniBatch();
    void stepEpoch();
    /// A new run from the setup; the same seed gives the same weights.
    void reset();
    /// A run of this setup on the same data beside the shown one, from the untrained network on. It
    /// trains at once. `remark` says in a word or two what is different about it.
    void compareWith(const nabla::ExperimentConfig &setup, const QString &remark);
    /// The setup of the form, beside the shown run.
    void compareSetup();
    /// As many runs as there is room for that differ from the shown one in nothing but the seed.
    void compareSeeds();
    void showRun(quint64 runId);
    void dropRun(quint64 runId);
    /// All but the shown one.
    void dropOthers();
    /// Looks at the shown run as it was at the last moment up to this step; nothing: as it is. The
    /// training goes on meanwhile. What is seen follows as soon as it is loaded.
    void setMoment(std::optional<std::uint64_t> step);
    /// A new run beside the shown one that goes on from the moment that is looked at, or else from
    /// the last one. It is then the shown one, and trains if that one did.
    void branchHere();
    /// As branchHere(), but the new run trains on the person's own digits too (withOwnDigits()),
    /// at once, and for three epochs at least.
    void teach();
    /// Mini-batches a second; infinity is flat out.
    void setPace(double miniBatchesPerSecond);
    void cancelLoading();
    void setDoctorThresholds(const nabla::DoctorThresholds &thresholds);

signals:
    /// At most 30 times a second, and only when something moved.
    void frameReady(const nabla::ui::Frame &frame);
    void setupChanged();
    void runSaved(const QString &file);
    /// Another run is shown: a new one, or another of those that are compared.
    void runReset();
    /// Runs were added or removed.
    void runsChanged();
    void stateChanged(nabla::RunState state);
    /// isTeaching() is another.
    void teachingChanged();
    void doctorThresholdsChanged();
    /// moment() is another.
    void momentChanged();
    void dataChanged();
    void loadingProgress(const QString &what, double fraction);
    void loadingEnded();
    /// Something the person should read: what, where, what to do.
    void problem(const QString &message);

private:
    struct PreparedTeaching;

    void poll();
    void pollLoader();
    [[nodiscard]] bool pollRuns();
    void begin(const ExperimentConfig &setup, bool trainsOn);
    void restart();
    void pollSaved(Run &run);
    [[nodiscard]] bool pollMoments();
    void pollMomentProblem(Run &run);
    void branchFrom(const Checkpoint &checkpoint);
    void pollTeaching();
    void teachFrom(const Checkpoint &checkpoint);
    void setTeaching(std::unique_ptr<PreparedTeaching> teaching);
    [[nodiscard]] bool hasRoomForRun();
    [[nodiscard]] bool hasWantedData() const;
    void beginLoading();
    void dataLoaded(std::shared_ptr<const Dataset> data);
    void loadingFailed(const std::string &source, const std::string &error);
    void dropLoading();
    [[nodiscard]] std::unique_ptr<Run> makeRun(const ExperimentConfig &config,
                                               const std::shared_ptr<const Dataset> &data,
                                               const Checkpoint *from = nullptr);
    [[nodiscard]] bool startRun(const std::shared_ptr<const Dataset> &data);
    [[nodiscard]] bool ensureRun();
    void postToAll(const Command &command);
    void announceShown();
    [[nodiscard]] RunState state() const;
    void setTrainWhenReady(bool isWanted);
    [[nodiscard]] QString loadingText() const;

    ExperimentConfig m_setup;
    std::optional<ExperimentConfig> m_setupBefore; ///< comes back where the data cannot be had
    std::shared_ptr<const Checkpoint> m_resumed; ///< the next run goes on from here
    std::unique_ptr<DataLoader> m_loader;
    RunSet m_runs;
    TimeMachine m_time; ///< of the shown run
    MyDigits *m_myDigits;
    std::unique_ptr<PreparedTeaching> m_teaching; ///< null: none is under way
    std::uint64_t m_lastRunId = 0;
    bool m_wasTraining = false;
    DoctorThresholds m_doctorThresholds;
    double m_pace;
    double m_announcedFraction = -1.0;
    bool m_trainWhenReady = false;
    bool m_isWatched = true;
    QTimer m_timer;
};

} // namespace nabla::ui
