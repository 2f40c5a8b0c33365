// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/scope_panel.h"

#include <string>

namespace nabla::ui {

/// The cost of the mini-batches, and of the validation digits at every epoch.
class CostPanel final : public ScopePanel
{
    Q_OBJECT

public:
    explicit CostPanel(ScopeAxis &axis, QWidget *parent = nullptr);
    [[nodiscard]] QString subtitle() const override;

protected:
    [[nodiscard]] std::vector<ScopeCurve> curves(int layerCount) const override;
    void showNumbers(const Frame &frame) override;
    void restyle() override;

private:
    std::string m_cost; ///< id in the field table
};

[[nodiscard]] Panel *createCostPanel(TrainingSession &session, Selection &selection,
                                     QWidget *parent);

} // namespace nabla::ui
