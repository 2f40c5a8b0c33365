// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/learning_speed_summary.h"
#include "ui/panels/scope_panel.h"

class QAction;
class QActionGroup;
class QLabel;
class QToolButton;

namespace nabla::ui {

class LearningSpeedLadder;

/// Which of the two measurements of the learning speed the scope shows.
enum class SpeedSource
{
    Everything, ///< the probe as lines over the envelopes of the mini-batches
    MiniBatches, ///< noisy, every step
    Probe, ///< exact, a few times a second
};

/// The learning speed |dC/db^l| of every hidden layer (chapter 5), the sentence that says how far
/// the first one lags behind the last, and a ladder of the speeds now.
class LearningSpeedPanel final : public ScopePanel
{
    Q_OBJECT

public:
    LearningSpeedPanel(ScopeAxis &axis, Selection &selection, QWidget *parent = nullptr);
    [[nodiscard]] QString subtitle() const override;

    void setSource(SpeedSource source);
    /// As rich text.
    [[nodiscard]] QString sentence() const;

protected:
    [[nodiscard]] std::vector<ScopeCurve> curves() const override;
    void showNumbers(const Frame &frame) override;
    void restyle() override;

private:
    void makeActions();
    void makeLayout();
    void followSelection();
    void setLogarithmic(bool isLogarithmic);
    [[nodiscard]] int hiddenLayers() const { return layerCount() > 0 ? layerCount() - 1 : 0; }
    [[nodiscard]] QString comparison() const;
    [[nodiscard]] QString singleLayer() const;

    Selection &m_selection;
    QActionGroup *m_sources;
    QAction *m_everything;
    QAction *m_miniBatches;
    QAction *m_probe;
    QAction *m_logarithmic;
    QLabel *m_sentence;
    QToolButton *m_sourceButton;
    LearningSpeedLadder *m_ladder;
    SpeedSource m_source = SpeedSource::Everything;
    LearningSpeedSummary m_summary;
    int m_probeDigits = 1000;
};

[[nodiscard]] Panel *createLearningSpeedPanel(TrainingSession &session, Selection &selection,
                                              QWidget *parent);

} // namespace nabla::ui
