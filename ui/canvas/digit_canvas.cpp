// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/digit_canvas.h"

#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/pictures/incoming_pictures.h"
#include "ui/canvas/stroke_edit.h"
#include "ui/canvas/stroke_geometry.h"

#include <QAction>
#include <QEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QTextOption>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace nabla::ui {

namespace {

// Paper is white in both themes.
constexpr QRgb paperColor = 0xffffffff;
constexpr QRgb hintColor = 0xff8a909c;

constexpr double eraserRadius = 0.05; // of the paper's height
constexpr int noticeMilliseconds = 12'000; // to read two lines without hurry

} // namespace

DigitCanvas::DigitCanvas(QWidget *parent)
    : QWidget(parent)
    , m_undoStack(new QUndoStack(this))
    , m_actions(new CanvasActions(this))
    , m_view(new CanvasView(this))
    , m_pictures(new IncomingPictures(this))
{
    setAttribute(Qt::WA_AcceptTouchEvents);
    setContextMenuPolicy(Qt::PreventContextMenu); // the right button erases
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAcceptDrops(true);
    m_noticeTimer.setSingleShot(true);
    m_noticeTimer.setInterval(noticeMilliseconds);
    connect(&m_noticeTimer, &QTimer::timeout, m_pictures, &IncomingPictures::giveUp);
    connect(m_pictures, &IncomingPictures::arrived, this, &DigitCanvas::setPicture);
    connect(m_pictures, &IncomingPictures::noticeChanged, this, &DigitCanvas::showNotice);
    connectActions();
    retranslate();
    updateCursor();
}

DigitCanvas::~DigitCanvas()
{
    // The stack, a child, clears itself when only the QWidget is left of this object.
    m_undoStack->disconnect(this);
}

void DigitCanvas::connectActions()
{
    for (QAction *action : m_actions->all())
        addAction(action);
    connect(m_actions->undo, &QAction::triggered, this, [this] {
        finishGesture();
        m_undoStack->undo();
    });
    connect(m_actions->redo, &QAction::triggered, m_undoStack, &QUndoStack::redo);
    connect(m_actions->clear, &QAction::triggered, this, &DigitCanvas::clear);
    connect(m_actions->eraser, &QAction::toggled, this, &DigitCanvas::updateCursor);
    connect(m_actions->openPicture, &QAction::triggered, this, [this] { m_pictures->open(this); });
    connect(m_actions->paste, &QAction::triggered, m_pictures, &IncomingPictures::paste);
    connect(m_actions->zoomIn, &QAction::triggered, this,
            [this] { m_view->zoomAtMiddle(CanvasView::zoomStep); });
    connect(m_actions->zoomOut, &QAction::triggered, this,
            [this] { m_view->zoomAtMiddle(1.0 / CanvasView::zoomStep); });
    connect(m_actions->showAll, &QAction::triggered, m_view, &CanvasView::showAll);
    connect(m_view, &CanvasView::moved, this, &DigitCanvas::followView);
    connect(m_undoStack, &QUndoStack::canUndoChanged, this, &DigitCanvas::updateActions);
    connect(m_undoStack, &QUndoStack::canRedoChanged, this, &DigitCanvas::updateActions);
}

void DigitCanvas::retranslate()
{
    m_actions->retranslate();
    setAccessibleName(tr("Canvas"));
    showNotice();
}

void DigitCanvas::showNotice()
{
    const QString text = m_pictures->notice();
    if (!text.isEmpty() && !m_pictures->isLoading())
        m_noticeTimer.start();
    else
        m_noticeTimer.stop();
    setAccessibleDescription(
        text.isEmpty()
            ? tr("Draw with mouse, finger or pen; the network reads it at once. Arrow keys move a "
                 "pen, Enter puts it on the paper and lifts it again, Escape puts it away.")
            : text);
    setToolTip(text); // whole, also where the paper is small
    updateActions();
    update();
}

void DigitCanvas::updateActions()
{
    m_actions->undo->setEnabled(m_undoStack->canUndo());
    m_actions->redo->setEnabled(m_undoStack->canRedo());
    m_actions->clear->setEnabled(!isEmpty() || m_pictures->isLoading());
    m_actions->zoomIn->setEnabled(m_view->zoom() < CanvasView::largestZoom);
    m_actions->zoomOut->setEnabled(m_view->zoom() > 1.0);
    m_actions->showAll->setEnabled(m_view->zoom() > 1.0);
}

void DigitCanvas::updateCursor()
{
    if (!isErasing()) {
        setCursor(Qt::CrossCursor);
        return;
    }
    const double radius = eraserRadius * m_view->paper().height();
    const double ratio = devicePixelRatioF();
    const int side = static_cast<int>(2.0 * (radius + 2.0));
    QPixmap ring(QSize(side, side) * ratio);
    ring.setDevicePixelRatio(ratio);
    ring.fill(Qt::transparent);
    QPainter painter(&ring);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor::fromRgb(hintColor), 1.5));
    painter.drawEllipse(QPointF(side / 2.0, side / 2.0), radius, radius);
    painter.end();
    setCursor(QCursor(ring));
}

bool DigitCanvas::isErasing() const
{
    return m_actions->eraser->isChecked();
}

StrokePoint DigitCanvas::onPaper(QPointF position, double pressure) const
{
    StrokePoint point = m_view->toPaper(position);
    point.pressure = pressure;
    return point;
}

void DigitCanvas::begin(Source source, Tool tool, StrokePoint point)
{
    finishGesture();
    setFocus(Qt::MouseFocusReason);
    if (source != Source::Keyboard)
        m_keyboardPen.putAway();
    m_source = source;
    m_tool = tool;
    m_before = m_content;
    m_last = point;
    if (tool == Tool::Pen) {
        m_content.picture.reset(); // a drawing takes its place
        m_content.strokes.push_back({point});
        m_smoother.begin(point);
    } else {
        m_content.strokes = erased(m_content.strokes, point, point, eraserRadius);
        m_ink.invalidate();
    }
    announce();
}

void DigitCanvas::extend(Source source, StrokePoint point)
{
    if (source != m_source || (point.x == m_last.x && point.y == m_last.y))
        return;
    if (m_tool == Tool::Pen) {
        if (m_smoother.extend(m_content.strokes.back(), point))
            m_ink.invalidate();
    } else {
        m_content.strokes = erased(m_content.strokes, m_last, point, eraserRadius);
        m_ink.invalidate();
    }
    m_last = point;
    announce();
}

void DigitCanvas::finish(Source source)
{
    if (source == m_source)
        finishGesture();
}

void DigitCanvas::finishGesture()
{
    if (m_source == Source::None)
        return;
    m_source = Source::None;
    m_button = Qt::NoButton;
    if (m_tool == Tool::Pen)
        m_smoother.finish(m_content.strokes.back());
    commit(m_tool == Tool::Pen ? tr("Stroke") : tr("Erase"), std::exchange(m_before, {}));
}

void DigitCanvas::setDrawing(const Drawing &drawing)
{
    setContent(drawing.empty() ? tr("Clear") : tr("Draw"), {drawing});
}

void DigitCanvas::setPicture(const std::shared_ptr<const CanvasPicture> &picture)
{
    setContent(tr("Picture"), {{}, picture});
}

void DigitCanvas::setContent(const QString &text, const CanvasContent &content)
{
    finishGesture();
    m_pictures->giveUp();
    CanvasContent before = std::exchange(m_content, content);
    commit(text, std::move(before));
}

/// Makes the way from `before` to the content as it is now one undo step.
void DigitCanvas::commit(const QString &text, CanvasContent before)
{
    if (before == m_content)
        return;
    const CanvasContent after = std::exchange(m_content, std::move(before));
    m_undoStack->push(
        new StrokeEdit(text, m_content, after,
                       [this](std::size_t first, std::size_t count, const CanvasContent &content) {
                           replace(first, count, content);
                       }));
}

void DigitCanvas::replace(std::size_t first, std::size_t count, const CanvasContent &content)
{
    if (m_source != Source::None) { // undone from elsewhere in the middle of a stroke
        m_source = Source::None;
        m_content = std::exchange(m_before, {});
    }
    Drawing &strokes = m_content.strokes;
    const auto begin = strokes.begin() + static_cast<std::ptrdiff_t>(first);
    const auto next = strokes.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
    strokes.insert(next, content.strokes.begin(), content.strokes.end());
    m_content.picture = content.picture;
    m_ink.invalidate();
    announce();
}

void DigitCanvas::announce()
{
    m_pictures->giveUp(); // who draws on wants no other sheet
    updateActions();
    update();
    emit drawingChanged();
}

void DigitCanvas::followView()
{
    updateCursor();
    updateActions();
    update();
}

void DigitCanvas::hideEvent(QHideEvent *event)
{
    finishGesture(); // the release will go elsewhere
    QWidget::hideEvent(event);
}

void DigitCanvas::resizeEvent(QResizeEvent *event)
{
    m_view->setSize(event->size());
    QWidget::resizeEvent(event);
}

void DigitCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DigitCanvas::paintEvent(QPaintEvent *)
{
    const QRectF frame = m_view->frame();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor border = palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid);
    painter.setPen(QPen(border, hasFocus() ? 1.5 : 1.0));
    painter.setBrush(QColor::fromRgb(paperColor));
    painter.drawRoundedRect(frame, cornerRadius, cornerRadius);
    painter.setClipRect(frame.adjusted(1.0, 1.0, -1.0, -1.0));
    if (m_content.isEmpty()) {
        paintHint(painter);
    } else if (m_content.picture) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(m_view->placeOf(m_content.picture->shown.size()),
                          m_content.picture->shown);
    } else {
        const bool grows = m_source != Source::None && m_tool == Tool::Pen;
        m_ink.paint(painter, m_content.strokes,
                    grows ? InkLayer::LastStroke::Growing : InkLayer::LastStroke::Finished,
                    m_view->paper());
    }
    paintCuts(painter);
    if (m_keyboardPen.place())
        KeyboardPen::paint(painter, m_view->fromPaper(*m_keyboardPen.place()), palette(),
                           m_source == Source::Keyboard);
    paintNotice(painter);
}

/// Who came here by keys is told which.
void DigitCanvas::paintHint(QPainter &painter) const
{
    QString hint = m_hint.isEmpty() ? tr("Draw a digit") : m_hint;
    if (hasFocus())
        hint += QStringLiteral("\n\n")
                + tr("Arrow keys move a pen,\nEnter puts it down and lifts it.");
    painter.setPen(QColor::fromRgb(hintColor));
    painter.drawText(m_view->frame(), Qt::AlignCenter | Qt::TextWordWrap, hint);
}

void DigitCanvas::paintCuts(QPainter &painter) const
{
    const QRectF paper = m_view->paper();
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1.2, Qt::DashLine));
    for (const double cut : m_cuts) {
        const double x = paper.left() + paper.height() * cut;
        painter.drawLine(QPointF(x, paper.top()), QPointF(x, paper.bottom()));
    }
}

void DigitCanvas::paintNotice(QPainter &painter) const
{
    const QString said = m_pictures->notice();
    if (said.isEmpty())
        return;
    constexpr double gap = 6.0;
    const QRectF room = m_view->frame().adjusted(2 * gap, 2 * gap, -2 * gap, -2 * gap);
    QTextOption wrapped(Qt::AlignLeft);
    wrapped.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // a file's name has no spaces
    QRectF text = painter.boundingRect(room, said, wrapped);
    text.moveTop(std::max(room.top(), room.bottom() - text.height()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(text.adjusted(-gap, -gap, gap, gap), cornerRadius, cornerRadius);
    painter.setPen(palette().color(QPalette::ToolTipText));
    painter.drawText(text, said, wrapped);
}

void DigitCanvas::setHint(const QString &hint)
{
    m_hint = hint;
    update();
}

void DigitCanvas::setCuts(const std::vector<double> &cuts)
{
    m_cuts = cuts;
    update();
}

} // namespace nabla::ui
