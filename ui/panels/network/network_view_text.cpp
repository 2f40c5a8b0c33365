// SPDX-License-Identifier: GPL-3.0-or-later
// What the picture of a network says in words.
#include "core/vision/mnist_raster.h"
#include "ui/panels/network/network_view.h"
#include "ui/plots/number_text.h"

#include <QLocale>

namespace nabla::ui {

namespace {

} // namespace

QString NetworkView::sizeLabel(int column) const
{
    return QLocale().toString(m_layout.columns()[static_cast<std::size_t>(column)].size);
}

QString NetworkView::ratioLabel(int layer) const
{
    const auto i = static_cast<std::size_t>(layer - 1);
    if (layer < 1 || i >= m_ratios.size() || !m_ratios[i])
        return {};
    if (i + 1 == m_ratios.size())
        return QLocale().toString(1);
    return tr("%1 ×").arg(ratioText(*m_ratios[i], QLocale()));
}

QString NetworkView::toolTipAt(QPointF point) const
{
    const int column = m_layout.columnAt(point);
    if (column < 0)
        return {};
    const int position = m_layout.neuronAt(column, point);
    if (position >= 0)
        return neuronText(column, position);
    const int size = m_layout.columns()[static_cast<std::size_t>(column)].size;
    if (column == 0)
        return tr("Input: %n pixel(s). The ones shown are a cut through the image's middle.",
                  nullptr, size);
    const QString what = tr("Layer %1: %n neuron(s).", nullptr, size).arg(column);
    const QString ratio = ratioLabel(column);
    if (ratio.isEmpty() || column == static_cast<int>(m_ratios.size()))
        return what;
    return what + u' '
           + tr("Its learning speed ‖∂C/∂b‖, against that of the last hidden layer: "
                "%1 slower.")
                 .arg(ratio);
}

QString NetworkView::neuronText(int column, int position) const
{
    const auto l = static_cast<std::size_t>(column);
    const auto i = static_cast<std::size_t>(position);
    const int neuron = m_layout.columns()[l].neurons[i];
    const QString a = m_activations ? significantText(m_activations->values[l][i], 3, QLocale())
                                    : tr("no image");
    if (column == 0 && m_layout.columns()[l].size == rasterSide * imageSide)
        return tr("Pixel in row %1, column %2: %3")
            .arg(neuron / rasterSide + 1)
            .arg(neuron % rasterSide + 1)
            .arg(a);
    if (column == 0)
        return tr("Input %1: %2").arg(neuron + 1).arg(a);
    if (column == layerCount()) // the book counts the outputs by their digits
        return tr("Output %1: a = %2").arg(neuron).arg(a);
    return tr("Layer %1, neuron %2: a = %3").arg(column).arg(neuron + 1).arg(a);
}

} // namespace nabla::ui
