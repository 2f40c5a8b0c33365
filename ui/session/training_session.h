// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/frame.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

namespace nabla::ui {

class Comparison;
class DataLoader;
class DoctorSettings;
class MyDigits;
class NextRun;
class RunKeeper;
class RunSet;
class Teacher;
class TimeMachine;

/// The bridge between the window and the training: owns the runs and what is done with them, polls
/// all of it at 30 Hz and hands a Frame of the shown run, with the others beside it, to whoever
/// listens. Its commands, train, pause and step, are for all runs. Who wants one of its parts
/// alone takes that part, not the session. Nothing is loaded before a run is asked for. GUI thread
/// only.
///
///     RunSet  <-  NextRun  <-  Comparison, RunKeeper
///             <-  TimeMachine  <-  Teacher  ->  MyDigits       who knows whom; none knows this
class TrainingSession final : public QObject
{
    Q_OBJECT

public:
    explicit TrainingSession(QObject *parent = nullptr);
    /// With another way to load data; for tests.
    explicit TrainingSession(std::unique_ptr<DataLoader> loader, QObject *parent = nullptr);

    [[nodiscard]] Frame frame() const;

    [[nodiscard]] const RunSet &runs() const { return *m_runs; }
    [[nodiscard]] NextRun &nextRun() const { return *m_nextRun; }
    [[nodiscard]] TimeMachine &timeMachine() const { return *m_timeMachine; }
    [[nodiscard]] Comparison &comparison() const { return *m_comparison; }
    [[nodiscard]] RunKeeper &keeper() const { return *m_keeper; }
    /// The drawings that the person kept; read from the disk when somebody first opens them.
    [[nodiscard]] MyDigits &myDigits() const { return *m_myDigits; }
    [[nodiscard]] Teacher &teacher() const { return *m_teacher; }
    [[nodiscard]] DoctorSettings &doctorSettings() const { return *m_doctorSettings; }

    /// Is somebody looking? If not, the trainer is not asked for snapshots.
    void setWatched(bool isWatched) { m_isWatched = isWatched; }

public slots:
    /// Before the data are there: as soon as they are.
    void train();
    void pause();
    void toggleTraining();
    void stepMiniBatch();
    void stepEpoch();
    /// Mini-batches a second; infinity is flat out.
    void setPace(double miniBatchesPerSecond);

signals:
    /// At most 30 times a second while it trains, at once where a person did something, and only
    /// when something moved.
    void frameReady(const nabla::ui::Frame &frame);
    /// Something the person should read, from any of the parts: what, where, what to do.
    void problem(const QString &message);

private:
    void connectParts();
    void handOut();
    void poll();

    RunSet *m_runs;
    NextRun *m_nextRun;
    TimeMachine *m_timeMachine;
    Comparison *m_comparison;
    RunKeeper *m_keeper;
    MyDigits *m_myDigits;
    Teacher *m_teacher;
    DoctorSettings *m_doctorSettings;
    bool m_isWatched = true;
    QTimer m_timer;
};

} // namespace nabla::ui
