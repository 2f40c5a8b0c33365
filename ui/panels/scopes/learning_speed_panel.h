// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/book_curves.h"
#include "core/telemetry/learning_speed_summary.h"
#include "core/telemetry/metric.h"
#include "ui/panels/scope_panel.h"
#include "ui/panels/scopes/learning_speed_words.h"

class QAction;
class QActionGroup;
class QLabel;
class QToolButton;

namespace nabla::ui {

class LearningSpeedLadder;

/// Which of the two measurements of a quantity the scope shows.
enum class SpeedSource
{
    Everything, ///< the probe as lines over the envelopes of the mini-batches
    MiniBatches, ///< noisy, every step
    Probe, ///< exact, a few times a second
};

/// The learning speed |dC/db^l| of every hidden layer (chapter 5), or another quantity of them; the
/// sentence that says how far the first one lags behind the last, or what the numbers mean; and a
/// ladder of the speeds.
class LearningSpeedPanel final : public ScopePanel
{
    Q_OBJECT

public:
    LearningSpeedPanel(ScopeAxis &axis, Selection &selection, QWidget *parent = nullptr);
    [[nodiscard]] QString subtitle() const override;

    void setQuantity(LayerQuantity quantity);
    void setSource(SpeedSource source);
    /// As rich text.
    [[nodiscard]] QString sentence() const;

protected:
    [[nodiscard]] std::vector<ScopeCurve> curves(int layerCount) const override;
    void showNumbers(const Frame &frame) override;
    void restyle() override;

private:
    void makeActions();
    void makeLayout();
    void followSelection();
    void showReference();
    void showSentence();
    /// Of the source that the quantity has: a probe updates nothing.
    [[nodiscard]] SpeedSource source() const;
    [[nodiscard]] QuantityNow quantityOf(const Frame &frame) const;

    Selection &m_selection;
    QActionGroup *m_quantities; ///< in the order of layerQuantities()
    QActionGroup *m_sources;
    QAction *m_everything;
    QAction *m_miniBatches;
    QAction *m_probe;
    QLabel *m_sentence;
    QToolButton *m_showButton;
    LearningSpeedLadder *m_ladder;
    LayerQuantity m_quantity = LayerQuantity::LearningSpeed;
    SpeedSource m_source = SpeedSource::Everything;
    LearningSpeedSummary m_summary;
    QuantityNow m_now;
    std::span<const RecordedSpeeds> m_bookSpeeds; ///< of the shown run's protocol; mostly none
    QString m_moment; ///< "epoch 0.40", or empty
    int m_probeDigits = 1000;
};

[[nodiscard]] Panel *createLearningSpeedPanel(TrainingSession &session, Selection &selection,
                                              QWidget *parent);

} // namespace nabla::ui
