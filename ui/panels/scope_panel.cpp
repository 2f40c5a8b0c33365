// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scope_panel.h"

#include "ui/panels/scope_runs.h"

namespace nabla::ui {

ScopePanel::ScopePanel(ScopeAxis &axis, ScopeScale scale, QWidget *parent)
    : Panel(parent)
    , m_plot(new ScopePlot(axis, scale, this))
{
}

void ScopePanel::showFrame(const Frame &frame)
{
    if (frame.history.layerCount() != m_layerCount) {
        m_layerCount = frame.history.layerCount();
        updateCurves();
    }
    m_plot->showRuns(runsOf(frame));
    showNumbers(frame);
    announceSubtitle();
}

ScopeRuns ScopePanel::runsOf(const Frame &frame)
{
    return scopeRuns(frame);
}

void ScopePanel::updateCurves()
{
    m_plot->setCurves([this](int layers) { return curves(layers); });
}

void ScopePanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (!changesLook(*event))
        return;
    updateCurves();
    restyle();
    announceSubtitle();
}

void ScopePanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    updateCurves();
    restyle();
}

} // namespace nabla::ui
