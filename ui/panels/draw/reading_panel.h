// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt first: moc cannot parse <compare>, which telemetry includes, before other standard headers.
#include "ui/panels/scope_panel.h"

#include "core/nn/reading.h"
#include "ui/session/readings/image_history.h"

#include <array>
#include <map>
#include <optional>

class QLabel;

namespace nabla::ui {

class Selection;

/// How the network reads the standing drawing, over the whole run: a curve a digit, the network's
/// output for it. The past is there at once, for any drawing, from the moments that the run has
/// kept. Digits that were never the answer stay pale; the answer and the runner-up are named.
class ReadingPanel final : public ScopePanel
{
    Q_OBJECT

public:
    ReadingPanel(ScopeAxis &axis, Selection &selection, QWidget *parent = nullptr);

    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] const ImageHistory &history() const { return m_history; }
    /// Why there are no curves; empty where there are.
    [[nodiscard]] QString emptyText() const;

protected:
    [[nodiscard]] ScopeRuns runsOf(const Frame &frame) override;
    [[nodiscard]] std::vector<ScopeCurve> curves(int layerCount) const override;
    void showNumbers(const Frame &frame) override;
    void restyle() override;

private:
    /// Which digits stand out, and how.
    struct Standing
    {
        int digit = 0; ///< the answer at last, or where the time machine stands
        int runnerUp = 1;
        std::array<bool, 10> wasAnswer{};
        bool operator==(const Standing &) const = default;
    };
    void takeOver(const std::vector<ImageReading> &readings, std::optional<std::uint64_t> moment);
    void scheduleFrame();
    void showWordsOrPlot();
    [[nodiscard]] QColor colorOf(int digit) const;

    Selection &m_selection;
    ImageHistory m_history;
    QLabel *m_empty;
    QTimer m_refresh; ///< the pen is faster than the eye
    std::map<MetricId, MetricSeries> m_scores;
    Standing m_standing;
    std::optional<Reading> m_reading; ///< at last, or where the time machine stands
    std::uint64_t m_since = 0; ///< the first step of those in a row that read it as this digit
    bool m_hasNetwork = false;
    bool m_isMisfit = false; ///< the network reads no digits
};

[[nodiscard]] Panel *createReadingPanel(TrainingSession &session, Selection &selection,
                                        QWidget *parent);

} // namespace nabla::ui
