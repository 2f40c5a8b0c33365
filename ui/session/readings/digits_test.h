// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/evaluation_result.h"
#include "core/measure/snapshot.h"
#include "core/parallel/worker_pool.h"
#include "core/sources/own_digits.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace nabla::ui {

/// How one network reads.
struct DigitsReading
{
    std::shared_ptr<const Snapshot> snapshot; ///< null: there was none
    std::vector<int> answers; ///< of the own digits, in their order
    std::optional<Confusion> test; ///< of the test digits, where they were asked for
};

/// Tests networks on a person's digits, and beside them on the test digits of the data, on a
/// worker: the newest question first, a few a second. GUI thread only.
class DigitsTest final : public QObject
{
    Q_OBJECT

public:
    struct Question
    {
        OwnDigits digits;
        std::shared_ptr<const Snapshot> now; ///< may be null
        std::shared_ptr<const Snapshot> before; ///< null: there is nothing to compare with
        std::shared_ptr<const Dataset> data; ///< for the test digits, read where there is a before
        bool operator==(const Question &) const = default;
    };
    struct Answer
    {
        OwnDigits digits;
        DigitsReading now;
        DigitsReading before;
    };

    explicit DigitsTest(QObject *parent = nullptr);
    ~DigitsTest() override;

    void ask(const Question &question);
    /// To the last question that was worked on.
    [[nodiscard]] const Answer &answer() const { return m_answer; }

signals:
    void answered();

private:
    void poll();
    void work(const Question &question, const std::stop_token &stop);

    std::optional<Question> m_waiting;
    Question m_last; ///< that was worked on
    Answer m_answer;
    QElapsedTimer m_sinceStarted;
    QTimer m_timer; ///< runs while there is something to wait for

    // The worker's, but for the one that the mutex guards.
    DigitsReading m_before;
    OwnDigits m_beforeDigits;
    std::mutex m_mutex;
    std::optional<Answer> m_result;
    WorkerPool m_worker{1}; // last: its jobs use what stands above
};

} // namespace nabla::ui
