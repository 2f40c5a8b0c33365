// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw_panel.h"

#include "ui/canvas/answer_view.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/canvas/output_bars.h"
#include "ui/canvas/raster_view.h"
#include "ui/panels/teach_row.h"
#include "ui/session/selection.h"
#include "ui/session/training_session.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace nabla::ui {

namespace {

/// A tap of the pen stays a dot instead of being blown up to a whole digit.
constexpr double dotExtent = paperDotExtent;
constexpr int columnGap = 8;

QToolButton *flatButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the focus where it draws
    return button;
}

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
    top->setSpacing(columnGap);
    top->addWidget(m_canvas, 1);
    top->addLayout(m_seen);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_top, 3);
    layout->addLayout(makeTools());
    layout->addWidget(m_bars, 2);
    layout->addWidget(m_misfit, 2);

    connect(m_canvas, &DigitCanvas::drawingChanged, this, &DrawPanel::rasterizeDrawing);
    retranslate();
}

QLayout *DrawPanel::makeTools()
{
    auto *tools = new QHBoxLayout;
    tools->setSpacing(2);
    for (QAction *action : {m_canvas->undoAction(), m_canvas->redoAction(),
                            m_canvas->eraserAction(), m_canvas->clearAction()})
        tools->addWidget(flatButton(action));
    tools->addStretch();
    // The shortcuts work wherever the focus is in this panel.
    addActions({m_canvas->undoAction(), m_canvas->redoAction()});
    return tools;
}

void DrawPanel::retranslate()
{
    m_rasterTitle->setText(tr("What it sees"));
    m_rasterView->setAccessibleName(tr("What the network sees: 28 × 28 pixels"));
    m_rasterView->setToolTip(tr("The drawing as MNIST's digits were made: 20 pixels high or wide, "
                                "centred by mass in 28 × 28."));
    readDrawing();
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
    Pen pen;
    pen.dotExtent = dotExtent;
    m_raster = rasterize(m_canvas->drawing(), pen);
    m_rasterView->setRaster(m_raster);
    readDrawing();
    // Others look at the image after the answer is there: it comes first.
    if (m_canvas->drawing().empty())
        m_selection.clearImage();
    else
        m_selection.setImage(m_raster);
}

bool DrawPanel::fits(const Network &network) const
{
    return network.inputSize() == static_cast<int>(m_raster.size())
           && (network.outputCode() == OutputCode::Binary
               || network.outputSize() == static_cast<int>(Reading{}.outputs.size()));
}

void DrawPanel::readDrawing()
{
    m_reading.reset();
    const bool isMisfit = m_snapshot && !fits(m_snapshot->network);
    if (m_snapshot && !isMisfit && !m_canvas->drawing().empty()) {
        const auto outputs
            = m_snapshot->network.forward(InputBatch::ofPixels(m_raster), m_workspace);
        m_reading
            = readOutputs(digitScores(m_snapshot->network.outputCode(),
                                      {outputs.data(), static_cast<std::size_t>(outputs.rows())}));
    }
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
    m_top->setMaximumHeight(std::max(width() - columnGap - seen.width(), seen.height()));
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
    panel->layout()->addWidget(new TeachRow(session.myDigits(), panel->canvas()));
    return panel;
}

} // namespace nabla::ui
