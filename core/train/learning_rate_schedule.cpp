// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/learning_rate_schedule.h"

#include "core/math/catalogue.h"
#include "core/math/portable_functions.h"

#include <algorithm>

namespace nabla {

namespace {

/// By multiplication: std::pow differs between machines in the last bit.
double repeated(double factor, int times)
{
    double result = 1.0;
    for (int i = 0; i < times && result > 0.0; ++i)
        result *= factor;
    return result;
}

double constant(const HyperParameters &, const SchedulePosition &)
{
    return 1.0;
}

double step(const HyperParameters &config, const SchedulePosition &position)
{
    return repeated(config.scheduleFactor, position.epoch / std::max(config.scheduleEpochs, 1));
}

double exponential(const HyperParameters &config, const SchedulePosition &position)
{
    return repeated(config.scheduleFactor, position.epoch);
}

double cosine(const HyperParameters &, const SchedulePosition &position)
{
    constexpr double pi = 3.14159265358979323846;
    if (position.totalSteps == 0)
        return 1.0;
    const double share
        = static_cast<double>(position.step) / static_cast<double>(position.totalSteps);
    return 0.5 * (1.0 + portableCos(pi * share));
}

constexpr LearningRateSchedule scheduleTable[] = {
    {"constant", constant}, {"step", step},        {"exponential", exponential},
    {"cosine", cosine},     {"plateau", constant},
};

} // namespace

std::span<const LearningRateSchedule> learningRateSchedules()
{
    return scheduleTable;
}

const LearningRateSchedule &findLearningRateSchedule(std::string_view id)
{
    return findEntry<LearningRateSchedule>(scheduleTable, id, "schedule");
}

} // namespace nabla
