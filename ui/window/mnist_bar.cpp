// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mnist_bar.h"

#include "ui/session/sources/mnist_download.h"
#include "ui/window/message_bar.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

namespace nabla::ui {

MnistBar::MnistBar(MnistDownload *download, QWidget *parent)
    : QWidget(parent)
    , m_download(download)
    , m_bar(new MessageBar(MessageBar::Tone::Offer, this))
{
    m_download->setParent(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    connect(m_bar, &MessageBar::actionTriggered, this, &MnistBar::act);
    connect(m_bar, &MessageBar::dismissed, this, &MnistBar::dismiss);
    connect(m_download, &MnistDownload::progressed, this, &MnistBar::showProgress);
    connect(m_download, &MnistDownload::finished, this, &MnistBar::finish);
    connect(m_download, &MnistDownload::canceled, this, [this] { setStage(Stage::Hidden); });
    connect(m_download, &MnistDownload::failed, this, &MnistBar::fail);
    setStage(Stage::Hidden);
}

void MnistBar::offer()
{
    if (m_stage == Stage::Hidden)
        setStage(Stage::Offer);
}

void MnistBar::withdrawOffer()
{
    if (m_stage == Stage::Offer)
        setStage(Stage::Hidden);
}

void MnistBar::startDownload()
{
    m_bytes = m_total = 0;
    m_download->start();
    setStage(Stage::Download);
}

void MnistBar::setStage(Stage stage)
{
    m_stage = stage;
    m_bar->setDismissible(stage == Stage::Offer);
    m_bar->setProgress(stage == Stage::Download ? 0.0 : -1.0);
    retranslate();
    setVisible(stage != Stage::Hidden);
}

void MnistBar::showProgress(quint64 bytes, quint64 total)
{
    m_bytes = bytes;
    m_total = total;
    m_bar->setProgress(total == 0 ? 0.0 : static_cast<double>(bytes) / static_cast<double>(total));
    retranslate();
}

void MnistBar::act()
{
    if (m_stage == Stage::Offer)
        startDownload();
    else
        m_download->cancel();
}

void MnistBar::dismiss()
{
    setStage(Stage::Hidden);
    emit offerDismissed();
}

void MnistBar::finish()
{
    setStage(Stage::Hidden);
    emit mnistArrived();
}

void MnistBar::fail(const QString &message)
{
    setStage(Stage::Hidden);
    emit problem(tr("MNIST could not be downloaded: %1").arg(message));
}

void MnistBar::retranslate()
{
    if (m_stage == Stage::Offer) {
        m_bar->setText(
            tr("These digits are made by the program. MNIST has 70,000 that people wrote."));
        m_bar->setActionText(tr("Get MNIST (11 MB)"));
    } else if (m_stage == Stage::Download) {
        const auto megabytes = [](quint64 bytes) {
            return QLocale().toString(static_cast<double>(bytes) / 1e6, 'f', 1);
        };
        m_bar->setText(
            tr("Getting MNIST: %1 of %2 MB").arg(megabytes(m_bytes), megabytes(m_total)));
        m_bar->setActionText(tr("Cancel"));
    }
}

void MnistBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nabla::ui
