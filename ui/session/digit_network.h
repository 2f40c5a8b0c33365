// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/nn/network.h"

namespace nabla::ui {

/// Does it take the pixels of an image and answer with one of the ten digits?
[[nodiscard]] inline bool readsDigits(const Network &network)
{
    return network.inputSize() == imagePixels
           && (network.outputCode() == OutputCode::Binary || network.outputSize() == classCount);
}

} // namespace nabla::ui
