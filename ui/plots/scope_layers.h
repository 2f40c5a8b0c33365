// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/scope_scene.h"

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
    void drawLine(QCPPainter *painter, const SceneCurve &curve) const;
    [[nodiscard]] QPolygonF lineOf(const SceneCurve &curve) const;
    [[nodiscard]] double pixelY(double value) const;
    [[nodiscard]] double pixelYOrFloor(double value) const;
    [[nodiscard]] bool canDraw(double value) const;

    QRect m_rect; ///< while drawing
};

/// The curves' names at their right ends.
class LabelLayer final : public ScopeLayer
{
public:
    LabelLayer(QCustomPlot *plot, const ScopeScene &scene)
        : ScopeLayer(plot, "main", scene)
    {
    }

protected:
    void draw(QCPPainter *painter) override;
};

/// Knobs that were turned, and where a run diverged.
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
};

/// The crosshair and what every curve reads there.
class CrosshairLayer final : public ScopeLayer
{
public:
    CrosshairLayer(QCustomPlot *plot, const ScopeScene &scene)
        : ScopeLayer(plot, "overlay", scene)
    {
    }

protected:
    void draw(QCPPainter *painter) override;

private:
    struct Reading
    {
        QColor color;
        QString name;
        QString value;
    };

    [[nodiscard]] std::vector<Reading> readings() const;
    void drawReadout(QCPPainter *painter, double pixelX) const;
};

} // namespace nabla::ui
