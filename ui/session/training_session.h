// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"
#include "core/telemetry/run_history.h"
#include "core/train/evaluation_result.h"
#include "core/train/run_status.h"
#include "core/train/snapshot.h"
#include "ui/session/frame.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace nabla {
inline namespace f32 {
class TrainerThread;
struct Checkpoint;
}
struct Dataset;
} // namespace nabla

namespace nabla::ui {

class DataLoader;

/// The bridge between the window and the training: owns the trainer thread of the shown run and its
/// history, polls them at 30 Hz and hands a Frame to whoever listens. The only place that commands
/// training. Nothing is loaded before the first reset() or train(). GUI thread only.
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
    [[nodiscard]] const ExperimentConfig &runConfig() const { return m_runConfig; }
    /// Does the setup differ from the run in a field that needs a reset?
    [[nodiscard]] bool needsReset() const;
    [[nodiscard]] Frame frame() const;
    [[nodiscard]] bool isTraining() const;
    [[nodiscard]] bool isLoadingData() const;
    /// Train was pressed before the data were ready: it starts by itself when they are.
    [[nodiscard]] bool isWaitingToTrain() const { return m_trainWhenReady; }
    [[nodiscard]] double pace() const { return m_pace; }
    /// Is somebody looking? If not, the trainer is not asked for snapshots.
    void setWatched(bool isWatched) { m_isWatched = isWatched; }

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
    void train();
    void pause();
    void toggleTraining();
    void stepMiniBatch();
    void stepEpoch();
    /// A new run from the setup; the same seed gives the same weights.
    void reset();
    /// Mini-batches a second; infinity is flat out.
    void setPace(double miniBatchesPerSecond);
    void cancelLoading();

signals:
    /// At most 30 times a second, and only when something moved.
    void frameReady(const nabla::ui::Frame &frame);
    void setupChanged();
    void runSaved(const QString &file);
    void runReset();
    void stateChanged(nabla::RunState state);
    void dataChanged();
    void loadingProgress(const QString &what, double fraction);
    void loadingEnded();
    /// Something the person should read: what, where, what to do.
    void problem(const QString &message);

private:
    void poll();
    void pollLoader();
    [[nodiscard]] bool pollRun();
    void begin(const ExperimentConfig &setup, bool trainsOn);
    void restart();
    void pollSaved();
    void beginLoading();
    void dataLoaded(std::shared_ptr<const Dataset> data);
    void loadingFailed(const std::string &source, const std::string &error);
    void dropLoading();
    [[nodiscard]] bool startRun(const std::shared_ptr<const Dataset> &data);
    [[nodiscard]] bool ensureRun();
    void turnKnobs();
    void setTrainWhenReady(bool isWanted);
    [[nodiscard]] QString loadingText() const;

    ExperimentConfig m_setup;
    ExperimentConfig m_runConfig;
    ExperimentConfig m_turned; ///< the run's configuration with its knobs as they are now
    std::optional<ExperimentConfig> m_setupBefore; ///< comes back where the data cannot be had
    std::shared_ptr<const Checkpoint> m_resumed; ///< the next run goes on from here
    std::shared_ptr<const Dataset> m_data;
    std::unique_ptr<DataLoader> m_loader;
    std::unique_ptr<TrainerThread> m_trainer;
    RunHistory m_history;
    std::vector<MetricSeries> m_drained; ///< kept for its memory, as the next one
    std::vector<MetricSeries> m_drainedMeasurements;
    RunStatusData m_status;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const EvaluationResult> m_evaluation;
    std::uint64_t m_runId = 0;
    double m_pace;
    double m_announcedFraction = -1.0;
    bool m_trainWhenReady = false;
    bool m_isWatched = true;
    QTimer m_timer;
};

} // namespace nabla::ui
