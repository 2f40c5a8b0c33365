// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pictures/picture_plot.h"

#include "ui/plots/pictures/color_bar.h"
#include "ui/plots/scope/plot_menu.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/plots/scope/scope_layers.h"

#include <qcustomplot.h>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEngine>
#include <QTimer>

#include <algorithm>
#include <functional>

namespace nabla::ui {

namespace {

constexpr double markDistance = 5.0; ///< pixels; nearer marks are one

/// Lets a function draw on one of the plot's layers.
class DrawnLayer final : public QCPLayerable
{
public:
    using Draw = std::function<void(QPainter &)>;

    DrawnLayer(QCustomPlot *plot, const QString &targetLayer, Draw draw)
        : QCPLayerable(plot, targetLayer)
        , m_draw(std::move(draw))
    {
    }

protected:
    void applyDefaultAntialiasingHint(QCPPainter *) const override {}
    void draw(QCPPainter *painter) override
    {
        painter->setAntialiasing(false);
        m_draw(*painter);
    }

private:
    Draw m_draw;
};

} // namespace

PicturePlot::PicturePlot(ScopeAxis &axis, const QString &fileStem, QWidget *parent)
    : RunPlot(axis, parent)
    , m_readTimer(new QTimer(this))
    , m_fileStem(fileStem)
{
    QCustomPlot *const plot = &canvas();
    plot->yAxis->setVisible(false);
    plot->xAxis->grid()->setVisible(false);
    const auto pictureOn = [this](auto draw) {
        return [this, draw](QPainter &painter) {
            (this->*draw)(painter, canvas().axisRect()->rect());
        };
    };
    new DrawnLayer(plot, QStringLiteral("main"), pictureOn(&PicturePlot::drawPicture));
    new MarkLayer(plot, drawnScene());
    new DrawnLayer(plot, QStringLiteral("overlay"), pictureOn(&PicturePlot::drawOverlay));
    new CrosshairLayer(plot, drawnScene());
    m_readTimer->setSingleShot(true);
    m_readTimer->setInterval(0);
    connect(m_readTimer, &QTimer::timeout, this, &PicturePlot::showReadings);
    connect(this, &RunPlot::menuRequested, this, &PicturePlot::openMenu);
    plot->installEventFilter(this); // later than the gestures': it is asked first
    connect(&axis, &ScopeAxis::crosshairMoved, m_readTimer, qOverload<>(&QTimer::start));
}

PicturePlot::~PicturePlot() = default;

void PicturePlot::setExtraActions(const QList<QAction *> &actions)
{
    m_extraActions = actions;
}

void PicturePlot::placeInCorner(QWidget &controls)
{
    constexpr int gap = 12;
    controls.adjustSize();
    m_cornerWidth = controls.width() + gap;
    scheduleRefresh();
}

QRect PicturePlot::pictureRect() const
{
    return canvas().rect().marginsRemoved(pictureMargins() + QMargins(0, 0, 0, axisHeight()));
}

QSize PicturePlot::sizeHint() const
{
    return {560, 150};
}

QSize PicturePlot::minimumSizeHint() const
{
    return {240, 110};
}

bool PicturePlot::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
        m_pointer = static_cast<QMouseEvent *>(event)->position();
        m_readTimer->start();
        break;
    case QEvent::Leave:
        m_pointer.reset();
        break;
    case QEvent::MouseButtonPress:
        m_pressed.reset();
        if (static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
            m_pressed = static_cast<QMouseEvent *>(event)->position();
        break;
    case QEvent::MouseButtonRelease: {
        constexpr double dragDistance = 3.0;
        const QPointF position = static_cast<QMouseEvent *>(event)->position();
        m_pointer = position;
        const bool isClick = m_pressed && (position - *m_pressed).manhattanLength() < dragDistance;
        m_pressed.reset();
        if (const auto height = pointerHeight(); isClick && height)
            emit clicked(*height);
        break;
    }
    case QEvent::KeyPress: {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key != Qt::Key_Up && key != Qt::Key_Down)
            break;
        emit stepped(key == Qt::Key_Up ? 1 : -1);
        return true;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void PicturePlot::drawOverlay(QPainter &, const QRect &) const
{
}

StepScale PicturePlot::stepScale() const
{
    return record().scale(axis().unit());
}

std::optional<double> PicturePlot::pointerHeight() const
{
    const QRect rect = pictureRect();
    if (!m_pointer || !QRectF(rect).contains(*m_pointer))
        return std::nullopt;
    return (rect.top() + rect.height() - m_pointer->y()) / rect.height();
}

int PicturePlot::axisHeight() const
{
    return QFontMetrics(textFont()).height() + 8;
}

int PicturePlot::plotWidth() const
{
    return canvas().width();
}

QRectF PicturePlot::colorBarBox(const QRect &rect) const
{
    const double left = std::max(rect.left(), m_cornerWidth);
    return {left, 2.0, rect.right() + 1.0 - left, static_cast<double>(rect.top())};
}

int PicturePlot::topMargin() const
{
    constexpr int gap = 8;
    return colorBarHeight(textFont()) + gap;
}

void PicturePlot::drawCells(QPainter &painter, const QRect &rect, const QImage &image)
{
    // What reads an SVG or a PDF smooths small images when it enlarges them.
    const bool isScreen = painter.paintEngine()->type() == QPaintEngine::Raster;
    painter.drawImage(rect, isScreen ? image : image.scaled(rect.size()));
}

void PicturePlot::setCurves(std::vector<ScopeCurve> curves)
{
    runs().setCurves([curves = std::move(curves)](int) { return curves; });
}

void PicturePlot::redraw()
{
    const AxisRange view = axis().range();
    const int columns = std::max(1, pictureRect().width());
    mark(view, columns);
    makePicture(view, columns);
    canvas().axisRect()->setMargins(pictureMargins() + QMargins(0, 0, 0, axisHeight()));
    read();
}

void PicturePlot::mark(AxisRange view, int columns)
{
    const StepScale scale = stepScale();
    drawnScene().runs = {{record().name(), record().style(), 1, true}};
    drawnScene().marks
        = record().knobMarks(scale, markDistance * (view.upper - view.lower) / columns);
    if (auto divergence = record().divergence(scale)) // of the shown run: the picture is of it
        drawnScene().marks.push_back(*std::move(divergence));
    for (SceneMark &mark : drawnScene().marks)
        mark.text.clear(); // the scopes say what was turned; over colours it could not be read
    drawnScene().moment = runs().momentAt(axis().unit());
}

void PicturePlot::read()
{
    drawnScene().crosshair = axis().crosshair();
    drawnScene().curves.clear();
    if (!drawnScene().crosshair)
        return;
    const double x = *drawnScene().crosshair;
    drawnScene().curves = readingsAt(x);
    drawnScene().crosshairTitle = positionText(axis().unit(), x) + noteAt(x);
}

void PicturePlot::showReadings()
{
    read();
    if (isVisible())
        canvas().layer(QStringLiteral("overlay"))->replot();
}

void PicturePlot::openMenu(const QPoint &globalPosition)
{
    const PlotContent content{canvas(), m_fileStem,
                              [this](QIODevice &device) { return writeValues(device); },
                              m_extraActions};
    execPlotMenu(*this, axis(), content, globalPosition);
}

} // namespace nabla::ui
