// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace nabla::ui {

/// A button that opens a menu and shows what was chosen, with an optional quiet word before it ("on
/// MNIST"). Long names are shortened to the room there is.
class SelectorButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit SelectorButton(QWidget *parent = nullptr);
    void setTexts(const QString &prefix, const QString &value);
    /// Wider than this it never is.
    void setMostWidth(int pixels);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_prefix;
    QString m_value;
    int m_mostWidth = 220;
};

} // namespace nabla::ui
