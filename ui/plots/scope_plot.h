// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt first: moc cannot parse <compare>, which telemetry includes, before other standard headers.
#include <QList>
#include <QWidget>

#include "ui/plots/scope_export.h"
#include "ui/plots/scope_record.h"

#include <cstdint>
#include <vector>

class QAction;
class QCustomPlot;
class QTimer;

namespace nabla::ui {

class ScopeAxis;
class ScopeMenu;

/// A plot of the metrics of one or several runs over the x axis that it shares with the other
/// scopes. It keeps its own copy of what it shows, so that zooming needs no new frame, reduces it
/// to pixel columns and redraws at most once a turn of the event loop, and only while visible. GUI
/// thread.
class ScopePlot final : public QWidget
{
    Q_OBJECT

public:
    /// The axis must outlive the plot.
    ScopePlot(ScopeAxis &axis, ScopeScale scale, QWidget *parent = nullptr);
    ~ScopePlot() override;

    /// Asked for every run, and again whenever this is called.
    void setCurves(CurvesOfLayers curves);
    /// Every frame; runs that are not among these are forgotten.
    void showRuns(const ScopeRuns &runs);

    [[nodiscard]] ScopeAxis &axis() const { return m_axis; }
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
    /// What is drawn, for tests.
    [[nodiscard]] const ScopeScene &scene() const;
    [[nodiscard]] AxisRange valueRange() const;

    /// The same as vectors, for a page.
    [[nodiscard]] QByteArray svg() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeLayers();
    void scheduleRefresh();
    void refresh();
    void makeScene();
    void applyAxes();
    void applyTheme();
    void reserveMargins();
    void showCrosshair();

    ScopeAxis &m_axis;
    QCustomPlot *m_plot;
    QTimer *m_refreshTimer;
    ScopeRecord m_record;
    ScopeScene m_scene; ///< the plot's layers read it
    ScopeScale m_linearScale; ///< when not logarithmic
    Smoothing m_smoothing = Smoothing::Light;
    ScopeReference m_reference;
    AxisRange m_values;
    ScopeMenu *m_menu;
};

} // namespace nabla::ui
