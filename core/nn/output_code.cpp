// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/output_code.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace nabla {

std::array<float, 10> digitScores(OutputCode code, std::span<const float> outputs)
{
    std::array<float, 10> scores{};
    const std::size_t expected = code == OutputCode::OneHot ? scores.size() : binaryOutputs;
    if (outputs.size() != expected)
        throw std::invalid_argument("a digit is read from " + std::to_string(expected)
                                    + " outputs, not " + std::to_string(outputs.size()));
    if (code == OutputCode::OneHot) {
        std::copy(outputs.begin(), outputs.end(), scores.begin());
        return scores;
    }
    for (int digit = 0; digit < 10; ++digit) {
        float product = 1.0F;
        for (int k = 0; k < binaryOutputs; ++k) {
            const float a = outputs[static_cast<std::size_t>(k)];
            product *= isTarget(code, k, digit) ? a : 1.0F - a;
        }
        scores[static_cast<std::size_t>(digit)] = product;
    }
    return scores;
}

} // namespace nabla
