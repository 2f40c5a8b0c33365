// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/scope_panel.h"

#include <optional>

namespace nabla::ui {

/// How many digits of the mini-batches are read right, and of the validation digits at every epoch.
class AccuracyPanel final : public ScopePanel
{
    Q_OBJECT

public:
    explicit AccuracyPanel(ScopeAxis &axis, QWidget *parent = nullptr);
    [[nodiscard]] QString subtitle() const override;

protected:
    [[nodiscard]] std::vector<ScopeCurve> curves(int layerCount) const override;
    void showNumbers(const Frame &frame) override;
    void restyle() override;

private:
    std::optional<double> m_validation; ///< fraction
};

[[nodiscard]] Panel *createAccuracyPanel(TrainingSession &session, Selection &selection,
                                         QWidget *parent);

} // namespace nabla::ui
