// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/readings/step_price_meter.h"

#include "core/digits/drawn_digits.h"
#include "core/measure/evaluator.h"
#include "core/nn/cost.h"

#include <atomic>
#include <cstddef>
#include <utility>

namespace nabla::ui {

namespace {

constexpr std::uint64_t seed = 20;

std::size_t indexOf(const Normalization &steps)
{
    std::size_t index = 0;
    for (std::size_t step = 0; step < normalizationSteps; ++step)
        index |= static_cast<std::size_t>(steps.*normalizationSwitches[step]) << step;
    return index;
}

Normalization stepsOf(std::size_t index)
{
    Normalization steps;
    for (std::size_t step = 0; step < normalizationSteps; ++step)
        steps.*normalizationSwitches[step] = ((index >> step) & 1U) != 0;
    return steps;
}

} // namespace

struct StepPriceMeter::Job
{
    std::shared_ptr<const Snapshot> snapshot;
    Pen pen;
    StepPrices prices; ///< the worker's until isDone
    std::atomic<bool> isDone{false};
    std::atomic<bool> isCanceled{false};

    void run(const std::stop_token &stop);
};

double StepPrices::accuracy(const Normalization &steps) const
{
    return accuracies[indexOf(steps)];
}

/// Which cost judges does not matter: only the answers are counted.
void StepPriceMeter::Job::run(const std::stop_token &stop)
{
    const Cost &cost = findCost("quadratic");
    const std::vector<LabelledDrawing> digits = drawDigits(mildDigits(), seed, drawings);
    for (std::size_t index = 0; index < prices.accuracies.size(); ++index) {
        if (isCanceled || stop.stop_requested())
            return;
        const LabelledImages images = imagesOf(digits, pen, stepsOf(index));
        const auto read = evaluateSet(snapshot->network, cost, images, 0, stop);
        if (!read)
            return;
        prices.accuracies[index] = read->accuracy;
    }
    prices.drawings = drawings;
    prices.step = snapshot->step;
    isDone = true;
}

StepPriceMeter::StepPriceMeter(QObject *parent)
    : QObject(parent)
    , m_pool(1)
{
    constexpr int pollMilliseconds = 30;
    m_timer.setInterval(pollMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &StepPriceMeter::poll);
}

StepPriceMeter::~StepPriceMeter()
{
    cancel();
}

void StepPriceMeter::start(const std::shared_ptr<const Snapshot> &snapshot, const Pen &pen)
{
    cancel();
    m_job = std::make_shared<Job>();
    m_job->snapshot = snapshot;
    m_job->pen = pen;
    m_pool.submit([job = m_job](const std::stop_token &stop) { job->run(stop); });
    m_timer.start();
}

void StepPriceMeter::cancel()
{
    if (m_job)
        m_job->isCanceled = true;
    m_job.reset();
    m_timer.stop();
}

void StepPriceMeter::poll()
{
    if (!m_job->isDone)
        return;
    const std::shared_ptr<Job> job = std::exchange(m_job, nullptr);
    m_timer.stop();
    emit measured(job->prices);
}

} // namespace nabla::ui
