// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/normalization.h"
#include "ui/panels/panel.h"
#include "ui/session/readings/step_price_meter.h"

#include <QTimer>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

class QLabel;
class QPushButton;

namespace nabla::ui {

class PreparationStep;

/// The way from the ink on the paper to the 28 x 28 pixels that the network reads, a small picture
/// a stage. Each step can be switched off: the network then really reads the drawing without it.
/// Beside each stands how many of a thousand drawings the network reads right with it and without
/// it, measured when the run rests, or on demand.
class PreparationPanel final : public Panel
{
    Q_OBJECT

public:
    explicit PreparationPanel(Selection &selection, QWidget *parent = nullptr);
    ~PreparationPanel() override;

    void showFrame(const Frame &frame) override;
    [[nodiscard]] QString subtitle() const override;

    [[nodiscard]] PreparationStep &stage(std::size_t index) const { return *m_stages.at(index); }
    [[nodiscard]] QPushButton &measureButton() const { return *m_measure; }
    [[nodiscard]] const std::optional<StepPrices> &prices() const { return m_prices; }
    [[nodiscard]] QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void connectAll();
    void retranslate();
    void showStages();
    void scheduleStages();
    void measure();
    void setPrices(const std::optional<StepPrices> &prices);
    void tell();
    [[nodiscard]] QString stepsText() const;

    Selection &m_selection;
    std::array<PreparationStep *, normalizationSteps + 1> m_stages{};
    QLabel *m_sentence;
    QPushButton *m_measure;
    QPushButton *m_all;
    QTimer m_refresh; ///< the pen is faster than the eye
    StepPriceMeter m_meter;

    std::shared_ptr<const Snapshot> m_snapshot;
    std::uint64_t m_runId = 0;
    std::optional<StepPrices> m_prices;
    double m_epoch = 0.0; ///< of the network that was measured
    double m_epochNow = 0.0;
};

[[nodiscard]] Panel *createPreparationPanel(TrainingSession &session, Selection &selection,
                                            QWidget *parent);

} // namespace nabla::ui
