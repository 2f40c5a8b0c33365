// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/run_icon.h"

#include "ui/plots/scope/run_line.h"

#include <QPainter>
#include <QPen>
#include <QPixmap>

namespace nabla::ui {

QIcon runIcon(int style, const QColor &color, double devicePixelRatio)
{
    QPixmap picture(runIconSize * devicePixelRatio);
    picture.setDevicePixelRatio(devicePixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setPen(QPen(color, 2.0, Qt::SolidLine, Qt::FlatCap));
    const double middle = runIconSize.height() / 2.0;
    drawRunLine(painter, QPolygonF{{0.0, middle}, {double(runIconSize.width()), middle}}, style);
    painter.end();
    return QIcon(picture);
}

} // namespace nabla::ui
