// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_theme.h"

#include "ui/plots/layer_colors.h"

#include <qcustomplot.h>

#include <QLocale>
#include <QPalette>

namespace nabla::ui {

namespace {

constexpr QRgb darkHealthy = 0xff49bc85;
constexpr QRgb lightHealthy = 0xff16834e;

QColor blended(const QColor &from, const QColor &to, float share)
{
    const float rest = 1.0F - share;
    return QColor::fromRgbF(rest * from.redF() + share * to.redF(),
                            rest * from.greenF() + share * to.greenF(),
                            rest * from.blueF() + share * to.blueF());
}

void applyToAxis(QCPAxis &axis, const PlotColors &colors, const QFont &font)
{
    axis.setBasePen(Qt::NoPen);
    axis.setTickPen(Qt::NoPen);
    axis.setSubTickPen(Qt::NoPen);
    axis.setTickLabelFont(font);
    axis.setTickLabelColor(colors.secondaryText);
    axis.setTickLabelPadding(6);
    axis.grid()->setPen(QPen(colors.grid, 1));
    axis.grid()->setZeroLinePen(Qt::NoPen);
    axis.grid()->setSubGridVisible(false);
    axis.grid()->setAntialiased(false);
}

} // namespace

PlotColors plotColors(const QPalette &palette)
{
    const QColor background = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    const bool dark = isDark(palette);
    return {background,
            blended(background, text, 0.08F),
            blended(background, text, 0.25F),
            text,
            palette.color(QPalette::PlaceholderText),
            palette.color(QPalette::Highlight),
            QColor::fromRgb(dark ? darkHealthy : lightHealthy)};
}

QFont plotFont(const QFont &widgetFont)
{
    constexpr double scale = 0.88;
    QFont font = widgetFont;
    if (font.pointSizeF() > 0.0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(qRound(font.pixelSize() * scale));
    return font;
}

QPen streamingPen(const QColor &color, const QColor &background)
{
    return QPen(blended(background, color, 0.45F), 1.0, Qt::SolidLine, Qt::FlatCap);
}

QColor quietArea(const QColor &color, const QColor &background)
{
    return blended(background, color, 0.14F);
}

QPen meanPen(const QColor &color)
{
    return QPen(color, 1.8, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
}

QPen besidePen(const QColor &color)
{
    return QPen(color, 1.0, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
}

QPen rawPen(const QColor &color, const QColor &background)
{
    return QPen(blended(background, color, 0.28F), 1.0, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin);
}

QPen markPen(const QColor &color)
{
    return QPen(color, 1.0, Qt::DotLine, Qt::FlatCap);
}

void applyPlotTheme(QCustomPlot &plot, const QPalette &palette, const QFont &widgetFont)
{
    const PlotColors colors = plotColors(palette);
    const QFont font = plotFont(widgetFont);
    plot.setLocale(QLocale());
    plot.setBackground(QBrush(colors.background));
    applyToAxis(*plot.xAxis, colors, font);
    applyToAxis(*plot.yAxis, colors, font);
}

} // namespace nabla::ui
