// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt first: moc cannot parse <compare>, which telemetry includes, before other standard headers.
#include "ui/panels/scopes/picture_panel.h"

#include "core/telemetry/metric.h"
#include "ui/plots/curves/scope_record.h"
#include "ui/plots/pictures/magnitude_scale.h"

#include <map>

class QAction;
class QComboBox;

namespace nabla::ui {

class ScopeAxis;
class StripPlot;

/// One quantity of all layers over the whole run at a glance: rows are layers, the output on top,
/// columns are time, colour is the number. A click on a row points at its layer.
class StripPanel final : public PicturePanel
{
    Q_OBJECT

public:
    StripPanel(ScopeAxis &axis, Selection &selection, QWidget *parent = nullptr);

    [[nodiscard]] QString subtitle() const override;

    void setQuantity(LayerQuantity quantity);
    [[nodiscard]] LayerQuantity quantity() const { return m_quantity; }
    /// The probe has no update ratio: there the mini-batches stand in.
    void setSource(MeasuredOn source);
    [[nodiscard]] MeasuredOn source() const;
    [[nodiscard]] StripPlot &plot() { return *m_plot; }

protected:
    void updateLayers() override;
    void showNumbers(const Frame &frame) override;
    void followSelection() override;
    void retranslate() override;

private:
    void makeControls();
    void startColors();
    void toggleRow(int row);
    [[nodiscard]] MetricId metric(int layer) const;

    QComboBox *m_quantities;
    QComboBox *m_sources;
    QAction *m_startColors;
    StripPlot *m_plot;
    LayerQuantity m_quantity = LayerQuantity::LearningSpeed;
    MeasuredOn m_source = MeasuredOn::Probe;
    std::map<LayerQuantity, MagnitudeScale> m_scales; ///< as far as they have grown
};

[[nodiscard]] Panel *createStripPanel(TrainingSession &session, Selection &selection,
                                      QWidget *parent);

} // namespace nabla::ui
