// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace nabla::ui {

/// A slim bar that says one thing, with at most one thing to do about it, until it is dismissed.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    enum class Tone
    {
        Offer,
        Problem
    };

    explicit MessageBar(Tone tone, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    /// Empty: no button.
    void setActionText(const QString &text);
    /// Below 0: no progress.
    void setProgress(double fraction);
    void setDismissible(bool isDismissible);

signals:
    void actionTriggered();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Tone m_tone;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace nabla::ui
