// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"
#include "ui/plots/scope/scope_plot.h"

#include <vector>

namespace nabla::ui {

class ScopeAxis;

/// What the scopes have in common: a plot that shows each frame's runs, curves that follow
/// palette, language and network, and a subtitle that is announced when it changes.
class ScopePanel : public Panel
{
    Q_OBJECT

public:
    ScopePanel(ScopeAxis &axis, ScopeScale scale, QWidget *parent);

    void showFrame(const Frame &frame) final;
    [[nodiscard]] ScopePlot &plot() const { return *m_plot; }

protected:
    /// Of a network of so many layers, the output layer included; 0 before the first run.
    [[nodiscard]] virtual std::vector<ScopeCurve> curves(int layerCount) const = 0;
    /// What the plot shows of the frame; valid as long as the frame and until the next one.
    [[nodiscard]] virtual ScopeRuns runsOf(const Frame &frame);
    /// Takes from the frame what subtitle and the rest of the panel tell.
    virtual void showNumbers(const Frame &frame) = 0;
    /// Texts and colours beside the plot.
    virtual void restyle() {}

    void updateCurves();
    /// Of the run that is shown, the output layer included; 0 before the first.
    [[nodiscard]] int layerCount() const { return m_layerCount; }
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    ScopePlot *m_plot;
    int m_layerCount = 0;
};

} // namespace nabla::ui
