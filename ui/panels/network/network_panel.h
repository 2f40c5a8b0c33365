// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"

#include <memory>

namespace nabla::ui {

class NetworkView;

/// The network as columns of neurons that answer to the drawing, or, as long as there is none, to
/// the first validation digit; under each hidden layer how many times slower it learns than the
/// last one.
class NetworkPanel final : public Panel
{
    Q_OBJECT

public:
    explicit NetworkPanel(Selection &selection, QWidget *parent = nullptr);

    void showFrame(const Frame &frame) override;
    [[nodiscard]] QString subtitle() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseImage();

    Selection &m_selection;
    NetworkView *m_view;
    bool m_showsDrawing = false;
    std::shared_ptr<const Dataset> m_data;
};

[[nodiscard]] Panel *createNetworkPanel(TrainingSession &session, Selection &selection,
                                        QWidget *parent);

} // namespace nabla::ui
