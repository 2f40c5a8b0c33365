// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace nabla {

class RunHistory;

/// What became of the error on its way back from layer l + 1 to layer l, and the two terms that it
/// was multiplied by there (chapter 5, equation 122):
/// delta^l = (W^{l+1})^T delta^{l+1} (.) f'(z^l). Each as measured on the probe; nothing where it
/// was not.
struct ErrorDecay
{
    std::optional<double> factor; ///< |delta^l| / |delta^{l+1}|; nothing beside an error of zero
    std::optional<double> slope; ///< mean of |f'(z^l)|
    std::optional<double> weightNorm; ///< largest singular value of W^{l+1}
    bool operator==(const ErrorDecay &) const = default;
};

/// A hidden layer each, layer 1 first: now, or at the last probe not after `moment`.
[[nodiscard]] std::vector<ErrorDecay>
errorDecays(const RunHistory &history, std::optional<std::uint64_t> moment = std::nullopt);

} // namespace nabla
