// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/readings/digits_test.h"

#include "core/measure/evaluator.h"
#include "core/nn/backpropagation.h"
#include "core/nn/cost.h"
#include "core/nn/digit_scores.h"

#include <utility>

namespace nabla::ui {

namespace {

constexpr int pauseMilliseconds = 250; // numbers that change faster cannot be read

std::vector<int> readOwn(const Network &network, const OwnDigits &digits,
                         const std::stop_token &stop)
{
    std::vector<int> answers;
    answers.reserve(digits.size());
    Workspace workspace;
    for (const auto &digit : digits) {
        if (stop.stop_requested())
            break;
        const auto outputs = network.forward(InputBatch::ofPixels(digit->raster), workspace);
        answers.push_back(
            answer(outputs.col(0).data(), network.outputSize(), network.outputCode()));
    }
    return answers;
}

/// Which cost judges does not matter: only the answers are counted.
std::optional<Confusion> readTest(const Network &network, const LabelledImages &images,
                                  const std::stop_token &stop)
{
    const auto read = evaluateSet(network, findCost("quadratic"), images, 0, stop);
    return read ? std::optional(read->confusion) : std::nullopt;
}

} // namespace

DigitsTest::DigitsTest(QObject *parent)
    : QObject(parent)
{
    constexpr int pollMilliseconds = 33;
    m_timer.setInterval(pollMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &DigitsTest::poll);
}

DigitsTest::~DigitsTest() = default;

void DigitsTest::ask(const Question &question)
{
    if (question == (m_waiting ? *m_waiting : m_last))
        return;
    m_waiting = question;
    m_timer.start();
    poll();
}

void DigitsTest::poll()
{
    const bool isBusy = m_worker.pending() > 0;
    std::optional<Answer> result;
    {
        const std::lock_guard lock(m_mutex);
        result = std::exchange(m_result, std::nullopt);
    }
    if (result) {
        m_answer = std::move(*result);
        emit answered();
    }
    if (isBusy)
        return;
    if (!m_waiting) {
        m_timer.stop();
        return;
    }
    // A person's own change is answered at once.
    const bool isOnlyTraining = m_waiting->digits == m_last.digits;
    if (isOnlyTraining && m_sinceStarted.isValid() && m_sinceStarted.elapsed() < pauseMilliseconds)
        return;
    m_sinceStarted.start();
    m_last = *std::exchange(m_waiting, std::nullopt);
    m_worker.submit(
        [this, question = m_last](const std::stop_token &stop) { work(question, stop); });
}

void DigitsTest::work(const Question &question, const std::stop_token &stop)
{
    const auto read = [&](DigitsReading &reading, const std::shared_ptr<const Snapshot> &snapshot) {
        const bool isAnother = reading.snapshot != snapshot;
        reading.snapshot = snapshot;
        const bool isReadable = snapshot && readsDigits(snapshot->network);
        reading.answers
            = isReadable ? readOwn(snapshot->network, question.digits, stop) : std::vector<int>();
        if (isAnother || !reading.test)
            reading.test = isReadable && question.before && question.data
                               ? readTest(snapshot->network, question.data->test, stop)
                               : std::nullopt;
    };
    // What was before stays as it is, as long as the digits do.
    if (m_before.snapshot != question.before || m_beforeDigits != question.digits)
        read(m_before, question.before);
    m_beforeDigits = question.digits;
    Answer answer{question.digits, {}, m_before};
    read(answer.now, question.now);
    const std::lock_guard lock(m_mutex);
    if (!stop.stop_requested())
        m_result = std::move(answer);
}

} // namespace nabla::ui
