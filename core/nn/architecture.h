// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/output_code.h"

#include <string>
#include <vector>

namespace nabla {

/// The shape of a fully connected network.
struct Architecture
{
    std::vector<int> layers{784, 10}; ///< neurons a layer, input to output
    /// One a layer after the input; fewer names: the first one for all hidden layers, the last one
    /// for the outputs.
    std::vector<std::string> activations{"sigmoid"};
    bool batchNormalization = false; ///< of the hidden layers
    OutputCode outputCode = OutputCode::OneHot;

    /// Of layer l = 1 ... layers.size() - 1.
    [[nodiscard]] const std::string &activation(std::size_t l) const
    {
        if (activations.size() + 1 == layers.size())
            return activations[l - 1];
        return l + 1 == layers.size() ? activations.back() : activations.front();
    }
    bool operator==(const Architecture &) const = default;
};

} // namespace nabla
