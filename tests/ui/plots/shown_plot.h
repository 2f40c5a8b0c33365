// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/scope/run_plot.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QTest>

namespace nabla::ui::test {

inline void showAndWait(RunPlot &plot, QSize size = {600, 200})
{
    plot.resize(size);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QCoreApplication::processEvents();
}

inline void showRun(RunPlot &plot, const RunHistory &history, const RunStatusData &status = {},
                    std::uint64_t runId = 1)
{
    plot.showRuns({{{runId, &history, &status}}, runId});
    QCoreApplication::processEvents();
}

/// The widget that takes the mouse.
inline QWidget *canvas(RunPlot &plot)
{
    return plot.focusProxy();
}

inline void hover(RunPlot &plot, QPointF place)
{
    QMouseEvent move(QEvent::MouseMove, place, plot.mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                     {});
    QCoreApplication::sendEvent(canvas(plot), &move);
    QCoreApplication::processEvents();
}

inline void leave(RunPlot &plot)
{
    QEvent event(QEvent::Leave);
    QCoreApplication::sendEvent(canvas(plot), &event);
}

} // namespace nabla::ui::test
