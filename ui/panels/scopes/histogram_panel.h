// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt first: moc cannot parse <compare>, which telemetry includes, before other standard headers.
#include "ui/panels/scopes/picture_panel.h"

#include "core/nn/activation.h"
#include "ui/plots/pictures/histogram_picture.h"
#include "ui/plots/pictures/response_curve.h"

#include <optional>
#include <vector>

class QComboBox;
class QLabel;

namespace nabla::ui {

class HistogramPlot;
class ScopeAxis;

/// How z, a, delta, dC/dW or W of the selected layer are distributed, through time and now; over z
/// the layer's activation function and its derivative, and how much of z lies where that is
/// nothing. Where no layer is selected, layer 1.
class HistogramPanel final : public PicturePanel
{
    Q_OBJECT

public:
    HistogramPanel(ScopeAxis &axis, Selection &selection, QWidget *parent = nullptr);

    [[nodiscard]] QString subtitle() const override;

    void setDistribution(LayerDistribution distribution);
    [[nodiscard]] int layer() const;
    [[nodiscard]] HistogramPlot &plot() { return *m_plot; }
    /// What is said of the bars under the plot.
    [[nodiscard]] QString sentence() const;

protected:
    void updateLayers() override;
    void showNumbers(const Frame &frame) override;
    void followSelection() override;
    [[nodiscard]] int steppedLayer() const override { return layer(); }
    void retranslate() override;

private:
    void makeControls();
    void fillLayers();
    void updateSubject();
    void updateResponse();
    void tell();
    [[nodiscard]] QString zerosSentence(const Histogram &histogram) const;
    [[nodiscard]] QString silenceSentence(const Histogram &histogram) const;

    QComboBox *m_layers;
    QComboBox *m_distributions;
    HistogramPlot *m_plot;
    QLabel *m_sentence;
    LayerDistribution m_distribution = LayerDistribution::WeightedInput;
    std::vector<const Activation *> m_activations; ///< a layer each; null where unknown
    std::optional<ResponseCurve> m_response;
    const Activation *m_respondsAs = nullptr; ///< what m_response was made of
};

[[nodiscard]] Panel *createHistogramPanel(TrainingSession &session, Selection &selection,
                                          QWidget *parent);

} // namespace nabla::ui
