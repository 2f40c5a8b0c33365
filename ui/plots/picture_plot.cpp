// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/picture_plot.h"

#include "ui/plots/color_bar.h"
#include "ui/plots/plot_menu.h"
#include "ui/plots/scope_axis.h"
#include "ui/plots/scope_gestures.h"
#include "ui/plots/scope_layers.h"
#include "ui/plots/scope_tickers.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEngine>
#include <QTimer>
#include <QVBoxLayout>

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
    : QWidget(parent)
    , m_axis(axis)
    , m_plot(new QCustomPlot(this))
    , m_refreshTimer(new QTimer(this))
    , m_readTimer(new QTimer(this))
    , m_fileStem(fileStem)
{
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    m_plot->yAxis->setVisible(false);
    m_plot->xAxis->grid()->setVisible(false);
    const auto pictureOn = [this](auto draw) {
        return [this, draw](QPainter &painter) {
            (this->*draw)(painter, m_plot->axisRect()->rect());
        };
    };
    new DrawnLayer(m_plot, QStringLiteral("main"), pictureOn(&PicturePlot::drawPicture));
    new MarkLayer(m_plot, m_scene);
    new DrawnLayer(m_plot, QStringLiteral("overlay"), pictureOn(&PicturePlot::drawOverlay));
    new CrosshairLayer(m_plot, m_scene);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setFocusProxy(m_plot);

    for (QTimer *timer : {m_refreshTimer, m_readTimer}) {
        timer->setSingleShot(true);
        timer->setInterval(0);
    }
    connect(m_refreshTimer, &QTimer::timeout, this, &PicturePlot::refresh);
    connect(m_readTimer, &QTimer::timeout, this, &PicturePlot::showReadings);
    auto *gestures = new ScopeGestures(*m_plot, axis);
    connect(gestures, &ScopeGestures::menuRequested, this, &PicturePlot::openMenu);
    m_plot->installEventFilter(this); // later than the gestures': it is asked first
    connect(&axis, &ScopeAxis::changed, this, &PicturePlot::scheduleRefresh);
    connect(&axis, &ScopeAxis::crosshairMoved, m_readTimer, qOverload<>(&QTimer::start));
    // Not in the destructor: the axis belongs to the session, which may be gone by then.
    connect(this, &QObject::destroyed, &axis, [&axis](const QObject *plot) { axis.release(plot); });
}

PicturePlot::~PicturePlot() = default;

void PicturePlot::setExtraActions(const QList<QAction *> &actions)
{
    m_extraActions = actions;
}

void PicturePlot::setCornerWidth(int pixels)
{
    m_cornerWidth = pixels;
    scheduleRefresh();
}

QRect PicturePlot::pictureRect() const
{
    return m_plot->rect().marginsRemoved(pictureMargins() + QMargins(0, 0, 0, axisHeight()));
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
    return record().scale(m_axis.unit());
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
    return QFontMetrics(m_scene.font).height() + 8;
}

int PicturePlot::plotWidth() const
{
    return m_plot->width();
}

QRectF PicturePlot::colorBarBox(const QRect &rect) const
{
    const double left = std::max(rect.left(), m_cornerWidth);
    return {left, 2.0, rect.right() + 1.0 - left, static_cast<double>(rect.top())};
}

int PicturePlot::topMargin() const
{
    constexpr int gap = 8;
    return colorBarHeight(m_scene.font) + gap;
}

void PicturePlot::drawCells(QPainter &painter, const QRect &rect, const QImage &image)
{
    // What reads an SVG or a PDF smooths small images when it enlarges them.
    const bool isScreen = painter.paintEngine()->type() == QPaintEngine::Raster;
    painter.drawImage(rect, isScreen ? image : image.scaled(rect.size()));
}

void PicturePlot::update(const ScopeRuns &runs)
{
    m_record.update(runs);
    m_moment = runs.moment;
}

void PicturePlot::setCurves(std::vector<ScopeCurve> curves)
{
    m_record.setCurves([curves = std::move(curves)](int) { return curves; });
}

void PicturePlot::scheduleRefresh()
{
    if (isVisible())
        m_refreshTimer->start();
}

void PicturePlot::refresh()
{
    if (!isVisible())
        return; // becoming visible refreshes
    m_axis.showRun(m_record.oldestId(), m_record.end(m_axis.unit()),
                   m_record.opening(m_axis.unit()));
    m_refreshTimer->stop(); // this is the refresh that a change of the axis asked for
    const AxisRange view = m_axis.range();
    const int columns = std::max(1, pictureRect().width());
    mark(view, columns);
    makePicture(view, columns);
    m_plot->axisRect()->setMargins(pictureMargins() + QMargins(0, 0, 0, axisHeight()));
    m_plot->xAxis->setRange(view.lower, view.upper);
    m_plot->xAxis->setTicker(QSharedPointer<UnitTicker>::create(m_axis.unit()));
    if (m_plot->bufferDevicePixelRatio() != devicePixelRatioF())
        m_plot->setBufferDevicePixelRatio(devicePixelRatioF());
    read();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void PicturePlot::mark(AxisRange view, int columns)
{
    const StepScale scale = stepScale();
    m_scene.runs = {{record().name(), record().style(), 1, true}};
    m_scene.marks = record().knobMarks(scale, markDistance * (view.upper - view.lower) / columns);
    if (auto divergence = record().divergence(scale)) // of the shown run: the picture is of it
        m_scene.marks.push_back(*std::move(divergence));
    for (SceneMark &mark : m_scene.marks)
        mark.text.clear(); // the scopes say what was turned; over colours it could not be read
    m_scene.moment.reset();
    if (m_moment)
        m_scene.moment = scale.xAt(static_cast<double>(*m_moment));
}

void PicturePlot::read()
{
    m_scene.crosshair = m_axis.crosshair();
    m_scene.curves.clear();
    if (!m_scene.crosshair)
        return;
    const double x = *m_scene.crosshair;
    m_scene.curves = readingsAt(x);
    m_scene.crosshairTitle = positionText(m_axis.unit(), x) + noteAt(x);
}

void PicturePlot::showReadings()
{
    read();
    if (isVisible())
        m_plot->layer(QStringLiteral("overlay"))->replot();
}

void PicturePlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
    case QEvent::FontChange:
    case QEvent::LanguageChange:
    case QEvent::LocaleChange:
        applyTheme();
        break;
    default:
        break;
    }
}

void PicturePlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    scheduleRefresh();
}

void PicturePlot::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    applyTheme();
}

void PicturePlot::applyTheme()
{
    m_scene.colors = plotColors(palette());
    m_scene.font = plotFont(font());
    applyPlotTheme(*m_plot, palette(), font());
    restyle();
    scheduleRefresh();
}

void PicturePlot::openMenu(const QPoint &globalPosition)
{
    const PlotContent content{*m_plot, m_fileStem,
                              [this](QIODevice &device) { return writeValues(device); },
                              m_extraActions};
    execPlotMenu(*this, m_axis, content, globalPosition);
}

} // namespace nabla::ui
