// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/number_panel.h"

#include "core/nn/digit_scores.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/canvas/pictures/picture_reader.h"
#include "ui/panels/draw/number_choices.h"
#include "ui/panels/draw/number_strip.h"
#include "ui/panels/flat_button.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>
#include <cmath>
#include <utility>

namespace nabla::ui {

namespace {

constexpr double paperAspect = 3.0; ///< width against height
constexpr int roomForChoices = 230; ///< pixels beside the tools

/// Cuts by hand in the canvas's history; where the history stands at one, its cuts hold.
class CutsEdit final : public QUndoCommand
{
public:
    CutsEdit(const QString &text, std::optional<std::vector<double>> cuts, int gesture)
        : QUndoCommand(text)
        , m_cuts(std::move(cuts))
        , m_gesture(gesture)
    {
    }

    [[nodiscard]] const std::optional<std::vector<double>> &cuts() const { return m_cuts; }
    [[nodiscard]] int id() const override { return 1; }
    /// A drag is one step.
    bool mergeWith(const QUndoCommand *later) override
    {
        const auto &other = static_cast<const CutsEdit &>(*later);
        if (other.m_gesture != m_gesture || !m_cuts || !other.m_cuts)
            return false;
        m_cuts = other.m_cuts;
        return true;
    }

private:
    std::optional<std::vector<double>> m_cuts;
    int m_gesture;
};

} // namespace

NumberPanel::NumberPanel(QWidget *parent)
    : Panel(parent)
    , m_canvas(new DigitCanvas)
    , m_strip(new NumberStrip)
    , m_choices(new NumberChoices)
    , m_findCuts(new QAction(this))
    , m_tools(makeTools())
    , m_foot(new QHBoxLayout)
{
    m_canvas->view().setAspect(paperAspect);
    m_foot->setSpacing(4);
    m_foot->addLayout(m_tools);
    m_foot->addWidget(m_choices, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_canvas, 1);
    layout->addWidget(m_strip);
    layout->addLayout(m_foot);
    layout->addStretch();

    connect(&m_canvas->sheet(), &CanvasSheet::drawingChanged, this, &NumberPanel::drawingChanged);
    connect(&m_canvas->view(), &CanvasView::moved, this, &NumberPanel::placeStrip);
    connect(m_strip, &NumberStrip::cutsChanged, this, &NumberPanel::changeCuts);
    connect(m_choices, &NumberChoices::chosen, this, &NumberPanel::look);
    connect(m_findCuts, &QAction::triggered, this, [this] { changeCuts(std::nullopt); });
    connect(m_canvas->sheet().undoStack(), &QUndoStack::indexChanged, this,
            &NumberPanel::followHistory);
    retranslate();
}

QBoxLayout *NumberPanel::makeTools()
{
    auto *tools = new QHBoxLayout;
    tools->setSpacing(2);
    const CanvasActions &actions = m_canvas->actions();
    for (QAction *action : {actions.undo, actions.redo, actions.eraser, actions.clear,
                            actions.openPicture, m_findCuts})
        tools->addWidget(flatButton(action));
    tools->addStretch();
    // The shortcuts work wherever the focus is in this panel.
    addActions({actions.undo, actions.redo, actions.paste, actions.zoomIn, actions.zoomOut,
                actions.showAll});
    actions.clear->setShortcutContext(Qt::WidgetWithChildrenShortcut); // elsewhere: one digit's
    return tools;
}

void NumberPanel::retranslate()
{
    m_canvas->setHint(tr("Write a number"));
    m_findCuts->setText(tr("Find cuts"));
    m_findCuts->setToolTip(tr("Forget the cuts made by hand; the network finds them again"));
    showReading();
}

void NumberPanel::showFrame(const Frame &frame)
{
    if (frame.snapshot == m_snapshot)
        return;
    m_snapshot = frame.snapshot;
    read();
}

void NumberPanel::drawingChanged()
{
    m_wanted.clear();
    setCuts(std::nullopt); // those by hand were put into another drawing
}

void NumberPanel::changeCuts(const std::optional<std::vector<double>> &cuts)
{
    m_canvas->sheet().undoStack()->push(new CutsEdit(tr("Cuts"), cuts, m_strip->gesture()));
}

/// After strokes come the cuts that the network finds, after cuts by hand these.
void NumberPanel::followHistory(int index)
{
    const QUndoCommand *last
        = index > 0 ? m_canvas->sheet().undoStack()->command(index - 1) : nullptr;
    const auto *edit = dynamic_cast<const CutsEdit *>(last);
    const auto cuts = edit ? edit->cuts() : std::nullopt;
    if (cuts != m_cuts)
        setCuts(cuts);
}

void NumberPanel::setCuts(const std::optional<std::vector<double>> &cuts)
{
    m_cuts = cuts;
    part();
    read();
}

/// Only a new drawing or new cuts need the ink parted anew; a new snapshot does not.
void NumberPanel::part()
{
    const std::vector<double> cuts = m_cuts.value_or(std::vector<double>());
    const auto picture = m_canvas->sheet().picture();
    if (!picture) {
        m_ink = inkOfStrokes(m_canvas->sheet().drawing(), cuts);
    } else {
        if (picture != m_picture)
            m_gray = grayOf(picture->shown);
        m_ink = inkOfPicture(m_gray, offPaper(cuts));
    }
    m_picture = picture;
}

/// A picture's ink is in its pixels, the paper's unit is its height.
NumberPanel::Placement NumberPanel::placement() const
{
    const auto picture = m_canvas->sheet().picture();
    if (!picture)
        return {};
    const QRectF paper = m_canvas->view().paper();
    const QRectF place = m_canvas->view().placeOf(picture->shown.size());
    return {(place.left() - paper.left()) / paper.height(),
            place.width() / (picture->shown.width() * paper.height())};
}

NumberReading NumberPanel::onPaper(NumberReading reading) const
{
    const Placement place = placement();
    for (NumberPiece &piece : reading.pieces) {
        piece.left = place.left + place.unit * piece.left;
        piece.right = place.left + place.unit * piece.right;
    }
    for (double &cut : reading.cuts)
        cut = place.left + place.unit * cut;
    return reading;
}

std::vector<double> NumberPanel::offPaper(std::vector<double> cuts) const
{
    const Placement place = placement();
    for (double &cut : cuts)
        cut = (cut - place.left) / place.unit;
    return cuts;
}

std::vector<NumberReading> NumberPanel::readings()
{
    const bool canRead = m_snapshot && readsDigits(m_snapshot->network);
    if (!canRead || m_canvas->sheet().isEmpty() || m_ink->fragments().size() > maxInkFragments)
        return {};
    const auto score = [this](std::span<const Raster> rasters) {
        return scoresOf(m_snapshot->network, rasters, m_workspace);
    };
    if (!m_cuts) {
        std::vector<NumberReading> found = readNumber(*m_ink, score, NumberChoices::mostReadings);
        std::ranges::transform(found, found.begin(), [this](NumberReading &reading) {
            return onPaper(std::move(reading));
        });
        return found;
    }
    NumberReading reading = onPaper(readPieces(*m_ink, offPaper(*m_cuts), score));
    reading.cuts = *m_cuts; // where the hand left them, also those that part nothing
    return {reading};
}

void NumberPanel::read()
{
    m_readings = readings();
    // What a person looks at stays while the network learns, whatever its rank becomes.
    const auto wanted = std::ranges::find(m_readings, m_wanted, &NumberReading::digits);
    m_rank = wanted == m_readings.end() ? 0 : static_cast<std::size_t>(wanted - m_readings.begin());
    showReading();
}

void NumberPanel::look(std::size_t rank)
{
    m_wanted = m_readings.at(rank).digits;
    read();
}

const NumberReading *NumberPanel::reading() const
{
    return m_readings.empty() ? nullptr : &m_readings[m_rank];
}

void NumberPanel::showReading()
{
    const NumberReading *shown = reading();
    m_strip->setReading(shown ? std::optional(*shown) : std::nullopt);
    m_strip->setMessage(message());
    m_canvas->setCuts(shown ? shown->cuts : std::vector<double>());
    m_choices->setReadings(m_readings, m_rank);
    m_findCuts->setEnabled(m_cuts.has_value());
    emit subtitleChanged();
}

QString NumberPanel::message() const
{
    if (m_snapshot && !readsDigits(m_snapshot->network))
        return tr("This network reads no digits: it must take 784 pixels and give 10 outputs.");
    if (!m_snapshot || m_canvas->sheet().isEmpty())
        return {};
    if (m_ink->fragments().size() > maxInkFragments)
        return tr("Too many strokes for a number. Nothing is lost: undo or erase some.");
    return tr("No digit stands out here.");
}

QString NumberPanel::subtitle() const
{
    if (!reading())
        return {};
    return m_cuts ? tr("your cuts")
                  : tr("drag the knobs below; a double click there adds or removes a cut");
}

void NumberPanel::placeStrip()
{
    const QPointF away(m_canvas->x(), 0.0);
    const CanvasView &view = m_canvas->view();
    m_strip->setPlace(view.paper().translated(away), view.frame().translated(away));
}

bool NumberPanel::isClear(const QKeyEvent &event) const
{
    return m_canvas->actions().clear->shortcut() == QKeySequence(event.keyCombination());
}

/// Ctrl+L clears one digit's canvas from everywhere else: here it is this one's. Taken as a plain
/// key, for as a shortcut it would be ambiguous.
bool NumberPanel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && isClear(static_cast<const QKeyEvent &>(*event))) {
        event->accept();
        return true;
    }
    return Panel::event(event);
}

void NumberPanel::keyPressEvent(QKeyEvent *event)
{
    if (isClear(*event))
        m_canvas->actions().clear->trigger();
    else
        Panel::keyPressEvent(event);
}

/// The paper is three times as wide as high: height that it cannot use stays below everything. The
/// choices go below the tools where there is no room beside them.
void NumberPanel::resizeEvent(QResizeEvent *event)
{
    m_canvas->setMaximumHeight(static_cast<int>(std::ceil(width() / paperAspect)) + 2);
    const bool isNarrow = width() < m_tools->sizeHint().width() + roomForChoices;
    m_foot->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    Panel::resizeEvent(event);
}

void NumberPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

Panel *createNumberPanel(TrainingSession &, Selection &, QWidget *parent)
{
    return new NumberPanel(parent);
}

} // namespace nabla::ui
