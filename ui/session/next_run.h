// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace nabla {
inline namespace f32 {
struct Checkpoint;
} // namespace f32
struct Dataset;
} // namespace nabla

namespace nabla::ui {

class DataLoader;
class RunSet;

/// What the form shows, the setup of the next run, and the way there: its data are made or loaded,
/// then it takes the place of the shown run. What can be turned while it trains reaches the shown
/// run at once. Nothing is loaded before the first start(). Of the session, which polls it.
class NextRun final : public QObject
{
    Q_OBJECT

public:
    /// The runs outlive it.
    NextRun(RunSet &runs, std::unique_ptr<DataLoader> loader, QObject *parent = nullptr);
    ~NextRun() override;

    [[nodiscard]] const ExperimentConfig &setup() const { return m_setup; }
    /// Does the setup differ from the shown run in a field that needs a reset?
    [[nodiscard]] bool needsReset() const;
    [[nodiscard]] bool isLoading() const;
    /// It will train by itself as soon as its data are there.
    [[nodiscard]] bool isWaitingToTrain() const { return m_isWaitingToTrain; }
    void setWaitingToTrain(bool isWaiting);
    /// Is there a run? If not, the first one is on its way.
    [[nodiscard]] bool ensureRun();
    /// Goes on, at rest, with a run that was saved, as soon as its data are there. Throws
    /// std::invalid_argument where the checkpoint does not say of which experiment it is.
    void goOnFrom(std::shared_ptr<const Checkpoint> checkpoint);
    void poll();

public slots:
    /// The new setup must be valid (validate() empty).
    void changeSetup(const nabla::ExperimentConfig &setup);
    /// A new run of another experiment, as soon as its data are there; the run under way keeps its
    /// own knobs until then, and goes on where the data cannot be had.
    void startExperiment(const nabla::ExperimentConfig &setup);
    /// A new run from the setup; the same seed gives the same weights.
    void start();
    void cancelLoading();

signals:
    void setupChanged();
    void loadingProgress(const QString &what, double fraction);
    void loadingEnded();
    /// isWaitingToTrain() may be another.
    void waitingChanged();
    /// A frame shows something else now.
    void moved();
    void problem(const QString &message);

private:
    void begin(const ExperimentConfig &setup, bool trainsOn);
    void restart();
    void followShown();
    [[nodiscard]] bool hasWantedData() const;
    void beginLoading();
    void dropLoading();
    [[nodiscard]] bool startRun(const std::shared_ptr<const Dataset> &data);
    void dataLoaded(const std::shared_ptr<const Dataset> &data);
    void loadingFailed(const std::string &source, const std::string &error);
    [[nodiscard]] QString loadingText() const;

    RunSet &m_runs;
    std::unique_ptr<DataLoader> m_loader;
    ExperimentConfig m_setup;
    std::optional<ExperimentConfig> m_setupBefore; ///< comes back where the data cannot be had
    std::shared_ptr<const Checkpoint> m_from; ///< the next run goes on from here
    double m_announcedFraction = -1.0;
    bool m_isWaitingToTrain = false;
};

} // namespace nabla::ui
