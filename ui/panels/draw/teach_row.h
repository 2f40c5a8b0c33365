// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/own_digits.h"

#include <QWidget>

#include <array>
#include <memory>
#include <optional>

class QLabel;
class QToolButton;

namespace nabla::ui {

class CanvasSheet;
class MyDigits;

/// "That was a ..." under a canvas: keeps what lies on its sheet, a drawing or a picture, in My
/// digits under the label that is pressed. That label stays down: another one corrects it, itself
/// again takes the drawing out.
class TeachRow final : public QWidget
{
    Q_OBJECT

public:
    TeachRow(MyDigits &digits, CanvasSheet &sheet, QWidget *parent = nullptr);

    [[nodiscard]] QToolButton &button(int label) const
    {
        return *m_buttons[static_cast<std::size_t>(label)];
    }
    [[nodiscard]] QString said() const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void press(int label);
    void showKept();
    [[nodiscard]] bool isOnSheet(const OwnDigit &digit) const;
    /// Where the drawing stands in My digits, if it was kept here and is still there.
    [[nodiscard]] std::optional<int> place() const;

    MyDigits &m_digits;
    CanvasSheet &m_sheet;
    QLabel *m_said;
    std::array<QToolButton *, 10> m_buttons{};
    std::shared_ptr<const OwnDigit> m_kept; ///< the last one that was kept here, as it was then
};

} // namespace nabla::ui
