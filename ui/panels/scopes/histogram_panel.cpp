// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/histogram_panel.h"

#include "ui/panels/scopes/layer_quantity_text.h"
#include "ui/panels/scopes/layer_response.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/number_text.h"
#include "ui/plots/pictures/histogram_plot.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/session/selection.h"
#include "ui/session/training_session.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr LayerDistribution distributions[]{
    LayerDistribution::WeightedInput, LayerDistribution::Activation, LayerDistribution::Error,
    LayerDistribution::WeightGradient, LayerDistribution::Weights};

QString symbolOf(LayerDistribution distribution)
{
    switch (distribution) {
    case LayerDistribution::WeightedInput:
        return QStringLiteral("z");
    case LayerDistribution::Activation:
        return QStringLiteral("a");
    case LayerDistribution::Error:
        return QStringLiteral("δ");
    case LayerDistribution::WeightGradient:
        return QStringLiteral("∂C/∂W");
    case LayerDistribution::Weights:
        break;
    }
    return QStringLiteral("W");
}

QString nameOf(LayerDistribution distribution)
{
    switch (distribution) {
    case LayerDistribution::WeightedInput:
        return HistogramPanel::tr("z, weighted inputs");
    case LayerDistribution::Activation:
        return HistogramPanel::tr("a, activations");
    case LayerDistribution::Error:
        return HistogramPanel::tr("δ, errors");
    case LayerDistribution::WeightGradient:
        return HistogramPanel::tr("∂C/∂W, gradient");
    case LayerDistribution::Weights:
        break;
    }
    return HistogramPanel::tr("W, weights");
}

QString helpOf(LayerDistribution distribution)
{
    switch (distribution) {
    case LayerDistribution::WeightedInput:
        return HistogramPanel::tr("z = W a + b, what the layer's neurons weigh up, of all neurons "
                                  "and the digits of the probe. It has no unit.");
    case LayerDistribution::Activation:
        return HistogramPanel::tr("a = f(z), what the layer's neurons answer, of all neurons and "
                                  "the digits of the probe. It has no unit.");
    case LayerDistribution::Error:
        return HistogramPanel::tr("δ = ∂C/∂z, the layer's error, of all neurons and the digits of "
                                  "the probe. It has no unit.");
    case LayerDistribution::WeightGradient:
        return HistogramPanel::tr("∂C/∂W of the probe's mean cost, of all weights of the layer. "
                                  "It has no unit.");
    case LayerDistribution::Weights:
        break;
    }
    return HistogramPanel::tr("W, all weights of the layer. They have no unit.");
}

} // namespace

HistogramPanel::HistogramPanel(ScopeAxis &axis, Selection &selection, QWidget *parent)
    : PicturePanel(selection, parent)
    , m_layers(new QComboBox)
    , m_distributions(new QComboBox)
    , m_plot(new HistogramPlot(axis, this))
    , m_sentence(new QLabel(this))
{
    makeControls();
    arrange(*m_plot, *m_layers, *m_distributions);
    m_sentence->setWordWrap(true);
    layout()->addWidget(m_sentence);
    connect(&axis, &ScopeAxis::crosshairMoved, this, &HistogramPanel::tell);
    retranslate();
}

void HistogramPanel::makeControls()
{
    for (const LayerDistribution distribution : distributions)
        m_distributions->addItem(QString(), static_cast<int>(distribution));
    connect(m_distributions, &QComboBox::currentIndexChanged, this, [this] {
        setDistribution(static_cast<LayerDistribution>(m_distributions->currentData().toInt()));
    });
    connect(m_layers, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            selection().setLayer(index + 1);
    });
}

int HistogramPanel::layer() const
{
    return std::clamp(selection().layer(), 1, std::max(1, layerCount()));
}

void HistogramPanel::setDistribution(LayerDistribution distribution)
{
    if (distribution == m_distribution)
        return;
    m_distribution = distribution;
    updateSubject();
    emit frameWanted();
}

void HistogramPanel::followSelection()
{
    updateSubject();
    emit frameWanted();
}

void HistogramPanel::fillLayers()
{
    const QSignalBlocker quiet(m_layers);
    m_layers->clear();
    for (int layer = 1; layer <= layerCount(); ++layer)
        m_layers->addItem(layerName(layer, layerCount()));
    m_layers->setEnabled(layerCount() > 1);
}

void HistogramPanel::updateSubject()
{
    const QSignalBlocker quiet(m_layers);
    const QSignalBlocker quietToo(m_distributions);
    m_layers->setCurrentIndex(layerCount() > 0 ? layer() - 1 : -1);
    m_distributions->setCurrentIndex(m_distributions->findData(static_cast<int>(m_distribution)));
    m_distributions->setToolTip(helpOf(m_distribution));
    m_plot->setSubject({m_distribution, layer(), symbolOf(m_distribution),
                        layerColor(layer(), std::max(1, layerCount()), isDark(palette()))});
    m_plot->setAccessibleName(tr("Distribution of %1 over the run").arg(subtitle()));
    settle();
}

void HistogramPanel::updateLayers()
{
    fillLayers();
    updateSubject();
}

void HistogramPanel::showNumbers(const Frame &frame)
{
    m_activations.clear();
    const bool isKnown = frame.snapshot && frame.snapshot->network.layerCount() == layerCount();
    for (int l = 1; isKnown && l <= layerCount(); ++l)
        m_activations.push_back(&frame.snapshot->network.layer(l).activation());
    updateResponse();
    tell();
}

void HistogramPanel::updateResponse()
{
    const auto i = static_cast<std::size_t>(layer() - 1);
    const Activation *activation = i < m_activations.size() ? m_activations[i] : nullptr;
    const BinScale &bins = m_plot->picture().bins();
    const bool isSame = activation == m_respondsAs && (!m_response || m_response->bins == bins);
    if (isSame)
        return;
    m_respondsAs = activation;
    m_response = activation ? responseOf(*activation, bins) : std::nullopt;
    m_plot->setResponse(m_response);
}

QString HistogramPanel::subtitle() const
{
    if (layerCount() == 0)
        return {};
    // Weights are no matter of what is measured on.
    return (m_distribution == LayerDistribution::Weights ? tr("%1 of %2") : tr("%1 of %2 · probe"))
        .arg(symbolOf(m_distribution), layerName(layer(), layerCount()));
}

QString HistogramPanel::zerosSentence(const Histogram &histogram) const
{
    const auto total = static_cast<double>(histogram.total());
    QString text;
    if (histogram.zeros() > 0)
        text = tr("%1 of %2 are exactly zero.")
                   .arg(percentText(histogram.zeros() / total, 1, QLocale()),
                        symbolOf(m_distribution));
    if (histogram.notNumbers() > 0)
        text += u' '
                + tr("%1 are not numbers any more: the run has diverged.")
                      .arg(QLocale().toString(histogram.notNumbers()));
    return text.trimmed();
}

QString HistogramPanel::silenceSentence(const Histogram &histogram) const
{
    if (m_distribution != LayerDistribution::WeightedInput || !m_response)
        return {};
    const auto share = silentShare(histogram, *m_response);
    const SilentEdges edges = silentEdges(*m_response);
    if (!share || !edges.below)
        return {};
    const QLocale locale;
    const QString percent = percentText(*share, 1, locale);
    const QString name = m_response->name + u'′';
    if (!edges.above)
        return tr("%1 of z are not above zero, where %2 is nothing: there the layer does not "
                  "learn.")
            .arg(percent, name);
    return tr("%1 of z lie below %2 or above %3, where %4 is less than a twenty-fifth of its "
              "largest: there the layer hardly learns.")
        .arg(percent, significantText(*edges.below, 2, locale),
             significantText(*edges.above, 2, locale), name);
}

QString HistogramPanel::sentence() const
{
    const auto shown = m_plot->shownMoment();
    if (!shown)
        return tr("Press Train to see how the numbers of a layer are spread.");
    const Histogram *histogram = m_plot->picture().histogram(*shown);
    if (!histogram)
        return tr("This was not measured here.");
    if (histogram->total() == 0)
        return zerosSentence(*histogram);
    return (silenceSentence(*histogram) + u' ' + zerosSentence(*histogram)).trimmed();
}

void HistogramPanel::tell()
{
    const QString text = sentence();
    if (text == m_sentence->text())
        return;
    m_sentence->setText(text);
    m_plot->setAccessibleDescription(text);
}

void HistogramPanel::retranslate()
{
    fillLayers();
    for (int i = 0; i < m_distributions->count(); ++i) {
        const auto distribution
            = static_cast<LayerDistribution>(m_distributions->itemData(i).toInt());
        m_distributions->setItemText(i, nameOf(distribution));
        m_distributions->setItemData(i, helpOf(distribution), Qt::ToolTipRole);
    }
    m_layers->setToolTip(tr("The layer whose numbers are shown: the selected one in all panels"));
    m_layers->setAccessibleName(tr("Layer"));
    m_distributions->setAccessibleName(tr("Which numbers of the layer"));
    updateSubject();
    tell();
}

Panel *createHistogramPanel(TrainingSession &session, Selection &selection, QWidget *parent)
{
    return new HistogramPanel(ScopeAxis::sharedBy(session), selection, parent);
}

} // namespace nabla::ui
