// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/network/network_layout.h"

#include <QString>

#include <optional>
#include <vector>

namespace nabla::ui {

/// What the picture of a network says in words. Of what it shows now: it is made where it is asked.
struct NetworkWords
{
    const NetworkLayout &layout;
    /// How many times slower a hidden layer learns than the last one; layer 1 first.
    const std::vector<std::optional<double>> &ratios;
    const std::optional<ShownActivations> &activations;

    [[nodiscard]] QString sizeLabel(int column) const;
    [[nodiscard]] QString ratioLabel(int layer) const;
    /// Empty where nothing lies.
    [[nodiscard]] QString toolTipAt(QPointF point) const;
    [[nodiscard]] QString neuronText(int column, int position) const;
};

} // namespace nabla::ui
