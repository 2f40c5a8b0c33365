// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/digit_canvas.h"

#include "ui/canvas/stroke_edit.h"
#include "ui/canvas/stroke_geometry.h"

#include <QAction>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTouchEvent>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace nabla::ui {

namespace {

// Paper is white in both themes.
constexpr QRgb paperColor = 0xffffffff;
constexpr QRgb hintColor = 0xff8a909c;

constexpr double eraserRadius = 0.05; // of the paper's side
constexpr double margin = 1.0; // for the border
constexpr double cornerRadius = 5.0;

/// Qt sends mouse events after touch and tablet events that nobody took; ours took them.
bool isRealMouse(const QMouseEvent &event)
{
    return event.source() == Qt::MouseEventNotSynthesized;
}

} // namespace

DigitCanvas::DigitCanvas(QWidget *parent)
    : QWidget(parent)
    , m_undoStack(new QUndoStack(this))
    , m_undo(new QAction(this))
    , m_redo(new QAction(this))
    , m_eraser(new QAction(this))
    , m_clear(new QAction(this))
{
    setAttribute(Qt::WA_AcceptTouchEvents);
    setContextMenuPolicy(Qt::PreventContextMenu); // the right button erases
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    makeActions();
    retranslate();
    updateActions();
    updateCursor();
}

DigitCanvas::~DigitCanvas()
{
    // The stack, a child, clears itself when only the QWidget is left of this object.
    m_undoStack->disconnect(this);
}

void DigitCanvas::makeActions()
{
    m_undo->setShortcut(Qt::CTRL | Qt::Key_Z);
    m_redo->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    // Ctrl+Z belongs to what has the focus; Ctrl+L means the canvas wherever the focus is.
    m_undo->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_redo->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_clear->setShortcut(Qt::CTRL | Qt::Key_L);
    m_eraser->setCheckable(true);
    addActions({m_undo, m_redo, m_eraser, m_clear});
    connect(m_undo, &QAction::triggered, this, [this] {
        finishGesture();
        m_undoStack->undo();
    });
    connect(m_redo, &QAction::triggered, m_undoStack, &QUndoStack::redo);
    connect(m_clear, &QAction::triggered, this, &DigitCanvas::clear);
    connect(m_eraser, &QAction::toggled, this, &DigitCanvas::updateCursor);
    connect(m_undoStack, &QUndoStack::canUndoChanged, this, &DigitCanvas::updateActions);
    connect(m_undoStack, &QUndoStack::canRedoChanged, this, &DigitCanvas::updateActions);
}

void DigitCanvas::retranslate()
{
    const auto withShortcut = [](const QString &text, const QAction &action) {
        return text
               + QStringLiteral(" (%1)").arg(action.shortcut().toString(QKeySequence::NativeText));
    };
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(withShortcut(tr("Take back the last stroke"), *m_undo));
    m_redo->setText(tr("Redo"));
    m_redo->setToolTip(withShortcut(tr("Bring it back"), *m_redo));
    m_eraser->setText(tr("Eraser"));
    m_eraser->setToolTip(tr("Erase instead of drawing; the right mouse button does it too"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(withShortcut(tr("Take a new sheet"), *m_clear));
    setAccessibleName(tr("Canvas"));
    setAccessibleDescription(
        tr("Draw a digit with mouse, finger or pen; the network reads it at once."));
    update();
}

void DigitCanvas::updateActions()
{
    m_undo->setEnabled(m_undoStack->canUndo());
    m_redo->setEnabled(m_undoStack->canRedo());
    m_clear->setEnabled(!m_drawing.empty());
}

void DigitCanvas::updateCursor()
{
    if (!m_eraser->isChecked()) {
        setCursor(Qt::CrossCursor);
        return;
    }
    const double radius = eraserRadius * paper().width();
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
    return m_eraser->isChecked();
}

QRectF DigitCanvas::paper() const
{
    const double side = std::max(1.0, std::min(width(), height()) - 2.0 * margin);
    return {margin, margin, side, side};
}

StrokePoint DigitCanvas::onPaper(QPointF position) const
{
    const QRectF sheet = paper();
    return {std::clamp((position.x() - sheet.left()) / sheet.width(), 0.0, 1.0),
            std::clamp((position.y() - sheet.top()) / sheet.height(), 0.0, 1.0)};
}

void DigitCanvas::begin(Source source, Tool tool, QPointF position)
{
    finishGesture();
    setFocus(Qt::MouseFocusReason);
    m_source = source;
    m_tool = tool;
    m_before = m_drawing;
    m_last = onPaper(position);
    if (tool == Tool::Pen) {
        m_drawing.push_back({m_last});
    } else {
        m_drawing = erased(m_drawing, m_last, m_last, eraserRadius);
        m_ink.invalidate();
    }
    announce();
}

void DigitCanvas::extend(Source source, QPointF position)
{
    if (source != m_source)
        return;
    const StrokePoint point = onPaper(position);
    if (point == m_last)
        return;
    if (m_tool == Tool::Pen) {
        m_drawing.back().push_back(point);
    } else {
        m_drawing = erased(m_drawing, m_last, point, eraserRadius);
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
    commit(m_tool == Tool::Pen ? tr("Stroke") : tr("Erase"), std::exchange(m_before, {}));
}

void DigitCanvas::setDrawing(const Drawing &drawing)
{
    finishGesture();
    Drawing before = std::exchange(m_drawing, drawing);
    commit(drawing.empty() ? tr("Clear") : tr("Draw"), std::move(before));
}

/// Makes the way from `before` to the drawing as it is now one undo step.
void DigitCanvas::commit(const QString &text, Drawing before)
{
    if (before == m_drawing)
        return;
    const Drawing after = std::exchange(m_drawing, std::move(before));
    m_undoStack->push(
        new StrokeEdit(text, m_drawing, after,
                       [this](std::size_t first, std::size_t count, const Drawing &strokes) {
                           replaceStrokes(first, count, strokes);
                       }));
}

void DigitCanvas::replaceStrokes(std::size_t first, std::size_t count, const Drawing &strokes)
{
    if (m_source != Source::None) { // undone from elsewhere in the middle of a stroke
        m_source = Source::None;
        m_drawing = std::exchange(m_before, {});
    }
    const auto begin = m_drawing.begin() + static_cast<std::ptrdiff_t>(first);
    const auto next = m_drawing.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
    m_drawing.insert(next, strokes.begin(), strokes.end());
    m_ink.invalidate();
    announce();
}

void DigitCanvas::announce()
{
    updateActions();
    update();
    emit drawingChanged();
}

bool DigitCanvas::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return handleTouch(event);
    default:
        return QWidget::event(event);
    }
}

/// One finger draws; others that join it are ignored.
bool DigitCanvas::handleTouch(QEvent *event)
{
    const auto &touch = static_cast<const QTouchEvent &>(*event);
    event->accept();
    if (event->type() == QEvent::TouchCancel) {
        finish(Source::Touch);
        return true;
    }
    for (const QEventPoint &point : touch.points()) {
        if (point.state() == QEventPoint::Pressed && m_source == Source::None) {
            m_touchId = point.id();
            begin(Source::Touch, isErasing() ? Tool::Eraser : Tool::Pen, point.position());
        } else if (m_source == Source::Touch && point.id() == m_touchId
                   && point.state() != QEventPoint::Stationary) {
            extend(Source::Touch, point.position());
            if (point.state() == QEventPoint::Released)
                finish(Source::Touch);
        }
    }
    return true;
}

void DigitCanvas::mousePressEvent(QMouseEvent *event)
{
    const bool draws = event->button() == Qt::LeftButton || event->button() == Qt::RightButton;
    if (!isRealMouse(*event) || !draws || m_source != Source::None)
        return;
    const bool erases = event->button() == Qt::RightButton || isErasing();
    begin(Source::Mouse, erases ? Tool::Eraser : Tool::Pen, event->position());
    m_button = event->button();
}

void DigitCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (isRealMouse(*event))
        extend(Source::Mouse, event->position());
}

void DigitCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (!isRealMouse(*event) || event->button() != m_button)
        return;
    extend(Source::Mouse, event->position());
    finish(Source::Mouse);
}

void DigitCanvas::tabletEvent(QTabletEvent *event)
{
    event->accept();
    switch (event->type()) {
    case QEvent::TabletPress: {
        if (m_source != Source::None)
            break;
        const bool erases = event->pointerType() == QPointingDevice::PointerType::Eraser
                            || event->button() == Qt::RightButton || isErasing();
        begin(Source::Tablet, erases ? Tool::Eraser : Tool::Pen, event->position());
        break;
    }
    case QEvent::TabletMove:
        extend(Source::Tablet, event->position());
        break;
    case QEvent::TabletRelease:
        extend(Source::Tablet, event->position());
        finish(Source::Tablet);
        break;
    default:
        break;
    }
}

void DigitCanvas::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        clear();
    else
        QWidget::keyPressEvent(event);
}

void DigitCanvas::hideEvent(QHideEvent *event)
{
    finishGesture(); // the release will go elsewhere
    QWidget::hideEvent(event);
}

void DigitCanvas::resizeEvent(QResizeEvent *event)
{
    m_ink.invalidate();
    updateCursor();
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
    const QRectF sheet = paper();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor border = palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid);
    painter.setPen(QPen(border, hasFocus() ? 1.5 : 1.0));
    painter.setBrush(QColor::fromRgb(paperColor));
    painter.drawRoundedRect(sheet, cornerRadius, cornerRadius);
    if (m_drawing.empty()) {
        painter.setPen(QColor::fromRgb(hintColor));
        painter.drawText(sheet, Qt::AlignCenter | Qt::TextWordWrap, tr("Draw a digit"));
        return;
    }
    painter.setClipRect(sheet.adjusted(1.0, 1.0, -1.0, -1.0));
    const bool grows = m_source != Source::None && m_tool == Tool::Pen;
    m_ink.paint(painter, m_drawing,
                grows ? InkLayer::LastStroke::Growing : InkLayer::LastStroke::Finished, sheet);
}

} // namespace nabla::ui
