// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace nabla::ui {

/// The one big button: Train, or Pause while it trains, with its key beside the word.
class TrainButton final : public QPushButton
{
    Q_OBJECT

public:
    enum class Face
    {
        Train,
        Pause,
        Waiting
    };

    explicit TrainButton(QWidget *parent = nullptr);
    void setFace(Face face);
    [[nodiscard]] Face face() const { return m_face; }
    /// Without the name of the key, where room is short.
    void setCompact(bool isCompact);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void paintMark(QPainter &painter, const QRectF &box) const;
    [[nodiscard]] QFont boldFont() const;

    Face m_face = Face::Train;
    bool m_isCompact = false;
    QString m_key;
};

} // namespace nabla::ui
