// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/hyper_parameters.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace nabla {

/// Where a run stands, as schedules see it.
struct SchedulePosition
{
    std::uint64_t step = 0; ///< mini-batches done
    std::uint64_t totalSteps = 0;
    int epoch = 0; ///< whole passes done
};

/// How the learning rate changes while a network learns: what it is multiplied by at a position.
struct LearningRateSchedule
{
    const char *id;
    double (*factor)(const HyperParameters &config, const SchedulePosition &position);
};

/// "constant"; "step": times scheduleFactor every scheduleEpochs epochs; "exponential": times
/// scheduleFactor every epoch; "cosine": (1 + cos(pi step/steps)) / 2 (Loshchilov & Hutter 2017);
/// "plateau": constant, cut by ProgressJudge (chapter 3).
[[nodiscard]] std::span<const LearningRateSchedule> learningRateSchedules();
/// Throws std::invalid_argument that names the known ones.
[[nodiscard]] const LearningRateSchedule &findLearningRateSchedule(std::string_view id);

} // namespace nabla
