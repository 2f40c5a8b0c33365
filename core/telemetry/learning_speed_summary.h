// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace nabla {

class RunHistory;

/// How far the early layers lag behind the last hidden one, at the start and now, from the exact
/// probe (chapter 5). The output layer is left out, as in the book.
struct LearningSpeedSummary
{
    /// A hidden layer each, layer 1 first; empty until the probe was taken.
    std::vector<double> atStart;
    std::vector<double> now;
    /// There has been a probe after the first one: now is not the start any more.
    bool hasMoved = false;
    /// The first probe was that of the untrained network; not so in a run that was opened.
    bool isFromStart = true;

    [[nodiscard]] int hiddenLayers() const { return static_cast<int>(now.size()); }
    bool operator==(const LearningSpeedSummary &) const = default;
};

/// With a moment, what was known at that step stands for now.
[[nodiscard]] LearningSpeedSummary summarizeLearningSpeed(const RunHistory &history,
                                                          std::optional<std::uint64_t> moment
                                                          = std::nullopt);

/// How many times slower layer l (1 is the first) learns than the last one of these; below 1 it is
/// faster. Nothing where one of the two does not learn at all.
[[nodiscard]] std::optional<double> timesSlowerThanLast(const std::vector<double> &speeds,
                                                        int layer);

} // namespace nabla
