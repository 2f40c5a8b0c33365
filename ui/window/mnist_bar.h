// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace nabla::ui {

class MessageBar;
class MnistDownload;

/// Offers MNIST, and shows its download. Hidden when there is nothing to say.
class MnistBar final : public QWidget
{
    Q_OBJECT

public:
    /// The download is the bar's from now on.
    explicit MnistBar(MnistDownload *download, QWidget *parent = nullptr);

    void offer();
    /// The offer, not a download under way.
    void withdrawOffer();
    void startDownload();

signals:
    void offerDismissed();
    void mnistArrived();
    void problem(const QString &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Stage
    {
        Hidden,
        Offer,
        Download
    };

    void setStage(Stage stage);
    void showProgress(quint64 bytes, quint64 total);
    void act();
    void dismiss();
    void finish();
    void fail(const QString &message);
    void retranslate();

    MnistDownload *m_download;
    MessageBar *m_bar;
    Stage m_stage = Stage::Hidden;
    quint64 m_bytes = 0;
    quint64 m_total = 0;
};

} // namespace nabla::ui
