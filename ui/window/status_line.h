// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/frame.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace nabla::ui {

/// The window's lower edge: what the run is doing, its seed, step and digest, the data, the
/// language.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    StatusLine(QMenu *languages, QWidget *parent = nullptr);

    void showFrame(const Frame &frame);
    /// Train was pressed and waits for the data.
    void setWaiting(bool isWaiting);
    void setLanguageName(const QString &name);
    /// "diverged at step 12 in layer 3"
    [[nodiscard]] QString stateText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString dataText() const;
    [[nodiscard]] QColor stateColor() const;

    QLabel *m_state;
    QLabel *m_seed;
    QLabel *m_step;
    QLabel *m_digest;
    QLabel *m_data;
    QLabel *m_thread;
    QToolButton *m_language;
    RunStatusData m_status;
    std::uint64_t m_seedValue = 0;
    std::shared_ptr<const Dataset> m_dataset;
    QString m_kernels; ///< what computes the run
    bool m_hasRun = false;
    bool m_isWaiting = false;
};

} // namespace nabla::ui
