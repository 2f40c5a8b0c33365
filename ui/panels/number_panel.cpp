// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/number_panel.h"

#include "core/nn/digit_scores.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/canvas/number_strip.h"
#include "ui/canvas/picture_reader.h"
#include "ui/plots/scaled_font.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace nabla::ui {

namespace {

constexpr double paperAspect = 3.0; ///< width against height
constexpr double answerScale = 1.6;

QToolButton *flatButton(QAction *action)
{
    auto *button = new QToolButton;
    if (action)
        button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the focus where it draws
    return button;
}

} // namespace

NumberPanel::NumberPanel(QWidget *parent)
    : Panel(parent)
    , m_canvas(new DigitCanvas)
    , m_strip(new NumberStrip)
    , m_answer(new QLabel)
    , m_message(new QLabel)
    , m_findCuts(new QAction(this))
    , m_othersTitle(new QLabel)
{
    m_canvas->setAspect(paperAspect);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_message->setWordWrap(true);
    m_othersTitle->setForegroundRole(QPalette::PlaceholderText);
    for (std::size_t rank = 0; rank < m_choices.size(); ++rank) {
        m_choices[rank] = flatButton(nullptr);
        m_choices[rank]->setCheckable(true);
        connect(m_choices[rank], &QToolButton::clicked, this, [this, rank] { look(rank); });
    }

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_canvas, 1);
    layout->addWidget(m_strip);
    layout->addLayout(makeTools());

    connect(m_canvas, &DigitCanvas::drawingChanged, this, &NumberPanel::drawingChanged);
    connect(m_strip, &NumberStrip::cutsMoved, this, &NumberPanel::part);
    connect(m_findCuts, &QAction::triggered, this, [this] { part({}); });
    connect(m_canvas, &DigitCanvas::paperMoved, this, &NumberPanel::placeStrip);
    retranslate();
}

QHBoxLayout *NumberPanel::makeTools()
{
    auto *tools = new QHBoxLayout;
    tools->setSpacing(2);
    const CanvasActions &actions = m_canvas->actions();
    for (QAction *action : {actions.undo, actions.redo, actions.eraser, actions.clear,
                            actions.openPicture, m_findCuts})
        tools->addWidget(flatButton(action));
    tools->addSpacing(12);
    tools->addWidget(m_answer);
    tools->addWidget(m_message, 1);
    tools->addWidget(m_othersTitle);
    for (QToolButton *choice : m_choices)
        tools->addWidget(choice);
    // The shortcuts work wherever the focus is in this panel; Ctrl+L is the single digit's.
    addActions({actions.undo, actions.redo, actions.paste, actions.zoomIn, actions.zoomOut,
                actions.showAll});
    actions.clear->setShortcut({});
    return tools;
}

void NumberPanel::retranslate()
{
    m_canvas->setHint(tr("Write a number"));
    m_findCuts->setText(tr("Find the cuts"));
    m_findCuts->setToolTip(tr("Forget the cuts that were moved by hand"));
    m_answer->setAccessibleName(tr("The number that the network reads"));
    m_answer->setFont(scaledFont(font(), answerScale));
    m_othersTitle->setText(tr("or:"));
    for (QToolButton *choice : m_choices)
        choice->setToolTip(tr("Look at this reading and its cuts; the readings stand in the order "
                              "of their likelihood"));
    say();
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
    m_rank = 0;
    part({}); // cuts by hand were put into another drawing
}

/// Only a new drawing or new cuts need the ink parted anew; a new snapshot does not.
void NumberPanel::part(const std::vector<double> &cuts)
{
    m_cuts = cuts;
    const auto picture = m_canvas->picture();
    if (!picture) {
        m_ink = inkOfStrokes(m_canvas->drawing(), m_cuts);
    } else {
        if (picture != m_picture)
            m_gray = grayOf(picture->shown);
        m_ink = inkOfPicture(m_gray, offPaper(m_cuts));
    }
    m_picture = picture;
    read();
}

/// A picture's ink is in its pixels, the paper's unit is its height.
NumberPanel::Placement NumberPanel::placement() const
{
    if (!m_canvas->picture())
        return {};
    const QRectF paper = m_canvas->paper();
    const QRectF place = m_canvas->picturePlace();
    return {(place.left() - paper.left()) / paper.height(),
            place.width() / (m_canvas->picture()->shown.width() * paper.height())};
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

void NumberPanel::read()
{
    m_readings.clear();
    m_hasTooMuchInk = false;
    const bool canRead = m_snapshot && readsDigits(m_snapshot->network);
    if (!canRead || m_canvas->isEmpty()) {
        show(std::nullopt);
        return;
    }
    const auto score = [this](std::span<const Raster> rasters) {
        return scoresOf(m_snapshot->network, rasters, m_workspace);
    };
    if (!m_cuts.empty()) {
        show(onPaper(readPieces(*m_ink, offPaper(m_cuts), score)));
        return;
    }
    m_hasTooMuchInk = m_ink->fragments().size() > maxInkFragments;
    m_readings = readNumber(*m_ink, score, readingCount);
    std::ranges::transform(m_readings, m_readings.begin(),
                           [this](NumberReading reading) { return onPaper(std::move(reading)); });
    m_rank = std::min(m_rank, m_readings.empty() ? 0 : m_readings.size() - 1);
    show(m_readings.empty() ? std::nullopt : std::optional(m_readings[m_rank]));
}

void NumberPanel::look(std::size_t rank)
{
    m_rank = rank;
    if (m_cuts.empty())
        read();
    else
        part({});
}

void NumberPanel::show(const std::optional<NumberReading> &reading)
{
    m_reading = reading;
    // A cut by hand stays where the hand left it, not in the middle between the pieces.
    if (m_reading && m_reading->cuts.size() == m_cuts.size())
        m_reading->cuts = m_cuts;
    m_strip->setReading(m_reading);
    m_canvas->setCuts(m_reading ? m_reading->cuts : std::vector<double>());
    say();
}

QString NumberPanel::message() const
{
    if (m_snapshot && !readsDigits(m_snapshot->network))
        return tr("This network does not read 28 × 28 digits.");
    if (m_hasTooMuchInk)
        return tr("Too many strokes for a number; nothing is lost, erase some.");
    return m_cuts.empty() ? QString() : tr("with your cuts");
}

void NumberPanel::say()
{
    m_answer->setText(m_reading ? QString::fromStdString(m_reading->digits) : QString());
    m_message->setText(message());
    m_findCuts->setEnabled(!m_cuts.empty());
    for (std::size_t rank = 0; rank < m_choices.size(); ++rank) {
        const bool isThere = rank < m_readings.size() && m_readings.size() > 1;
        m_choices[rank]->setVisible(isThere);
        m_choices[rank]->setChecked(isThere && rank == m_rank);
        if (isThere)
            m_choices[rank]->setText(QString::fromStdString(m_readings[rank].digits));
    }
    m_othersTitle->setVisible(m_readings.size() > 1);
}

void NumberPanel::placeStrip()
{
    const QRectF paper = m_canvas->paper();
    m_strip->setScale(m_canvas->x() + paper.left(), paper.height());
}

void NumberPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    Panel::changeEvent(event);
}

Panel *createNumberPanel(TrainingSession &, Selection &, QWidget *parent)
{
    return new NumberPanel(parent);
}

} // namespace nabla::ui
