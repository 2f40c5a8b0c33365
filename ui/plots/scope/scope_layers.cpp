// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/scope_layers.h"

#include "ui/plots/label_layout.h"
#include "ui/plots/scope/run_line.h"
#include "ui/plots/thinned.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

constexpr double labelGap = 6.0;
constexpr double sampleWidth = 20.0;
constexpr double longestRunLabel = 96.0;
constexpr double railGap = 4.0; ///< between the plot and its rail
constexpr double railHeight = 9.0;

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ScopeLayer::ScopeLayer(QCustomPlot *plot, const QString &targetLayer, const ScopeScene &scene)
    : QCPLayerable(plot, targetLayer)
    , m_scene(scene)
{
}

QRect ScopeLayer::plotRect() const
{
    return mParentPlot->axisRect()->rect();
}

void GuideLayer::draw(QCPPainter *painter)
{
    if (!scene().guide)
        return;
    const SceneGuide &guide = *scene().guide;
    const QRect rect = plotRect();
    const QCPAxis &axis = *mParentPlot->yAxis;
    const double top = std::max<double>(rect.top(), axis.coordToPixel(guide.upper));
    const double bottom = std::min<double>(rect.bottom() + 1.0, axis.coordToPixel(guide.lower));
    const PlotColors &colors = scene().colors;
    const QRectF area(rect.left(), top, rect.width(), bottom - top);
    painter->setAntialiasing(false);
    painter->fillRect(area, quietArea(colors.healthy, colors.background));
    painter->setPen(streamingPen(colors.healthy, colors.background));
    const double middle = axis.coordToPixel(guide.middle);
    painter->drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle));
    const QFontMetricsF metrics(scene().font);
    if (area.height() < 2.0 * metrics.height())
        return;
    painter->setFont(scene().font);
    painter->setPen(colors.healthy);
    painter->drawText(area.adjusted(labelGap, 1.0, -labelGap, -1.0), Qt::AlignRight | Qt::AlignTop,
                      guide.text);
}

int RailLayer::height(const ScopeScene &scene)
{
    return hasZero(scene) ? static_cast<int>(railGap + railHeight) : 0;
}

double RailLayer::middle(const QRect &plotRect)
{
    return plotRect.bottom() + railGap + railHeight / 2.0;
}

void RailLayer::draw(QCPPainter *painter)
{
    if (!hasZero(scene()))
        return;
    const QRect rect = plotRect();
    const QRectF rail(rect.left(), rect.bottom() + railGap, rect.width(), railHeight);
    const PlotColors &colors = scene().colors;
    painter->setClipRect(rail.adjusted(-rect.left(), -4.0, 1.0, 4.0));
    painter->setAntialiasing(false);
    painter->fillRect(rail, colors.grid);
    painter->setFont(scene().font);
    painter->setPen(colors.secondaryText);
    painter->drawText(QRectF(0.0, rail.top() - 4.0, rail.left() - labelGap, rail.height() + 8.0),
                      Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(0));
    std::vector<const SceneCurve *> curves;
    for (const SceneCurve &curve : scene().curves) {
        if (std::ranges::any_of(curve.columns, [](const auto &c) { return c.min == 0.0; }))
            curves.push_back(&curve);
    }
    const double lane = railHeight / static_cast<double>(curves.size());
    for (std::size_t i = 0; i < curves.size(); ++i)
        drawLane(painter, *curves[i], rail.top() + static_cast<double>(i) * lane,
                 std::max(1.0, lane));
}

void RailLayer::drawLane(QCPPainter *painter, const SceneCurve &curve, double top,
                         double height) const
{
    const QRect rect = plotRect();
    const auto pixelX = [&](std::size_t column) {
        return std::clamp<double>(mParentPlot->xAxis->coordToPixel(curve.x[column]), rect.left(),
                                  rect.right());
    };
    for (std::size_t i = 0; i < curve.columns.size(); ++i) {
        if (curve.columns[i].min != 0.0)
            continue;
        const std::size_t first = i;
        while (i + 1 < curve.columns.size() && curve.columns[i + 1].min == 0.0)
            ++i;
        const double left = pixelX(first) - 1.0;
        painter->fillRect(QRectF(left, top, pixelX(i) + 1.0 - left, height), curve.color);
    }
}

int LabelLayer::width(const ScopeScene &scene, const QStringList &labels)
{
    const QFontMetricsF metrics(strong(scene.font));
    double width = 0.0;
    for (const QString &label : labels)
        width = std::max(width, metrics.horizontalAdvance(label));
    for (const SceneRun &run : scene.runs) {
        if (!run.isShown)
            width = std::max(width, std::min(longestRunLabel, metrics.horizontalAdvance(run.name)));
    }
    return static_cast<int>(std::ceil(width + labelGap));
}

std::optional<double> LabelLayer::endOf(const SceneCurve &curve) const
{
    if (curve.line.empty() || !std::isfinite(curve.line.back()))
        return std::nullopt;
    const QRect rect = plotRect();
    if (!isLogarithmic(scene().scale) || curve.line.back() > 0.0)
        return std::clamp<double>(mParentPlot->yAxis->coordToPixel(curve.line.back()), rect.top(),
                                  rect.bottom());
    return curve.columns.back().min == 0.0 ? std::optional(RailLayer::middle(rect)) : std::nullopt;
}

std::vector<LabelLayer::Label> LabelLayer::labels() const
{
    const QRect rect = plotRect();
    const QFontMetricsF metrics(scene().font);
    std::vector<Label> layers;
    std::vector<Label> runs; // each once, at the end of its first curve
    std::vector<bool> isNamed(scene().runs.size(), false);
    for (const SceneCurve &curve : scene().curves) {
        const auto y = endOf(curve);
        if (curve.label.isEmpty() || !curve.isNamedAtEnd || !y)
            continue;
        const SceneRun &run = scene().runs[curve.run];
        if (run.isShown) {
            layers.push_back({curve.label, curve.color, *y, strong(scene().font)});
        } else if (!isNamed[curve.run]) {
            isNamed[curve.run] = true;
            runs.push_back({metrics.elidedText(run.name, Qt::ElideRight, longestRunLabel),
                            scene().colors.secondaryText, *y, scene().font});
        }
    }
    const auto room = static_cast<std::size_t>(rect.height() / metrics.height()) + 1;
    layers = thinned(layers, room);
    if (layers.size() + runs.size() <= room) // the legend has their names too
        layers.insert(layers.end(), runs.begin(), runs.end());
    return layers;
}

void LabelLayer::draw(QCPPainter *painter)
{
    const double height = QFontMetricsF(strong(scene().font)).height() - 1.0;
    const QRect rect = plotRect();
    const std::vector<Label> all = labels();
    std::vector<double> wanted;
    for (const Label &label : all)
        wanted.push_back(label.y);
    const double below = RailLayer::height(scene()) + height / 2.0;
    const double above = LegendLayer::height(scene()) > 0 ? 0.0 : height / 2.0;
    const std::vector<double> centres
        = spreadLabels(wanted, height, rect.top() - above, rect.bottom() + below);
    for (std::size_t i = 0; i < all.size(); ++i) {
        painter->setFont(all[i].font);
        const QRectF box(rect.right() + labelGap, centres[i] - height, 400.0, 2.0 * height);
        painter->setPen(all[i].color);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, all[i].text);
    }
}

int LegendLayer::height(const ScopeScene &scene)
{
    return scene.runs.size() > 1 || (!scene.runs.empty() && scene.runs.front().members > 1)
               ? static_cast<int>(std::ceil(QFontMetricsF(scene.font).height())) + 2
               : 0;
}

double LegendLayer::longestName(double room) const
{
    const QFontMetricsF metrics(scene().font);
    std::vector<double> widths;
    for (const SceneRun &run : scene().runs)
        widths.push_back(metrics.horizontalAdvance(run.name) + 1.0);
    std::ranges::sort(widths);
    // Short names leave what they do not need to the long ones.
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const double share = room / static_cast<double>(widths.size() - i);
        if (widths[i] > share)
            return std::max(0.0, share);
        room -= widths[i];
    }
    return widths.back();
}

void LegendLayer::draw(QCPPainter *painter)
{
    if (height(scene()) == 0)
        return;
    const QRect rect = plotRect();
    const QFontMetricsF metrics(scene().font);
    const double beside = sampleWidth + 3.0 * labelGap;
    const double longest = longestName(mParentPlot->width() - rect.left()
                                       - beside * static_cast<double>(scene().runs.size()));
    QRectF box(rect.left(), rect.top() - height(scene()) - 2.0, sampleWidth, metrics.height());
    painter->setFont(scene().font);
    for (const SceneRun &run : scene().runs) {
        drawRunSample(painter, scene(), run, box);
        const QString name = metrics.elidedText(run.name, Qt::ElideRight, longest);
        const double width = metrics.horizontalAdvance(name);
        painter->setPen(run.isShown ? scene().colors.text : scene().colors.secondaryText);
        painter->drawText(QRectF(box.right() + labelGap, box.top(), width + 1.0, box.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, name);
        box.translate(beside + width, 0.0);
    }
}

void drawRunSample(QCPPainter *painter, const ScopeScene &scene, const SceneRun &run,
                   const QRectF &box)
{
    const PlotColors &colors = scene.colors;
    const QColor color = run.isShown ? colors.text : colors.secondaryText;
    if (run.members > 1)
        painter->fillRect(box.adjusted(0.0, 3.0, 0.0, -3.0), quietArea(color, colors.background));
    painter->setAntialiasing(true);
    painter->setPen(run.isShown ? meanPen(color) : besidePen(color));
    const double y = box.center().y();
    drawRunLine(*painter, QPolygonF({{box.left(), y}, {box.right(), y}}), run.style);
}

void MarkLayer::draw(QCPPainter *painter)
{
    const QRect rect = plotRect();
    const QFontMetricsF metrics(scene().font);
    std::vector<double> rowEnds(4, rect.left());
    painter->setFont(scene().font);
    painter->setAntialiasing(false);
    for (const SceneMark &mark : scene().marks) {
        const double x = mParentPlot->xAxis->coordToPixel(mark.x);
        if (x < rect.left() || x > rect.right())
            continue;
        const bool isKnob = mark.kind == SceneMark::Kind::Knob;
        const QColor color = isKnob ? scene().colors.secondaryText : scene().colors.text;
        painter->setPen(isKnob ? markPen(color) : QPen(color, 1.0));
        painter->drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
        const double width = metrics.horizontalAdvance(mark.text) + 2.0 * labelGap;
        const double left
            = x + width <= rect.right() ? x : std::max<double>(rect.left(), x - width);
        const auto free
            = std::find_if(rowEnds.begin(), rowEnds.end(), [&](double end) { return end <= left; });
        if (free == rowEnds.end())
            continue; // the line says that something was turned; there is no room to say what
        *free = left + width;
        const double y
            = rect.top() + static_cast<double>(free - rowEnds.begin()) * metrics.height();
        painter->setPen(color);
        painter->drawText(QRectF(left + labelGap, y, width, metrics.height()), Qt::AlignLeft,
                          mark.text);
    }
    drawMoment(painter);
}

void MarkLayer::drawMoment(QCPPainter *painter) const
{
    if (!scene().moment)
        return;
    const QRect rect = plotRect();
    const double x = mParentPlot->xAxis->coordToPixel(*scene().moment);
    painter->setPen(QPen(scene().colors.accent, 1.0));
    painter->drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    painter->setAntialiasing(true);
    painter->setPen(Qt::NoPen);
    painter->setBrush(scene().colors.accent);
    constexpr double handle = 5.0;
    const double top = rect.top();
    painter->drawPolygon(
        QPolygonF({{x - handle, top}, {x + handle, top}, {x, top + 1.4 * handle}}));
    painter->setBrush(Qt::NoBrush);
}

} // namespace nabla::ui
