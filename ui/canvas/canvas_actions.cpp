// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_actions.h"

#include <QAction>
#include <QKeySequence>

namespace nabla::ui {

namespace {

void tell(QAction &action, const QString &text, const QString &explanation)
{
    action.setText(text);
    const QString shortcut = action.shortcut().toString(QKeySequence::NativeText);
    action.setToolTip(shortcut.isEmpty() ? explanation
                                         : QStringLiteral("%1 (%2)").arg(explanation, shortcut));
}

} // namespace

CanvasActions::CanvasActions(QObject *parent)
    : QObject(parent)
    , undo(new QAction(this))
    , redo(new QAction(this))
    , eraser(new QAction(this))
    , clear(new QAction(this))
    , openPicture(new QAction(this))
    , paste(new QAction(this))
    , zoomIn(new QAction(this))
    , zoomOut(new QAction(this))
    , showAll(new QAction(this))
{
    undo->setShortcut(Qt::CTRL | Qt::Key_Z);
    redo->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    paste->setShortcut(Qt::CTRL | Qt::Key_V);
    zoomIn->setShortcuts({Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal});
    zoomOut->setShortcut(Qt::CTRL | Qt::Key_Minus);
    showAll->setShortcut(Qt::CTRL | Qt::Key_0);
    // These belong to what has the focus; Ctrl+L means the canvas wherever the focus is.
    for (QAction *action : {undo, redo, paste, zoomIn, zoomOut, showAll})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    clear->setShortcut(Qt::CTRL | Qt::Key_L);
    eraser->setCheckable(true);
    retranslate();
}

std::vector<QAction *> CanvasActions::all() const
{
    return {undo, redo, eraser, clear, openPicture, paste, zoomIn, zoomOut, showAll};
}

void CanvasActions::retranslate()
{
    tell(*undo, tr("Undo"), tr("Take back the last stroke"));
    tell(*redo, tr("Redo"), tr("Bring it back"));
    tell(*eraser, tr("Eraser"), tr("Erase instead of drawing; the right mouse button does it too"));
    tell(*clear, tr("Clear"), tr("Take a new sheet"));
    tell(*openPicture, tr("Open picture…"),
         tr("Open a photo or a scan; it can be pasted and dropped too"));
    openPicture->setIconText(tr("Picture…")); // on a button
    tell(*paste, tr("Paste picture"), tr("Paste a photo or a scan"));
    tell(*zoomIn, tr("Zoom in"), tr("Show the paper larger; Ctrl and the wheel do it too"));
    tell(*zoomOut, tr("Zoom out"), tr("Show the paper smaller"));
    tell(*showAll, tr("Whole paper"), tr("Show the whole paper"));
}

} // namespace nabla::ui
