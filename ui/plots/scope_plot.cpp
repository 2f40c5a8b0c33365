// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope_plot.h"

#include "ui/plots/number_text.h"
#include "ui/plots/plot_theme.h"
#include "ui/plots/scope_axis.h"
#include "ui/plots/scope_export.h"
#include "ui/plots/scope_gestures.h"
#include "ui/plots/scope_layers.h"
#include "ui/plots/scope_tickers.h"

#include <qcustomplot.h>

#include <QActionGroup>
#include <QBuffer>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr int topMargin = 8;
constexpr int labelGap = 10;
constexpr double markDistance = 5.0; ///< pixels; nearer marks are one

} // namespace

ScopePlot::ScopePlot(ScopeAxis &axis, ScopeScale scale, QWidget *parent)
    : QWidget(parent)
    , m_axis(axis)
    , m_plot(new QCustomPlot(this))
    , m_refreshTimer(new QTimer(this))
{
    m_scene.scale = scale;
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    new CurveLayer(m_plot, m_scene);
    new MarkLayer(m_plot, m_scene);
    new LabelLayer(m_plot, m_scene);
    new CrosshairLayer(m_plot, m_scene);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    setFocusProxy(m_plot);

    m_refreshTimer->setSingleShot(true);
    m_refreshTimer->setInterval(0);
    connect(m_refreshTimer, &QTimer::timeout, this, &ScopePlot::refresh);
    auto *gestures = new ScopeGestures(*m_plot, axis);
    connect(gestures, &ScopeGestures::menuRequested, this, &ScopePlot::openMenu);
    connect(&axis, &ScopeAxis::changed, this, &ScopePlot::scheduleRefresh);
    connect(&axis, &ScopeAxis::crosshairMoved, this, &ScopePlot::showCrosshair);
    // Not in the destructor: the axis belongs to the session, which may be gone by then.
    connect(this, &QObject::destroyed, &axis, [&axis](const QObject *plot) { axis.release(plot); });
    applyTheme();
}

ScopePlot::~ScopePlot() = default;

void ScopePlot::setCurves(std::vector<ScopeCurve> curves)
{
    m_record.setCurves(std::move(curves));
    reserveMargins();
    scheduleRefresh();
}

void ScopePlot::showRun(const RunHistory &history, const RunStatusData &status, std::uint64_t runId)
{
    m_record.update(history, status, runId);
    refresh();
}

ScopeScale ScopePlot::scale() const
{
    return m_scene.scale;
}

void ScopePlot::setScale(ScopeScale scale)
{
    if (scale == m_scene.scale)
        return;
    m_scene.scale = scale;
    m_values = {};
    scheduleRefresh();
}

void ScopePlot::setExtraActions(const QList<QAction *> &actions)
{
    m_extraActions = actions;
}

void ScopePlot::setFileStem(const QString &stem)
{
    m_fileStem = stem;
}

const ScopeScene &ScopePlot::scene() const
{
    return m_scene;
}

AxisRange ScopePlot::valueRange() const
{
    return m_values;
}

QByteArray ScopePlot::svg() const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return writeSvg(buffer, *m_plot) ? buffer.data() : QByteArray();
}

QSize ScopePlot::sizeHint() const
{
    return {560, 130};
}

QSize ScopePlot::minimumSizeHint() const
{
    return {220, 64};
}

void ScopePlot::changeEvent(QEvent *event)
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

void ScopePlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    scheduleRefresh();
}

void ScopePlot::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    scheduleRefresh();
}

void ScopePlot::scheduleRefresh()
{
    if (isVisible())
        m_refreshTimer->start();
}

void ScopePlot::refresh()
{
    if (!isVisible())
        return; // becoming visible refreshes
    const StepScale scale = m_record.scale(m_axis.unit());
    m_axis.showRun(m_record.runId(), scale.xAt(m_record.lastStep()),
                   m_record.opening(m_axis.unit()));
    m_refreshTimer->stop(); // this is the refresh that a change of the axis asked for
    makeScene();
    applyAxes();
    if (m_plot->bufferDevicePixelRatio() != devicePixelRatioF())
        m_plot->setBufferDevicePixelRatio(devicePixelRatioF());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ScopePlot::makeScene()
{
    const ScopeAxis::Margins margins = m_axis.margins();
    const AxisRange view = m_axis.range();
    const int columns = std::max(1, m_plot->width() - margins.left - margins.right);
    const StepScale scale = m_record.scale(m_axis.unit());
    m_scene.curves = m_record.reduce(scale, view, columns);
    m_scene.marks = m_record.marks(scale, markDistance * (view.upper - view.lower) / columns);
    m_values = nabla::ui::valueRange(m_scene.scale, m_scene.curves, m_values);
}

void ScopePlot::applyAxes()
{
    const ScopeAxis::Margins margins = m_axis.margins();
    const int bottom = QFontMetrics(m_scene.font).height() + 8;
    m_plot->axisRect()->setMargins({margins.left, topMargin, margins.right, bottom});
    const AxisRange view = m_axis.range();
    m_plot->xAxis->setRange(view.lower, view.upper);
    m_plot->xAxis->setTicker(QSharedPointer<UnitTicker>::create(m_axis.unit()));
    m_plot->yAxis->setScaleType(m_scene.scale == ScopeScale::Logarithmic ? QCPAxis::stLogarithmic
                                                                         : QCPAxis::stLinear);
    m_plot->yAxis->setRange(m_values.lower, m_values.upper);
    const int height = m_plot->height() - topMargin - bottom;
    m_plot->yAxis->setTicker(makeValueTicker(m_scene.scale, height));
}

void ScopePlot::applyTheme()
{
    m_scene.colors = plotColors(palette());
    m_scene.font = plotFont(font());
    applyPlotTheme(*m_plot, palette(), font());
    reserveMargins();
    scheduleRefresh();
}

void ScopePlot::reserveMargins()
{
    QFont strong = m_scene.font;
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(m_scene.font);
    const QFontMetrics strongMetrics(strong);
    int label = 0;
    for (const ScopeCurve &curve : m_record.curves())
        label = std::max(label, strongMetrics.horizontalAdvance(curve.label));
    // The widest number of each scale, so that the plot does not move sideways with the data.
    const QString widest = percentText(1.0, 0, QLocale());
    m_axis.reserve(this, {metrics.horizontalAdvance(widest) + labelGap, label + labelGap});
}

void ScopePlot::showCrosshair()
{
    m_scene.crosshair = m_axis.crosshair();
    if (m_scene.crosshair)
        m_scene.crosshairTitle = positionText(m_axis.unit(), *m_scene.crosshair);
    if (isVisible())
        m_plot->layer(QStringLiteral("overlay"))->replot();
}

void ScopePlot::openMenu(const QPoint &globalPosition)
{
    QMenu menu(this);
    QAction *follow = menu.addAction(tr("&Follow the run"), &m_axis, &ScopeAxis::follow);
    follow->setEnabled(!m_axis.isFollowing());
    addUnitActions(menu);
    if (!m_extraActions.isEmpty())
        menu.addSeparator();
    menu.addActions(m_extraActions);
    menu.addSeparator();
    menu.addAction(tr("&Copy image"), this, &ScopePlot::copyImage);
    menu.addAction(tr("Save &image…"), this, &ScopePlot::saveImage);
    menu.addAction(tr("Save &values…"), this, &ScopePlot::saveValues);
    menu.exec(globalPosition);
}

void ScopePlot::addUnitActions(QMenu &menu)
{
    menu.addSection(tr("Across"));
    auto *group = new QActionGroup(&menu);
    const auto add = [&](XUnit unit, const QString &text) {
        QAction *action = menu.addAction(text);
        action->setCheckable(true);
        action->setChecked(m_axis.unit() == unit);
        group->addAction(action);
        connect(action, &QAction::triggered, &m_axis, [this, unit] { m_axis.setUnit(unit); });
    };
    add(XUnit::Epochs, tr("&Epochs"));
    add(XUnit::Steps, tr("&Steps"));
    add(XUnit::Seconds, tr("Se&conds of training"));
}

void ScopePlot::copyImage()
{
    QGuiApplication::clipboard()->setPixmap(m_plot->toPixmap());
}

void ScopePlot::saveImage()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the image of the scope"), m_fileStem + QStringLiteral(".png"),
        tr("PNG image (*.png);;PDF document (*.pdf)"));
    if (path.isEmpty())
        return;
    const bool isPdf = path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive);
    report(writeFile(path, [&](QIODevice &device) {
        return isPdf ? writePdf(device, *m_plot) : writePng(device, *m_plot);
    }));
}

void ScopePlot::saveValues()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the values of the scope"),
                                                      m_fileStem + QStringLiteral(".csv"),
                                                      tr("CSV table (*.csv)"));
    if (path.isEmpty())
        return;
    std::vector<ExportedCurve> curves;
    for (std::size_t i = 0; i < m_record.curves().size(); ++i)
        curves.push_back({m_record.curves()[i].metric, m_record.buckets(i)});
    report(writeFile(path, [&](QIODevice &device) {
        return writeCsv(device, curves, m_record.scale(XUnit::Epochs),
                        m_record.scale(XUnit::Seconds));
    }));
}

void ScopePlot::report(const QString &error)
{
    if (!error.isEmpty())
        QMessageBox::warning(this, tr("The file was not saved"), error);
}

} // namespace nabla::ui
