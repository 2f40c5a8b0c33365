// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace nabla {
inline namespace f32 {
struct Checkpoint;
} // namespace f32
} // namespace nabla

namespace nabla::ui {

class MyDigits;
class RunSet;
class TimeMachine;

/// Teaches a run a person's own digits: a new run beside the shown one goes on from the moment that
/// is looked at, or else from the last one, and trains on them too (withOwnDigits()), at once, and
/// for three epochs at least. Of the session, which polls it.
class Teacher final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    Teacher(RunSet &runs, TimeMachine &time, const MyDigits &digits, QObject *parent = nullptr);
    ~Teacher() override;

    /// A run that is to be taught them is being made ready.
    [[nodiscard]] bool isTeaching() const { return m_prepared != nullptr; }
    /// There must be a run.
    void poll();

public slots:
    void teach();

signals:
    /// isTeaching() is another.
    void teachingChanged();
    void problem(const QString &message);

private:
    struct Prepared;

    void prepare(std::unique_ptr<Prepared> prepared);
    void goOnFrom(const Checkpoint &checkpoint);

    RunSet &m_runs;
    TimeMachine &m_time;
    const MyDigits &m_digits;
    std::unique_ptr<Prepared> m_prepared; ///< null: none is under way
};

} // namespace nabla::ui
