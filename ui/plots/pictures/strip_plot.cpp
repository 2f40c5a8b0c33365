// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pictures/strip_plot.h"

#include "ui/plots/number_text.h"
#include "ui/plots/pictures/color_bar.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/plots/scope/scope_export.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace nabla::ui {

namespace {

constexpr int labelGap = 10;
constexpr int rowGap = 1; ///< between rows that are high enough to spare it
constexpr int spareHeight = 7;

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

StripPlot::StripPlot(ScopeAxis &axis, QWidget *parent)
    : PicturePlot(axis, QStringLiteral("strip"), parent)
    , m_scale(MagnitudeScale::decades(-4, 0))
{
    connect(this, &PicturePlot::clicked, this, [this](double height) {
        if (rows() > 0)
            emit rowClicked(std::clamp(static_cast<int>(height * rows()), 0, rows() - 1));
    });
}

void StripPlot::setRows(std::vector<ScopeCurve> rows)
{
    m_rows = std::move(rows);
    setCurves(m_rows);
    restyle();
    scheduleRefresh();
}

void StripPlot::setTitle(const QString &title)
{
    m_title = title;
    scheduleRefresh();
}

void StripPlot::setColorScale(const MagnitudeScale &scale)
{
    m_scale = scale;
    setReadingScale(scale.isLogarithmic() ? ScopeScale::Logarithmic : ScopeScale::Fraction);
    scheduleRefresh();
}

void StripPlot::setSelectedRow(int row)
{
    m_selectedRow = row;
    scheduleRefresh();
}

bool StripPlot::writeValues(QIODevice &device) const
{
    ExportedRun run{
        record().name(), {}, record().scale(XUnit::Epochs), record().scale(XUnit::Seconds)};
    for (std::size_t i = 0; i < record().curves().size(); ++i)
        run.curves.push_back({record().curves()[i].metric, record().buckets(i)});
    return writeCsv(device, {run});
}

void StripPlot::makePicture(AxisRange view, int columns)
{
    const StepScale scale = stepScale();
    std::vector<SceneCurve> curves;
    for (std::size_t i = 0; i < record().curves().size(); ++i)
        curves.push_back(record().reduce(i, scale, view, columns, Smoothing::Off));
    m_picture = StripPicture(curves, view, columns, scale.xAt(record().lastStep()));
    m_picture.includeIn(m_scale);
    m_image = m_picture.image(m_scale);
}

QRect StripPlot::rowRect(const QRect &rect, int row) const
{
    // On whole pixels, so that all rows and gaps look alike.
    const auto edge = [&](int rowsAbove) {
        return rect.top() + qRound(static_cast<double>(rect.height()) * rowsAbove / rows());
    };
    const int above = rows() - 1 - row;
    return {rect.left(), edge(above), rect.width(), edge(above + 1) - edge(above)};
}

void StripPlot::drawPicture(QPainter &painter, const QRect &rect) const
{
    drawColorBar(painter, colorBarBox(rect), m_scale,
                 {m_title, QLocale().toString(0), colors(), textFont()});
    if (rows() == 0 || m_image.height() != rows())
        return;
    for (int row = 0; row < rows(); ++row) {
        QRect target = rowRect(rect, row);
        if (target.height() >= spareHeight)
            target.adjust(0, 0, 0, -rowGap);
        drawCells(painter, target, m_image.copy(0, rows() - 1 - row, m_image.width(), 1));
    }
    if (!m_picture.hasValues()) {
        painter.setPen(colors().secondaryText);
        painter.setFont(textFont());
        painter.drawText(rect, Qt::AlignCenter, tr("not measured"));
    }
    drawNames(painter, rect);
    drawSelection(painter, rect);
}

void StripPlot::drawNames(QPainter &painter, const QRect &rect) const
{
    const QFont font = strong(textFont());
    const double height = QFontMetricsF(font).height() - 1.0;
    const double rowHeight = static_cast<double>(rect.height()) / rows();
    // The first and the last are always named, and of the others as many as there is room for.
    const int every = std::max(1, static_cast<int>(std::ceil(height / rowHeight)));
    painter.setFont(font);
    for (int row = 0; row < rows(); ++row) {
        const int rest = rows() - 1 - row;
        if (rest > 0 && (row % every != 0 || rest < every))
            continue;
        const ScopeCurve &curve = m_rows[static_cast<std::size_t>(row)];
        const double centre = QRectF(rowRect(rect, row)).center().y();
        painter.setPen(curve.color);
        painter.drawText(
            QRectF(rect.right() + labelGap - 4.0, centre - height, 400.0, 2.0 * height),
            Qt::AlignLeft | Qt::AlignVCenter, curve.label);
    }
}

void StripPlot::drawSelection(QPainter &painter, const QRect &rect) const
{
    if (m_selectedRow < 0 || m_selectedRow >= rows())
        return;
    painter.setPen(QPen(colors().text, 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rowRect(rect, m_selectedRow).adjusted(-2, -1, 1, -1));
}

std::optional<int> StripPlot::hoveredRow() const
{
    const auto height = pointerHeight();
    if (!height || rows() == 0)
        return std::nullopt;
    return std::clamp(static_cast<int>(*height * rows()), 0, rows() - 1);
}

double StripPlot::valueAt(int row, double x) const
{
    const AxisRange view = axis().range();
    const double share = (x - view.lower) / (view.upper - view.lower);
    const int column = static_cast<int>(std::floor(share * m_picture.columns()));
    if (row >= m_picture.rows() || column < 0 || column >= m_picture.columns())
        return std::numeric_limits<double>::quiet_NaN();
    return m_picture.value(row, column);
}

std::vector<SceneCurve> StripPlot::readingsAt(double x) const
{
    const auto hovered = hoveredRow();
    // Of another scope's crosshair all rows are read that there is room for.
    const int room = pictureRect().height() / QFontMetrics(textFont()).height() - 2;
    std::vector<SceneCurve> readings;
    for (int row = 0; row < rows(); ++row) {
        const double value = valueAt(row, x);
        const bool isAsked = hovered ? row == *hovered : rows() <= room;
        if (!isAsked || !std::isfinite(value))
            continue;
        const ScopeCurve &curve = m_rows[static_cast<std::size_t>(row)];
        SceneCurve reading{curve.color, curve.label, CurveDrawing::Points, {}, {x}, {value}};
        readings.push_back(std::move(reading));
    }
    return readings;
}

QString StripPlot::noteAt(double x) const
{
    const auto row = hoveredRow();
    if (!row || std::isfinite(valueAt(*row, x)))
        return {};
    return tr(", %1: not measured").arg(m_rows[static_cast<std::size_t>(*row)].label);
}

QMargins StripPlot::pictureMargins() const
{
    const ScopeAxis::Margins margins = axis().margins();
    return {margins.left, topMargin(), margins.right, 0};
}

void StripPlot::restyle()
{
    const QFontMetrics metrics(strong(textFont()));
    int label = 0;
    for (const ScopeCurve &curve : m_rows)
        label = std::max(label, metrics.horizontalAdvance(curve.label));
    // On the left as the scopes do, for the first number of the axis.
    const int widest = QFontMetrics(textFont()).horizontalAdvance(percentText(1.0, 0, QLocale()));
    axis().reserve(this, {widest + labelGap, label + labelGap});
}

} // namespace nabla::ui
