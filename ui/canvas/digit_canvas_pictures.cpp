// SPDX-License-Identifier: GPL-3.0-or-later
// How a picture comes onto the canvas, and what is said of it.
#include "ui/canvas/digit_canvas.h"

#include "ui/canvas/canvas_view.h"
#include "ui/canvas/pictures/picture_loader.h"

#include <QFileDialog>
#include <QPainter>
#include <QTextOption>

#include <algorithm>

namespace nabla::ui {

void DigitCanvas::setPicture(const PictureReading &reading)
{
    if (reading.picture)
        return setContent(tr("Picture"), {{}, reading.picture});
    say(reading.problem);
}

void DigitCanvas::loadPicture(const PictureSource &source)
{
    m_pictures->start(source);
    say({});
    emit pictureComing();
}

bool DigitCanvas::isLoadingPicture() const
{
    return m_pictures->isReading();
}

QString DigitCanvas::notice() const
{
    return isLoadingPicture() ? tr("Reading the picture…") : textOf(m_problem);
}

void DigitCanvas::openPicture()
{
    const QString file
        = QFileDialog::getOpenFileName(this, tr("Open a picture of a digit"), {},
                                       tr("Pictures (%1)").arg(pictureFilePatterns())
                                           + QStringLiteral(";;") + tr("All files (*)"));
    if (!file.isEmpty())
        loadPicture(file);
}

/// What there is to say of a picture, or nothing.
void DigitCanvas::say(const PictureProblem &problem)
{
    m_problem = problem;
    const QString text = notice();
    if (!text.isEmpty() && !isLoadingPicture())
        m_noticeTimer.start();
    else
        m_noticeTimer.stop();
    setAccessibleDescription(
        text.isEmpty()
            ? tr("Draw with mouse, finger or pen; the network reads it at once. Arrow keys move a "
                 "pen, Enter puts it on the paper and lifts it again, Escape puts it away.")
            : text);
    setToolTip(text); // whole, also where the paper is small
    updateActions();
    update();
}

void DigitCanvas::paintNotice(QPainter &painter) const
{
    const QString said = notice();
    if (said.isEmpty())
        return;
    constexpr double gap = 6.0;
    const QRectF room = m_view->frame().adjusted(2 * gap, 2 * gap, -2 * gap, -2 * gap);
    QTextOption wrapped(Qt::AlignLeft);
    wrapped.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a file's name has no spaces
    QRectF text = painter.boundingRect(room, said, wrapped);
    text.moveTop(std::max(room.top(), room.bottom() - text.height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(text.adjusted(-gap, -gap, gap, gap), cornerRadius, cornerRadius);
    painter.setPen(palette().color(QPalette::ToolTipText));
    painter.drawText(text, said, wrapped);
}

} // namespace nabla::ui
