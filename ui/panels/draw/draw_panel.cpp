// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/draw_panel.h"

#include "core/nn/digit_scores.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/canvas/pictures/incoming_pictures.h"
#include "ui/panels/draw/answer_view.h"
#include "ui/panels/draw/output_bars.h"
#include "ui/panels/draw/raster_view.h"
#include "ui/panels/draw/teach_row.h"
#include "ui/panels/flat_button.h"
#include "ui/session/selection.h"
#include "ui/session/training_session.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr int partGap = 8;

} // namespace

DrawPanel::DrawPanel(Selection &selection, QWidget *parent)
    : Panel(parent)
    , m_selection(selection)
    , m_top(new QWidget)
    , m_canvas(new DigitCanvas)
    , m_seen(new QVBoxLayout)
    , m_rasterTitle(new QLabel)
    , m_rasterView(new RasterView)
    , m_answer(new AnswerView)
    , m_bars(new OutputBars)
    , m_misfit(new QLabel)
    , m_layers(new QAction(this))
    , m_overTime(new QAction(this))
{
    m_rasterTitle->setForegroundRole(QPalette::PlaceholderText);
    m_misfit->setWordWrap(true);
    m_misfit->hide();

    m_seen->setSpacing(4);
    m_seen->addWidget(m_rasterTitle);
    m_seen->addWidget(m_rasterView);
    m_seen->addWidget(m_answer, 1);
    auto *top = new QHBoxLayout(m_top);
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(partGap);
    top->addWidget(m_canvas, 1);
    top->addLayout(m_seen);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_top, 3);
    layout->addLayout(makeTools());
    layout->addWidget(m_bars, 2);
    layout->addWidget(m_misfit, 2);

    connect(m_layers, &QAction::triggered, this, [this] { emit panelWanted("network"); });
    connect(m_overTime, &QAction::triggered, this, [this] { emit panelWanted("reading"); });
    connect(&m_canvas->sheet(), &CanvasSheet::drawingChanged, this, &DrawPanel::rasterizeDrawing);
    connect(&m_canvas->pictures(), &IncomingPictures::coming, this, [this] {
        if (!isVisible())
            emit panelWanted("draw");
    });
    connect(&m_selection, &Selection::normalizationChanged, this, &DrawPanel::rasterizeDrawing);
    retranslate();
}

QLayout *DrawPanel::makeTools()
{
    auto *tools = new QHBoxLayout;
    tools->setSpacing(2);
    const CanvasActions &actions = m_canvas->actions();
    for (QAction *action :
         {actions.undo, actions.redo, actions.eraser, actions.clear, actions.openPicture})
        tools->addWidget(flatButton(action));
    tools->addStretch();
    // This canvas's key: of several, only one can have it.
    actions.openPicture->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_O);
    m_canvas->actions().retranslate();
    // The shortcuts work wherever the focus is in this panel.
    addActions({actions.undo, actions.redo, actions.paste, actions.zoomIn, actions.zoomOut,
                actions.showAll});
    return tools;
}

QList<QAction *> DrawPanel::headerActions() const
{
    return {m_layers, m_overTime};
}

QList<QAction *> DrawPanel::fileActions() const
{
    return {m_canvas->actions().openPicture};
}

bool DrawPanel::takeDrop(const QMimeData &dropped)
{
    if (!holdsPicture(dropped))
        return false;
    m_canvas->pictures().load(pictureIn(dropped));
    return true;
}

void DrawPanel::retranslate()
{
    m_layers->setText(tr("Layer by layer"));
    m_layers->setToolTip(tr("Show the activations that the drawing causes, layer by layer"));
    m_overTime->setText(tr("Over time"));
    m_overTime->setToolTip(
        tr("Show how the drawing is read at every step of the run, and would have been"));
    nameRaster();
    readDrawing();
}

/// The title says where steps are missing.
void DrawPanel::nameRaster()
{
    Normalization steps = m_selection.normalization();
    steps.penInFrame |= m_canvas->sheet().picture() != nullptr; // which has none
    const bool isPrepared = steps == Normalization{};
    const QString title = isPrepared ? tr("What it sees") : tr("Steps missing");
    if (title == m_rasterTitle->text())
        return;
    m_rasterTitle->setText(title);
    m_rasterView->setAccessibleName(tr("What the network sees: 28 × 28 pixels"));
    m_rasterView->setToolTip(
        isPrepared ? tr("The drawing as MNIST's digits were made: 20 pixels high or wide, "
                        "centred by mass in 28 × 28.")
                   : tr("Not as MNIST's digits were made: steps are switched off in \"How it is "
                        "prepared\"."));
}

void DrawPanel::showFrame(const Frame &frame)
{
    if (frame.snapshot == m_snapshot)
        return;
    m_snapshot = frame.snapshot;
    readDrawing();
}

void DrawPanel::rasterizeDrawing()
{
    const auto picture = m_canvas->sheet().picture();
    const Normalization &steps = m_selection.normalization();
    m_raster = picture ? picture->prepared.raster(steps)
                       : rasterize(m_canvas->sheet().drawing(), paperPen(), Sheet{}, steps);
    nameRaster();
    m_rasterView->setRaster(m_raster);
    readDrawing();
    // Others look at the image after the answer is there: it comes first.
    m_selection.setDrawing(m_canvas->sheet().drawing());
    m_selection.setPicture(
        picture ? std::shared_ptr<const PreparedPicture>(picture, &picture->prepared) : nullptr);
    if (m_canvas->sheet().isEmpty())
        m_selection.clearImage();
    else
        m_selection.setImage(m_raster);
}

void DrawPanel::readDrawing()
{
    m_reading.reset();
    const bool isMisfit = m_snapshot && !readsDigits(m_snapshot->network);
    if (m_snapshot && !isMisfit && !m_canvas->sheet().isEmpty())
        m_reading = readImage(m_raster,
                              scoresOf(m_snapshot->network, {&m_raster, 1}, m_workspace).front());
    m_bars->setReading(m_reading);
    m_answer->setReading(m_reading);
    if (isMisfit)
        m_misfit->setText(tr("This network takes %1 numbers and gives %2. To read digits it must "
                             "take 784 pixels and give 10 outputs: change Layers in the setup.")
                              .arg(QLocale().toString(m_snapshot->network.inputSize()),
                                   QLocale().toString(m_snapshot->network.outputSize())));
    m_misfit->setVisible(isMisfit);
    m_bars->setVisible(!isMisfit);
}

/// The canvas is a square: height that it cannot use goes to the bars.
void DrawPanel::resizeEvent(QResizeEvent *event)
{
    const QSize seen = m_seen->sizeHint();
    m_top->setMaximumHeight(std::max(width() - partGap - seen.width(), seen.height()));
    Panel::resizeEvent(event);
}

void DrawPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

Panel *createDrawPanel(TrainingSession &session, Selection &selection, QWidget *parent)
{
    auto *panel = new DrawPanel(selection, parent);
    panel->layout()->addWidget(new TeachRow(session.myDigits(), panel->canvas().sheet()));
    return panel;
}

} // namespace nabla::ui
