// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pictures/incoming_pictures.h"

#include "ui/canvas/pictures/picture_loader.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>

namespace nabla::ui {

IncomingPictures::IncomingPictures(QObject *parent)
    : QObject(parent)
    , m_loader(new PictureLoader(this))
{
    connect(m_loader, &PictureLoader::finished, this, &IncomingPictures::take);
}

void IncomingPictures::load(const PictureSource &source)
{
    m_loader->start(source);
    m_problem = {};
    emit noticeChanged();
    emit coming();
}

void IncomingPictures::paste()
{
    load(pictureIn(*QGuiApplication::clipboard()->mimeData()));
}

void IncomingPictures::open(QWidget *parent)
{
    const QString file
        = QFileDialog::getOpenFileName(parent, tr("Open a picture of a digit"), {},
                                       tr("Pictures (%1)").arg(pictureFilePatterns())
                                           + QStringLiteral(";;") + tr("All files (*)"));
    if (!file.isEmpty())
        load(file);
}

void IncomingPictures::giveUp()
{
    if (notice().isEmpty())
        return;
    m_loader->cancel();
    m_problem = {};
    emit noticeChanged();
}

bool IncomingPictures::isLoading() const
{
    return m_loader->isReading();
}

QString IncomingPictures::notice() const
{
    return isLoading() ? tr("Reading the picture…") : textOf(m_problem);
}

void IncomingPictures::take(const PictureReading &reading)
{
    m_problem = reading.problem;
    emit noticeChanged();
    if (reading.picture)
        emit arrived(reading.picture);
}

} // namespace nabla::ui
