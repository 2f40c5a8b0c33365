// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/layer_quantity_text.h"

#include <QCoreApplication>

namespace nabla::ui {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("LayerQuantity", source);
}

} // namespace

std::span<const LayerQuantity> layerQuantities()
{
    static constexpr LayerQuantity all[]{
        LayerQuantity::LearningSpeed,    LayerQuantity::GradientSize,   LayerQuantity::UpdateRatio,
        LayerQuantity::ActivationSpread, LayerQuantity::SaturatedShare, LayerQuantity::DeadShare};
    return all;
}

LayerQuantityText layerQuantityText(LayerQuantity quantity)
{
    switch (quantity) {
    case LayerQuantity::LearningSpeed:
        return {text(QT_TRANSLATE_NOOP("LayerQuantity", "Learning speed")),
                QStringLiteral("‖∂C/∂b‖"),
                text(QT_TRANSLATE_NOOP("LayerQuantity",
                                       "‖∂C/∂b‖, the norm of the gradient of a layer's biases: "
                                       "the book's learning speed. It has no unit."))};
    case LayerQuantity::GradientSize:
        return {text(QT_TRANSLATE_NOOP("LayerQuantity", "Gradient size")),
                text(QT_TRANSLATE_NOOP("LayerQuantity", "RMS ∂C/∂W")),
                text(QT_TRANSLATE_NOOP("LayerQuantity",
                                       "Root mean square of ∂C/∂W over a layer's weights: "
                                       "does not grow with the layer. It has no unit."))};
    case LayerQuantity::UpdateRatio:
        return {text(QT_TRANSLATE_NOOP("LayerQuantity", "Update ratio")),
                QStringLiteral("‖ΔW‖ / ‖W‖"),
                text(QT_TRANSLATE_NOOP("LayerQuantity",
                                       "‖ΔW‖ / ‖W‖, what a step changes a layer's weights by: "
                                       "healthy between 10⁻⁴ and 10⁻². A probe updates nothing, so "
                                       "it is measured on mini-batches only."))};
    case LayerQuantity::ActivationSpread:
        return {text(QT_TRANSLATE_NOOP("LayerQuantity", "Activation spread")),
                text(QT_TRANSLATE_NOOP("LayerQuantity", "spread of a")),
                text(QT_TRANSLATE_NOOP("LayerQuantity",
                                       "Standard deviation of a layer's activations a over its "
                                       "neurons and the digits. It has no unit."))};
    case LayerQuantity::SaturatedShare:
        return {text(QT_TRANSLATE_NOOP("LayerQuantity", "Saturated share")),
                text(QT_TRANSLATE_NOOP("LayerQuantity", "saturated")),
                text(QT_TRANSLATE_NOOP("LayerQuantity",
                                       "Share of a layer's answers at which f′(z) is below a "
                                       "twenty-fifth of its largest, in per cent"))};
    case LayerQuantity::DeadShare:
        break;
    }
    return {text(QT_TRANSLATE_NOOP("LayerQuantity", "Dead share")),
            text(QT_TRANSLATE_NOOP("LayerQuantity", "dead")),
            text(QT_TRANSLATE_NOOP("LayerQuantity",
                                   "Share of a layer's neurons that learn from fewer than 1 % of "
                                   "the digits, in per cent"))};
}

QString layerName(int layer, int layerCount)
{
    if (layer == layerCount)
        return text(QT_TRANSLATE_NOOP("LayerQuantity", "output"));
    return text(QT_TRANSLATE_NOOP("LayerQuantity", "layer %1")).arg(layer);
}

} // namespace nabla::ui
