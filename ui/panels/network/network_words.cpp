// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/network/network_words.h"

#include "core/vision/mnist_raster.h"
#include "ui/panels/network/network_view.h"
#include "ui/plots/number_text.h"

#include <QLocale>

namespace nabla::ui {

QString NetworkWords::sizeLabel(int column) const
{
    return QLocale().toString(layout.columns()[static_cast<std::size_t>(column)].size);
}

QString NetworkWords::ratioLabel(int layer) const
{
    const auto i = static_cast<std::size_t>(layer - 1);
    if (layer < 1 || i >= ratios.size() || !ratios[i])
        return {};
    if (i + 1 == ratios.size())
        return QLocale().toString(1);
    return NetworkView::tr("%1 ×").arg(ratioText(*ratios[i], QLocale()));
}

QString NetworkWords::toolTipAt(QPointF point) const
{
    const int column = layout.columnAt(point);
    if (column < 0)
        return {};
    const int position = layout.neuronAt(column, point);
    if (position >= 0)
        return neuronText(column, position);
    const int size = layout.columns()[static_cast<std::size_t>(column)].size;
    if (column == 0)
        return NetworkView::tr(
            "Input: %n pixel(s). The ones shown are a cut through the image's middle.", nullptr,
            size);
    const QString what = NetworkView::tr("Layer %1: %n neuron(s).", nullptr, size).arg(column);
    const QString ratio = ratioLabel(column);
    if (ratio.isEmpty() || column == static_cast<int>(ratios.size()))
        return what;
    return what + u' '
           + NetworkView::tr("Its learning speed ‖∂C/∂b‖, against that of the last hidden layer: "
                             "%1 slower.")
                 .arg(ratio);
}

QString NetworkWords::neuronText(int column, int position) const
{
    const auto l = static_cast<std::size_t>(column);
    const auto i = static_cast<std::size_t>(position);
    const int neuron = layout.columns()[l].neurons[i];
    const QString a = activations ? significantText(activations->values[l][i], 3, QLocale())
                                  : NetworkView::tr("no image");
    if (column == 0 && layout.columns()[l].size == rasterSide * rasterSide)
        return NetworkView::tr("Pixel in row %1, column %2: %3")
            .arg(neuron / rasterSide + 1)
            .arg(neuron % rasterSide + 1)
            .arg(a);
    if (column == 0)
        return NetworkView::tr("Input %1: %2").arg(neuron + 1).arg(a);
    if (column + 1
        == static_cast<int>(layout.columns().size())) // the book counts the outputs by their digits
        return NetworkView::tr("Output %1: a = %2").arg(neuron).arg(a);
    return NetworkView::tr("Layer %1, neuron %2: a = %3").arg(column).arg(neuron + 1).arg(a);
}

} // namespace nabla::ui
