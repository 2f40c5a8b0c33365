// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt first: moc cannot parse <compare>, which telemetry includes, before other standard headers.
#include <QWidget>

#include "ui/plots/curves/scope_record.h"

class QCustomPlot;
class QTimer;

namespace nabla::ui {

class ScopeAxis;

/// A plot over the x axis that all of them share: zoom, pan, follow and crosshair are the axis's.
/// It keeps its own copy of what it shows, so that zooming needs no new frame, redraws at most once
/// a turn of the event loop, and only while visible. What is drawn is its subclass's. GUI thread.
class RunPlot : public QWidget
{
    Q_OBJECT

public:
    ~RunPlot() override;

    virtual void showRuns(const ScopeRuns &shown);
    [[nodiscard]] ScopeAxis &axis() const { return m_axis; }
    /// What is drawn, for tests.
    [[nodiscard]] const ScopeScene &scene() const { return m_scene; }

signals:
    void menuRequested(const QPoint &globalPosition);

protected:
    /// The axis must outlive the plot.
    RunPlot(ScopeAxis &axis, QWidget *parent);

    /// Makes the scene of what is in view and gives the canvas its margins and its y axis.
    virtual void redraw() = 0;
    /// After a change of colours, fonts or language.
    virtual void restyle() = 0;

    [[nodiscard]] QCustomPlot &canvas() const { return *m_canvas; }
    [[nodiscard]] ScopeScene &drawnScene() { return m_scene; }
    [[nodiscard]] ScopeRecord &runs() { return m_runs; }
    [[nodiscard]] const ScopeRecord &runs() const { return m_runs; }

    void scheduleRefresh();
    void refresh();
    /// The palette's colours and the font, everywhere. Calls restyle().
    void applyTheme();

    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    ScopeAxis &m_axis;
    QCustomPlot *m_canvas;
    QTimer *m_refreshTimer;
    ScopeRecord m_runs;
    ScopeScene m_scene; ///< the canvas's layers read it
};

} // namespace nabla::ui
