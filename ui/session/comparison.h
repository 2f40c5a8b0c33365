// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"

#include <QObject>
#include <QString>

namespace nabla::ui {

class NextRun;
class RunSet;

/// Sets runs beside the shown one, on the same data and from the untrained network on, or from a
/// file; shows another of them; takes them away. Of the session.
class Comparison final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    Comparison(RunSet &runs, const NextRun &next, QObject *parent = nullptr);

    /// Sets a run that was recorded beside the others. Throws std::invalid_argument that says what
    /// is wrong with the file.
    void compareRecord(const QString &file);

public slots:
    /// A run of this setup, which trains at once. `remark` says in a word or two what is different
    /// about it.
    void compareWith(const nabla::ExperimentConfig &setup, const QString &remark);
    /// The setup of the form.
    void compareSetup();
    /// As many runs as there is room for that differ from the shown one in nothing but the seed.
    void compareSeeds();
    void showRun(quint64 runId);
    /// Where it is the shown one, another one is shown; the last one stays.
    void dropRun(quint64 runId);
    /// All but the shown one.
    void dropOthers();

signals:
    void problem(const QString &message);

private:
    [[nodiscard]] bool checkRun();

    RunSet &m_runs;
    const NextRun &m_next;
};

} // namespace nabla::ui
