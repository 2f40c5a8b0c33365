// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/digit_scores.h"

#include "core/nn/output_code.h"

#include <stdexcept>

namespace nabla::inline NABLA_PRECISION {

bool readsDigits(const Network &network)
{
    constexpr int pixels = static_cast<int>(std::tuple_size_v<DigitPixels>);
    return network.inputSize() == pixels
           && (network.outputCode() == OutputCode::Binary || network.outputSize() == 10);
}

std::vector<std::array<float, 10>>
scoresOf(const Network &network, std::span<const DigitPixels> images, Workspace &workspace)
{
    if (!readsDigits(network))
        throw std::invalid_argument("this network does not read 28 x 28 digits");
    std::vector<std::array<float, 10>> scores;
    if (images.empty())
        return scores;
    const std::span<const std::uint8_t> pixels{images.front().data(),
                                               images.size() * images.front().size()};
    const auto outputs = network.forward(InputBatch::ofPixels(pixels), workspace);
    std::vector<float> column(static_cast<std::size_t>(outputs.rows()));
    for (Eigen::Index i = 0; i < outputs.cols(); ++i) {
        for (std::size_t k = 0; k < column.size(); ++k)
            column[k] = static_cast<float>(outputs(static_cast<Eigen::Index>(k), i));
        scores.push_back(digitScores(network.outputCode(), column));
    }
    return scores;
}

} // namespace nabla::inline NABLA_PRECISION
