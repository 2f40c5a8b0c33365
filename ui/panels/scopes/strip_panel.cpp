// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/strip_panel.h"

#include "ui/panels/scopes/layer_quantity_text.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/number_text.h"
#include "ui/plots/pictures/strip_plot.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/session/selection.h"
#include "ui/session/training_session.h"

#include <QAction>
#include <QComboBox>
#include <QLocale>
#include <QSignalBlocker>

namespace nabla::ui {

namespace {

/// Where the colours begin; they grow when a run goes beyond. From what the book's networks do.
MagnitudeScale firstScale(LayerQuantity quantity)
{
    switch (quantity) {
    case LayerQuantity::LearningSpeed:
        return MagnitudeScale::decades(-4, 0);
    case LayerQuantity::GradientSize:
        return MagnitudeScale::decades(-5, -1);
    case LayerQuantity::UpdateRatio:
        return MagnitudeScale::decades(-5, -1);
    case LayerQuantity::ActivationSpread:
        return MagnitudeScale::decades(-3, 1);
    case LayerQuantity::SaturatedShare:
    case LayerQuantity::DeadShare:
        break;
    }
    return MagnitudeScale::fractions();
}

} // namespace

StripPanel::StripPanel(ScopeAxis &axis, Selection &selection, QWidget *parent)
    : PicturePanel(selection, parent)
    , m_quantities(new QComboBox)
    , m_sources(new QComboBox)
    , m_startColors(new QAction(this))
    , m_plot(new StripPlot(axis, this))
{
    makeControls();
    arrange(*m_plot, *m_quantities, *m_sources);
    connect(m_plot, &StripPlot::rowClicked, this, &StripPanel::toggleRow);
    m_plot->setColorScale(m_scales.at(m_quantity));
    followSelection();
    retranslate();
}

void StripPanel::makeControls()
{
    for (const LayerQuantity quantity : layerQuantities()) {
        m_quantities->addItem(QString(), static_cast<int>(quantity));
        m_scales.emplace(quantity, firstScale(quantity));
    }
    for (const MeasuredOn source : {MeasuredOn::Probe, MeasuredOn::MiniBatches})
        m_sources->addItem(QString(), static_cast<int>(source));
    connect(m_quantities, &QComboBox::currentIndexChanged, this, [this] {
        setQuantity(static_cast<LayerQuantity>(m_quantities->currentData().toInt()));
    });
    connect(m_sources, &QComboBox::currentIndexChanged, this,
            [this] { setSource(static_cast<MeasuredOn>(m_sources->currentData().toInt())); });
    connect(m_startColors, &QAction::triggered, this, &StripPanel::startColors);
    m_plot->setExtraActions({m_startColors});
}

MeasuredOn StripPanel::source() const
{
    return metricOf(m_quantity, m_source) ? m_source : MeasuredOn::MiniBatches;
}

void StripPanel::setQuantity(LayerQuantity quantity)
{
    if (quantity == m_quantity)
        return;
    m_scales.insert_or_assign(m_quantity, m_plot->colorScale());
    m_quantity = quantity;
    m_plot->setColorScale(m_scales.at(quantity));
    retranslate();
    emit frameWanted();
}

void StripPanel::setSource(MeasuredOn source)
{
    if (source == m_source)
        return;
    m_source = source;
    retranslate();
    emit frameWanted();
}

void StripPanel::startColors()
{
    m_plot->setColorScale(firstScale(m_quantity));
}

MetricId StripPanel::metric(int layer) const
{
    return {*metricOf(m_quantity, source()), layer};
}

void StripPanel::updateLayers()
{
    std::vector<ScopeCurve> rows;
    for (int layer = 1; layer <= layerCount(); ++layer)
        rows.push_back({metric(layer), CurveDrawing::Points, layerName(layer, layerCount()),
                        layerColor(layer, layerCount(), isDark(palette()))});
    m_plot->setRows(std::move(rows));
}

QString StripPanel::subtitle() const
{
    const QString formula = layerQuantityText(m_quantity).formula;
    return source() == MeasuredOn::Probe ? tr("%1 a layer · probe").arg(formula)
                                         : tr("%1 a layer · mini-batches").arg(formula);
}

void StripPanel::followSelection()
{
    m_plot->setSelectedRow(selection().layer() - 1);
}

void StripPanel::toggleRow(int row)
{
    const int layer = row + 1;
    selection().setLayer(layer == selection().layer() ? 0 : layer);
}

void StripPanel::showNumbers(const Frame &frame)
{
    QStringList lines;
    for (int layer = layerCount(); layer >= 1; --layer) {
        if (const auto value = frame.history.latest(metric(layer)))
            lines << layerName(layer, layerCount()) + u' '
                         + valueText(m_plot->colorScale().isLogarithmic() ? ScopeScale::Logarithmic
                                                                          : ScopeScale::Fraction,
                                     *value);
    }
    m_plot->setAccessibleDescription(lines.join(u'\n'));
}

void StripPanel::retranslate()
{
    const QSignalBlocker quiet(m_quantities);
    const QSignalBlocker quietToo(m_sources);
    for (int i = 0; i < m_quantities->count(); ++i) {
        const auto quantity = static_cast<LayerQuantity>(m_quantities->itemData(i).toInt());
        const LayerQuantityText text = layerQuantityText(quantity);
        m_quantities->setItemText(i, text.name);
        m_quantities->setItemData(i, text.help, Qt::ToolTipRole);
    }
    const LayerQuantityText text = layerQuantityText(m_quantity);
    m_quantities->setCurrentIndex(m_quantities->findData(static_cast<int>(m_quantity)));
    m_quantities->setToolTip(text.help);
    m_quantities->setAccessibleName(tr("What is shown of every layer"));
    m_sources->setItemText(0, tr("Probe"));
    m_sources->setItemText(1, tr("Mini-batches"));
    m_sources->setCurrentIndex(m_sources->findData(static_cast<int>(source())));
    m_sources->setEnabled(metricOf(m_quantity, MeasuredOn::Probe).has_value());
    m_sources->setToolTip(tr("Measured on a fixed set of training digits now and then (the probe), "
                             "or on the mini-batches that are trained on"));
    m_sources->setAccessibleName(tr("What it is measured on"));
    m_startColors->setText(tr("&Begin the colours anew"));
    m_startColors->setToolTip(
        tr("The colours' scale only grows; this takes it back to where it began"));
    m_plot->setAccessibleName(tr("%1 of every layer over the run, as colours").arg(text.name));
    m_plot->setTitle(text.formula);
    updateLayers();
    settle();
}

Panel *createStripPanel(TrainingSession &session, Selection &selection, QWidget *parent)
{
    return new StripPanel(ScopeAxis::sharedBy(session), selection, parent);
}

} // namespace nabla::ui
