// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"

#include <optional>

namespace nabla::ui {

class ConfusionTable;

/// Which digits the network takes for which, of the validation digits, at the last epoch that was
/// evaluated.
class ConfusionPanel final : public Panel
{
    Q_OBJECT

public:
    explicit ConfusionPanel(QWidget *parent = nullptr);

    void showFrame(const Frame &frame) override;
    [[nodiscard]] QString subtitle() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    ConfusionTable *m_table;
    std::optional<int> m_epoch; ///< after so many epochs
};

[[nodiscard]] Panel *createConfusionPanel(TrainingSession &session, Selection &selection,
                                          QWidget *parent);

} // namespace nabla::ui
