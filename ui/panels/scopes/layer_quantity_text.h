// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/metric.h"

#include <QString>

#include <span>

namespace nabla::ui {

/// How a quantity of the layers is called.
struct LayerQuantityText
{
    QString name;
    QString formula; ///< short, for a title
    QString help; ///< formula, meaning and unit in a sentence
};

[[nodiscard]] std::span<const LayerQuantity> layerQuantities();
[[nodiscard]] LayerQuantityText layerQuantityText(LayerQuantity quantity);
/// "layer 3", "output".
[[nodiscard]] QString layerName(int layer, int layerCount);

} // namespace nabla::ui
