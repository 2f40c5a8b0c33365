// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Qt first: moc cannot parse <compare>, which telemetry includes, before other standard headers.
#include <QList>

#include "ui/plots/scope/run_plot.h"

#include <cstdint>
#include <optional>
#include <vector>

class QAction;
class QCustomPlot;
class QPainter;
class QTimer;

namespace nabla::ui {

class ScopeAxis;

/// A picture of the shown run: time runs across, colours stand for numbers. What the picture shows
/// is its subclass's. GUI thread.
class PicturePlot : public RunPlot
{
    Q_OBJECT

public:
    ~PicturePlot() override;

    /// Shown in the context menu, above the entries that every scope has.
    void setExtraActions(const QList<QAction *> &actions);
    /// Lays what belongs to the picture over its upper left corner, beside the colour bar: a row of
    /// its own would cost a small panel a layer or two. Again after its size has changed.
    void placeInCorner(QWidget &controls);

    /// Where the picture is, in the plot's own coordinates.
    [[nodiscard]] QRect pictureRect() const;
    [[nodiscard]] QCustomPlot &plot() const { return canvas(); }
    [[nodiscard]] virtual bool writeValues(QIODevice &device) const = 0;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    /// A click, not a drag, on this place of the picture: 0 is its lower end, 1 its upper one.
    void clicked(double height);
    /// The up or down key: +1 or -1.
    void stepped(int direction);

protected:
    /// The axis must outlive the plot.
    PicturePlot(ScopeAxis &axis, const QString &fileStem, QWidget *parent);

    /// Makes the picture of what is in view, `columns` pixels wide.
    virtual void makePicture(AxisRange view, int columns) = 0;
    /// Into `rect`; also what stands around it.
    virtual void drawPicture(QPainter &painter, const QRect &rect) const = 0;
    /// What changes with the crosshair, over all else.
    virtual void drawOverlay(QPainter &painter, const QRect &rect) const;
    /// What is read at the crosshair, as curves with one value.
    [[nodiscard]] virtual std::vector<SceneCurve> readingsAt(double x) const = 0;
    /// What is said of x after the crosshair's title: "epoch 1.20, layer 3: not measured".
    [[nodiscard]] virtual QString noteAt(double x) const = 0;
    /// Between the widget's edges and the picture; the axis is below.
    [[nodiscard]] virtual QMargins pictureMargins() const = 0;
    void setCurves(std::vector<ScopeCurve> curves);
    /// The run that is shown: pictures are of one.
    [[nodiscard]] const RunRecord &record() const { return runs().shown(); }
    [[nodiscard]] StepScale stepScale() const;
    [[nodiscard]] const PlotColors &colors() const { return scene().colors; }
    [[nodiscard]] const QFont &textFont() const { return scene().font; }
    /// The mouse's place in the picture as in clicked(), while it is over it.
    [[nodiscard]] std::optional<double> pointerHeight() const;
    [[nodiscard]] int axisHeight() const;
    /// Above a picture in `rect`, right of the corner.
    [[nodiscard]] QRectF colorBarBox(const QRect &rect) const;
    [[nodiscard]] int topMargin() const; ///< with room for a colour bar
    /// Every pixel of the image as a cell with sharp edges, also in a file that is read elsewhere.
    static void drawCells(QPainter &painter, const QRect &rect, const QImage &image);
    [[nodiscard]] int plotWidth() const;
    void setReadingScale(ScopeScale scale) { drawnScene().scale = scale; }
    void restyle() override {}

private:
    void redraw() final;
    void mark(AxisRange view, int columns);
    void read();
    void showReadings();
    void openMenu(const QPoint &globalPosition);

    QTimer *m_readTimer; ///< one reading a turn, however often the mouse moved
    QList<QAction *> m_extraActions;
    QString m_fileStem;
    int m_cornerWidth = 0;
    std::optional<QPointF> m_pointer;
    std::optional<QPointF> m_pressed;
};

} // namespace nabla::ui
