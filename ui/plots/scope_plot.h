// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt first: moc cannot parse <compare>, which telemetry includes, before other standard headers.
#include <QList>
#include <QWidget>

#include "ui/plots/scope_record.h"

#include <cstdint>
#include <vector>

class QAction;
class QCustomPlot;
class QMenu;
class QTimer;

namespace nabla::ui {

class ScopeAxis;

/// A plot of a run's metrics over the x axis that it shares with the other scopes. It keeps its own
/// copy of what it shows, so that zooming needs no new frame, reduces it to pixel columns and
/// redraws at most once a turn of the event loop, and only while visible. GUI thread.
class ScopePlot final : public QWidget
{
    Q_OBJECT

public:
    /// The axis must outlive the plot.
    ScopePlot(ScopeAxis &axis, ScopeScale scale, QWidget *parent = nullptr);
    ~ScopePlot() override;

    void setCurves(std::vector<ScopeCurve> curves);
    /// Every frame; another runId forgets what was kept.
    void showRun(const RunHistory &history, const RunStatusData &status, std::uint64_t runId);

    [[nodiscard]] ScopeScale scale() const;
    void setScale(ScopeScale scale);
    /// Shown in the context menu, above the entries that every scope has.
    void setExtraActions(const QList<QAction *> &actions);
    /// For files: "learning-speed".
    void setFileStem(const QString &stem);

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
    void scheduleRefresh();
    void refresh();
    void makeScene();
    void applyAxes();
    void applyTheme();
    void reserveMargins();
    void showCrosshair();
    void openMenu(const QPoint &globalPosition);
    void addUnitActions(QMenu &menu);
    void copyImage();
    void saveImage();
    void saveValues();
    void report(const QString &error);

    ScopeAxis &m_axis;
    QCustomPlot *m_plot;
    QTimer *m_refreshTimer;
    ScopeRecord m_record;
    ScopeScene m_scene; ///< the plot's layers read it
    AxisRange m_values;
    QList<QAction *> m_extraActions;
    QString m_fileStem = QStringLiteral("scope");
};

} // namespace nabla::ui
