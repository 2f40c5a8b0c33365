// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt first: moc cannot parse <compare>, which telemetry includes, before other standard headers.
#include <QList>

#include "ui/plots/scope/run_plot.h"
#include "ui/plots/scope/scope_export.h"

#include <cstdint>
#include <vector>

class QAction;

namespace nabla::ui {

class ScopeAxis;
class ScopeMenu;

/// The metrics of one or several runs as curves, reduced to pixel columns: its cost is that of its
/// width. GUI thread.
class ScopePlot final : public RunPlot
{
    Q_OBJECT

public:
    /// The axis must outlive the plot.
    ScopePlot(ScopeAxis &axis, ScopeScale scale, QWidget *parent = nullptr);
    ~ScopePlot() override;

    /// Asked for every run, and again whenever this is called.
    void setCurves(CurvesOfLayers curves);
    /// Every frame; runs that are not among these are forgotten.

    [[nodiscard]] ScopeScale scale() const;
    void setScale(ScopeScale scale);
    /// The logarithmic scale of the same values, or back from it.
    void setLogarithmic(bool isLogarithmic);
    [[nodiscard]] QAction *logarithmicAction() const;
    [[nodiscard]] Smoothing smoothing() const { return m_smoothing; }
    void setSmoothing(Smoothing smoothing);
    /// Values that are as they should be, behind the curves.
    void setGuide(const std::optional<SceneGuide> &guide);
    /// What another program recorded, over the curves; empty: nothing.
    void setReference(const ScopeReference &reference);
    /// Shown in the context menu, above the entries that every scope has.
    void setExtraActions(const QList<QAction *> &actions);
    /// For files: "learning-speed".
    void setFileStem(const QString &stem);

    /// Valid until the next frame.
    [[nodiscard]] std::vector<ExportedRun> exportedRuns() const;
    [[nodiscard]] AxisRange valueRange() const;

    /// The same as vectors, for a page.
    [[nodiscard]] QByteArray svg() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void redraw() override;
    void restyle() override;

private:
    void makeLayers();
    void makeScene();
    void applyAxes();
    void reserveMargins();
    void showCrosshair();

    ScopeScale m_linearScale; ///< when not logarithmic
    Smoothing m_smoothing = Smoothing::Light;
    ScopeReference m_reference;
    AxisRange m_values;
    ScopeMenu *m_menu;
};

} // namespace nabla::ui
