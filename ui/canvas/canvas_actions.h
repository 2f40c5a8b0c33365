// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

class QAction;

namespace nabla::ui {

/// What can be done to a canvas beside drawing: the actions, their shortcuts and texts. What they
/// do is the canvas's.
class CanvasActions final : public QObject
{
    Q_OBJECT

public:
    explicit CanvasActions(QObject *parent);

    QAction *const undo;
    QAction *const redo;
    QAction *const eraser; ///< checkable
    QAction *const clear;
    QAction *const openPicture;
    QAction *const paste;
    QAction *const zoomIn;
    QAction *const zoomOut;
    QAction *const showAll;

    [[nodiscard]] std::vector<QAction *> all() const;
    void retranslate();
};

} // namespace nabla::ui
