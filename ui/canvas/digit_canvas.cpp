// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/digit_canvas.h"

#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_input.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/pictures/incoming_pictures.h"

#include <QAction>
#include <QDropEvent>
#include <QEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QTabletEvent>
#include <QTextOption>
#include <QTouchEvent>
#include <QUndoStack>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

// Paper is white in both themes.
constexpr QRgb paperColor = 0xffffffff;
constexpr QRgb hintColor = 0xff8a909c;

constexpr double cornerRadius = 5.0; // of the paper, and of what is said on it
constexpr int noticeMilliseconds = 12'000; // to read two lines without hurry

} // namespace

DigitCanvas::DigitCanvas(QWidget *parent)
    : QWidget(parent)
    , m_sheet(new CanvasSheet(this))
    , m_view(new CanvasView(this))
    , m_hand(new DrawingHand(*m_sheet, this))
    , m_input(new CanvasInput(*this, *m_view, *m_hand))
    , m_pictures(new IncomingPictures(this))
    , m_actions(new CanvasActions(this))
{
    setAttribute(Qt::WA_AcceptTouchEvents);
    setContextMenuPolicy(Qt::PreventContextMenu); // the right button erases
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAcceptDrops(true);
    m_noticeTimer.setSingleShot(true);
    m_noticeTimer.setInterval(noticeMilliseconds);
    connectParts();
    connectActions();
    retranslate();
    updateCursor();
}

/// Before anybody else's connections: who hears of a change finds the canvas as it is after it.
void DigitCanvas::connectParts()
{
    // Who draws on wants no other sheet.
    connect(m_sheet, &CanvasSheet::aboutToBeReplaced, m_pictures, &IncomingPictures::giveUp);
    connect(m_sheet, &CanvasSheet::drawingChanged, m_pictures, &IncomingPictures::giveUp);
    connect(m_sheet, &CanvasSheet::drawingChanged, this, &DigitCanvas::followSheet);
    connect(m_view, &CanvasView::moved, this, &DigitCanvas::followView);
    connect(m_pictures, &IncomingPictures::arrived, m_sheet, &CanvasSheet::setPicture);
    connect(m_pictures, &IncomingPictures::noticeChanged, this, &DigitCanvas::showNotice);
    connect(&m_noticeTimer, &QTimer::timeout, m_pictures, &IncomingPictures::giveUp);
}

void DigitCanvas::connectActions()
{
    for (QAction *action : m_actions->all())
        addAction(action);
    const QUndoStack *history = m_sheet->undoStack();
    connect(m_actions->undo, &QAction::triggered, m_hand, &DrawingHand::lift);
    connect(m_actions->undo, &QAction::triggered, history, &QUndoStack::undo);
    connect(m_actions->redo, &QAction::triggered, history, &QUndoStack::redo);
    connect(history, &QUndoStack::canUndoChanged, this, &DigitCanvas::updateActions);
    connect(history, &QUndoStack::canRedoChanged, this, &DigitCanvas::updateActions);
    connect(m_actions->clear, &QAction::triggered, m_sheet, &CanvasSheet::clear);
    connect(m_actions->eraser, &QAction::toggled, this, [this](bool erases) {
        m_input->setTool(erases ? DrawingHand::Tool::Eraser : DrawingHand::Tool::Pen);
        updateCursor();
    });
    connect(m_actions->openPicture, &QAction::triggered, this, [this] { m_pictures->open(this); });
    connect(m_actions->paste, &QAction::triggered, m_pictures, &IncomingPictures::paste);
    connect(m_actions->zoomIn, &QAction::triggered, this,
            [this] { m_view->zoomAtMiddle(CanvasView::zoomStep); });
    connect(m_actions->zoomOut, &QAction::triggered, this,
            [this] { m_view->zoomAtMiddle(1.0 / CanvasView::zoomStep); });
    connect(m_actions->showAll, &QAction::triggered, m_view, &CanvasView::showAll);
}

void DigitCanvas::retranslate()
{
    m_actions->retranslate();
    setAccessibleName(tr("Canvas"));
    showNotice();
}

void DigitCanvas::followSheet(CanvasSheet::Change change)
{
    if (change != CanvasSheet::Change::Growth)
        m_ink.invalidate();
    updateActions();
    update();
}

void DigitCanvas::followView()
{
    updateCursor();
    updateActions();
    update();
}

/// Says what there is to say of a picture, or nothing.
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
    m_actions->undo->setEnabled(m_sheet->undoStack()->canUndo());
    m_actions->redo->setEnabled(m_sheet->undoStack()->canRedo());
    m_actions->clear->setEnabled(!m_sheet->isEmpty() || m_pictures->isLoading());
    m_actions->zoomIn->setEnabled(m_view->zoom() < CanvasView::largestZoom);
    m_actions->zoomOut->setEnabled(m_view->zoom() > 1.0);
    m_actions->showAll->setEnabled(m_view->zoom() > 1.0);
}

void DigitCanvas::updateCursor()
{
    if (!m_actions->eraser->isChecked()) {
        setCursor(Qt::CrossCursor);
        return;
    }
    const double radius = DrawingHand::eraserRadius * m_view->paper().height();
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
    if (m_sheet->isEmpty()) {
        paintHint(painter);
    } else if (const auto picture = m_sheet->picture()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(m_view->placeOf(picture->shown.size()), picture->shown);
    } else {
        const auto last
            = m_hand->isDrawing() ? InkLayer::LastStroke::Growing : InkLayer::LastStroke::Finished;
        m_ink.paint(painter, m_sheet->drawing(), last, m_view->paper());
    }
    paintCuts(painter);
    m_input->paintPen(painter, palette());
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

bool DigitCanvas::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        event->accept();
        m_input->touch(static_cast<const QTouchEvent &>(*event));
        return true;
    case QEvent::ShortcutOverride: // Shift and an arrow is a shortcut of the window's
        event->setAccepted(m_input->claimsKey(static_cast<const QKeyEvent &>(*event)));
        return event->isAccepted() || QWidget::event(event);
    default:
        return QWidget::event(event);
    }
}

void DigitCanvas::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DigitCanvas::resizeEvent(QResizeEvent *event)
{
    m_view->setSize(event->size());
    QWidget::resizeEvent(event);
}

void DigitCanvas::hideEvent(QHideEvent *event)
{
    m_hand->lift(); // the release will go elsewhere
    QWidget::hideEvent(event);
}

void DigitCanvas::focusInEvent(QFocusEvent *event)
{
    update(); // the hint tells of the keys
    QWidget::focusInEvent(event);
}

void DigitCanvas::focusOutEvent(QFocusEvent *event)
{
    m_input->putPenAway();
    update();
    QWidget::focusOutEvent(event);
}

void DigitCanvas::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        m_sheet->clear();
    else if (m_input->pressKey(*event))
        update();
    else
        QWidget::keyPressEvent(event);
}

void DigitCanvas::mousePressEvent(QMouseEvent *event)
{
    m_input->pressMouse(*event);
}

void DigitCanvas::mouseMoveEvent(QMouseEvent *event)
{
    m_input->moveMouse(*event);
}

void DigitCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    m_input->releaseMouse(*event);
}

void DigitCanvas::tabletEvent(QTabletEvent *event)
{
    event->accept();
    m_input->useTablet(*event);
}

/// With Ctrl the wheel zooms; without, it moves the paper that is larger than the widget.
void DigitCanvas::wheelEvent(QWheelEvent *event)
{
    constexpr double notch = 120.0;
    if (event->modifiers().testFlag(Qt::ControlModifier))
        m_view->zoomBy(std::pow(CanvasView::zoomStep, event->angleDelta().y() / notch),
                       event->position());
    else if (m_view->zoom() > 1.0)
        m_view->moveBy(QPointF(event->angleDelta()) / 3.0);
    else
        return QWidget::wheelEvent(event);
    event->accept();
}

void DigitCanvas::dragEnterEvent(QDragEnterEvent *event)
{
    if (mayHoldPicture(*event->mimeData()))
        event->acceptProposedAction();
}

void DigitCanvas::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_pictures->load(pictureIn(*event->mimeData()));
}

} // namespace nabla::ui
