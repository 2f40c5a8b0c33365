// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

class QCustomPlot;
class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace nabla::ui {

class ScopeAxis;

/// What a person does on a scope with mouse and keys, told to the shared axis: the wheel zooms,
/// dragging pans, a double click follows the run again, hovering moves the crosshair; the arrow
/// keys, plus, minus and Home do the same without a mouse. Belongs to the plot it watches.
class ScopeGestures final : public QObject
{
    Q_OBJECT

public:
    ScopeGestures(QCustomPlot &plot, ScopeAxis &axis);
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void menuRequested(const QPoint &globalPosition);

private:
    [[nodiscard]] bool pressKey(const QKeyEvent &event);
    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release();
    void turnWheel(const QWheelEvent &event);

    QCustomPlot &m_plot;
    ScopeAxis &m_axis;
    std::optional<double> m_dragFrom; ///< pixels
};

} // namespace nabla::ui
