// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace nabla {

/// One number of a claim: what the book says and what we accept. A band is what an independent
/// program of the same protocol measured over 3 to 40 seeds, widened by hand so that it
/// holds a median of three seeds and the book's number; no formula makes it.
struct ClaimedValue
{
    std::string what; ///< "best test accuracy, %"
    std::string book; ///< the book's number as it stands there; "-" where it has none
    double min = 0.0; ///< of the median over the seeds
    double max = 0.0;
    /// Not the median but this number, the book's recorded one, must lie within min ... max, which
    /// are then factors of our seeds' smallest and largest value.
    bool isSpread = false;
    double recorded = 0.0;
};

/// What a claim is measured on.
struct ClaimInput
{
    std::shared_ptr<const Dataset> data; ///< MNIST, split as in the book
    std::uint64_t seed = 1;
    std::function<bool()> interrupted; ///< asked every epoch
};

/// Thrown out of a measurement that was interrupted.
struct ClaimInterrupted
{
};

/// A result of the book with the measurement that reproduces it.
struct Claim
{
    std::string id; ///< "3.6": chapter and number as in the book's table of experiments
    std::string title;
    std::vector<ClaimedValue> values;
    int seeds = 0; ///< at least so many; 1: nothing in it is random; 0: as many as asked for
    /// One seed's numbers, in the order of `values`.
    std::function<std::vector<double>(const ClaimInput &)> measure;
};

struct Verdict
{
    double median = 0.0;
    double smallest = 0.0;
    double largest = 0.0;
    bool passed = false;
};

/// Of one value over all seeds; NaN anywhere fails.
[[nodiscard]] Verdict judgeClaim(const ClaimedValue &claimed, std::vector<double> measured);

/// Every claim, chapter by chapter. Measured in single precision, as the program trains.
[[nodiscard]] std::span<const Claim> claims();
[[nodiscard]] const Claim *findClaim(const std::string &id);

/// Empty when the data set is MNIST in the book's split; otherwise what is wrong, in words.
[[nodiscard]] std::string whyNotTheBooksData(const Dataset &data);

} // namespace nabla
