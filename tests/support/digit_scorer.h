// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/digit_scores.h"
#include "core/vision/number_reader.h"

#include <memory>

namespace nabla::test {

/// Reads with a network, which must outlive it.
inline DigitScorer scorerOf(const Network &network)
{
    return [&network, workspace = std::make_shared<Workspace>()](std::span<const Raster> images) {
        return scoresOf(network, images, *workspace);
    };
}

} // namespace nabla::test
