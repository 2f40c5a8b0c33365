// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/frame.h"

#include <QWidget>

class QToolButton;

namespace nabla::ui {

/// How far the run is ("Epoch 3 of 30", a bar, the time left and the speed), or, while data are
/// being loaded, how far they are, with a Cancel.
class RunProgress final : public QWidget
{
    Q_OBJECT

public:
    explicit RunProgress(QWidget *parent = nullptr);

    void showFrame(const Frame &frame);
    void showLoading(const QString &what, double fraction);
    void endLoading();
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QString leftText() const;
    /// The longest of these that finds room is shown.
    [[nodiscard]] QStringList rightTexts() const;
    [[nodiscard]] double fraction() const;
    [[nodiscard]] QString timeLeft() const;
    void retranslate();
    void placeCancel();

    QToolButton *m_cancel;
    RunStatusData m_status;
    double m_digitsAStep = 0.0;
    QString m_loading; ///< empty: the run is shown
    double m_loadingFraction = 0.0;
};

} // namespace nabla::ui
