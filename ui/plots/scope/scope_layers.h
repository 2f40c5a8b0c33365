// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/curves/scope_scene.h"

#include <qcustomplot.h>

namespace nabla::ui {

// What a scope draws, from back to front. Only ui/plots sources include this: qcustomplot.h takes
// ten seconds to compile (without Q_OBJECT, so that moc's output does not include it either). All
// of them belong to the plot and read the scene that they are given.

/// Draws a part of the scene; `targetLayer` is one of the plot's layers.
class ScopeLayer : public QCPLayerable
{
public:
    ScopeLayer(QCustomPlot *plot, const QString &targetLayer, const ScopeScene &scene);

protected:
    void applyDefaultAntialiasingHint(QCPPainter *) const override {}
    [[nodiscard]] const ScopeScene &scene() const { return m_scene; }
    [[nodiscard]] QRect plotRect() const;

private:
    const ScopeScene &m_scene;
};

/// Where values are as they should be, behind everything.
class GuideLayer final : public ScopeLayer
{
public:
    GuideLayer(QCustomPlot *plot, const ScopeScene &scene)
        : ScopeLayer(plot, "main", scene)
    {
    }

protected:
    QRect clipRect() const override { return plotRect(); }
    void draw(QCPPainter *painter) override;
};

/// Envelopes, means and points.
class CurveLayer final : public ScopeLayer
{
public:
    CurveLayer(QCustomPlot *plot, const ScopeScene &scene)
        : ScopeLayer(plot, "main", scene)
    {
    }

protected:
    QRect clipRect() const override { return plotRect(); }
    void draw(QCPPainter *painter) override;

private:
    /// One column of an envelope, in pixels.
    struct Bar
    {
        const PixelColumn *column;
        double x;
        double top;
        double bottom;
    };

    [[nodiscard]] std::vector<Bar> barsOf(const SceneCurve &curve) const;
    void drawEnvelope(QCPPainter *painter, const SceneCurve &curve) const;
    void drawRaw(QCPPainter *painter, const SceneCurve &curve) const;
    void drawLine(QCPPainter *painter, const SceneCurve &curve) const;
    void drawDots(QCPPainter *painter, const SceneCurve &curve,
                  const QList<QPolygonF> &parts) const;
    /// In parts between what has no place on the scale.
    [[nodiscard]] QList<QPolygonF> partsOf(const SceneCurve &curve,
                                           const std::vector<double> &values) const;
    [[nodiscard]] double pixelY(double value) const;
    [[nodiscard]] double pixelYOrFloor(double value) const;
    [[nodiscard]] bool canDraw(double value) const;

    QRect m_rect; ///< while drawing
};

/// Exact zeros of a log axis, on a rail of their own under it.
class RailLayer final : public ScopeLayer
{
public:
    RailLayer(QCustomPlot *plot, const ScopeScene &scene)
        : ScopeLayer(plot, "main", scene)
    {
    }
    /// What the rail takes under the plot, in pixels: nothing without zeros.
    [[nodiscard]] static int height(const ScopeScene &scene);
    /// The middle of the rail under a plot.
    [[nodiscard]] static double middle(const QRect &plotRect);

protected:
    void draw(QCPPainter *painter) override;

private:
    /// The zeros of one layer of one run share a lane.
    void drawLane(QCPPainter *painter, const SceneCurve &curve, double top, double height) const;
};

/// The curves' names at their right ends.
class LabelLayer final : public ScopeLayer
{
public:
    LabelLayer(QCustomPlot *plot, const ScopeScene &scene)
        : ScopeLayer(plot, "main", scene)
    {
    }
    /// What the labels need to the right of the plot, in pixels.
    [[nodiscard]] static int width(const ScopeScene &scene, const QStringList &labels);

protected:
    void draw(QCPPainter *painter) override;

private:
    struct Label
    {
        QString text;
        QColor color;
        double y;
        QFont font;
    };
    [[nodiscard]] std::vector<Label> labels() const;
    [[nodiscard]] std::optional<double> endOf(const SceneCurve &curve) const;
};

/// Which line style is which run, above the plot; nothing for a single run.
class LegendLayer final : public ScopeLayer
{
public:
    LegendLayer(QCustomPlot *plot, const ScopeScene &scene)
        : ScopeLayer(plot, "main", scene)
    {
    }
    [[nodiscard]] static int height(const ScopeScene &scene);

protected:
    void draw(QCPPainter *painter) override;

private:
    /// What a name may take so that all fit, in pixels.
    [[nodiscard]] double longestName(double room) const;
};

/// Knobs that were turned, where a run diverged, and where the time machine stands.
class MarkLayer final : public ScopeLayer
{
public:
    MarkLayer(QCustomPlot *plot, const ScopeScene &scene)
        : ScopeLayer(plot, "main", scene)
    {
    }

protected:
    QRect clipRect() const override { return plotRect(); }
    void draw(QCPPainter *painter) override;

private:
    void drawMoment(QCPPainter *painter) const;
};

/// The crosshair and what every curve of every run reads there.
class CrosshairLayer final : public ScopeLayer
{
public:
    CrosshairLayer(QCustomPlot *plot, const ScopeScene &scene)
        : ScopeLayer(plot, "overlay", scene)
    {
    }

protected:
    void draw(QCPPainter *painter) override;
};

/// How a run's line looks, a sample of it: in the legend and beside the crosshair's readings.
void drawRunSample(QCPPainter *painter, const ScopeScene &scene, const SceneRun &run,
                   const QRectF &box);

} // namespace nabla::ui
