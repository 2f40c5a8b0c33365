// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/scope/scope_layers.h"

namespace nabla::ui {

/// What another program recorded, as hollow circles over the curves, and its name.
class ReferenceLayer final : public ScopeLayer
{
public:
    ReferenceLayer(QCustomPlot *plot, const ScopeScene &scene)
        : ScopeLayer(plot, "main", scene)
    {
    }

protected:
    void draw(QCPPainter *painter) override;

private:
    void drawName(QCPPainter *painter) const;
};

} // namespace nabla::ui
