// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/vision/mnist_raster.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace nabla {

/// A drawing, or a picture, that a person kept with what it shows.
struct OwnDigit
{
    Drawing drawing; ///< in units of the paper's side, y downwards; empty for a picture
    std::uint8_t label = 0;
    Raster raster{}; ///< as a network sees it
    std::uint64_t digest = 0; ///< of the raster: the same drawing, the same number
};

/// "My digits". Never null; unchanging, so that what works beside the window may share them.
using OwnDigits = std::vector<std::shared_ptr<const OwnDigit>>;

inline constexpr std::size_t maxOwnDigits = 10'000;
inline constexpr std::size_t maxOwnPoints = 20'000; ///< of one drawing

/// Why this drawing cannot be kept: no ink, too many points. Empty: it can.
[[nodiscard]] std::string reasonNotToKeep(const Drawing &drawing);
/// The same of a picture that is prepared already.
[[nodiscard]] std::string reasonNotToKeepPicture(const Raster &picture);

/// Throws std::invalid_argument for what cannot be kept and a label that is no digit.
[[nodiscard]] std::shared_ptr<const OwnDigit> makeOwnDigit(Drawing drawing, int label);
[[nodiscard]] std::shared_ptr<const OwnDigit> makeOwnPicture(const Raster &picture, int label);
[[nodiscard]] std::shared_ptr<const OwnDigit> relabelled(const OwnDigit &digit, int label);

/// Those to train on. From ten on about a fifth is kept out, so that there is something to test
/// with; which ones, their pictures alone decide, so it stays the same as others come and go.
[[nodiscard]] OwnDigits digitsToTeach(const OwnDigits &digits);

/// A set in whose training part own digits took the places of others, evenly spread: a tenth of
/// them, but none more often than a hundred times. As many training digits as before, so a run can
/// go on with it. Validation and test are the same. `taught` must not be empty.
[[nodiscard]] std::shared_ptr<const Dataset> withOwnDigits(const Dataset &base,
                                                           const OwnDigits &taught);

/// What ExperimentConfig::data calls such a set: "builtin+mine".
[[nodiscard]] std::string sourceWithOwnDigits(const std::string &base);
/// "builtin" of "builtin+mine" and of "builtin".
[[nodiscard]] std::string sourceWithoutOwnDigits(const std::string &source);

} // namespace nabla
