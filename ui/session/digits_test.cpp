// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/digits_test.h"

#include "core/nn/backpropagation.h"
#include "core/nn/digit_scores.h"
#include "core/train/digit_batches.h"

#include <algorithm>
#include <utility>

namespace nabla::ui {

namespace {

constexpr int pollMilliseconds = 33;
constexpr int pauseMilliseconds = 250; // numbers that change faster cannot be read
constexpr int batchSize = 64;

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

Confusion readTest(const Network &network, const LabelledImages &images,
                   const std::stop_token &stop)
{
    Confusion confusion{};
    Workspace workspace;
    InputBatch batch;
    std::vector<std::uint8_t> labels;
    for (int first = 0; first < images.size() && !stop.stop_requested(); first += batchSize) {
        gatherRange(images, first, std::min(images.size(), first + batchSize), batch, labels);
        const auto outputs = network.forward(batch, workspace);
        for (Eigen::Index j = 0; j < outputs.cols(); ++j) {
            const int read
                = answer(outputs.col(j).data(), network.outputSize(), network.outputCode());
            ++confusion.at(labels[static_cast<std::size_t>(j)]).at(static_cast<std::size_t>(read));
        }
    }
    return confusion;
}

} // namespace

DigitsTest::DigitsTest(QObject *parent)
    : QObject(parent)
{
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
            reading.test
                = isReadable && question.before && question.data
                      ? std::optional(readTest(snapshot->network, question.data->test, stop))
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
