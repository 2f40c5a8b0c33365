// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_content.h"

#include <QObject>

#include <cstddef>
#include <memory>
#include <optional>

class QUndoStack;

namespace nabla::ui {

/// What lies on the paper, and its history: strokes, never pixels, in units of the paper's height,
/// y downwards, or a picture in their place. It knows no widget and nobody who draws. Whatever
/// changes it can be undone. GUI thread only.
class CanvasSheet final : public QObject
{
    Q_OBJECT

public:
    enum class Change
    {
        Growth, ///< of the last stroke at its end, or by a stroke; nothing else is another
        Other
    };

    explicit CanvasSheet(QObject *parent = nullptr);
    ~CanvasSheet() override;

    /// Includes the stroke that is being drawn.
    [[nodiscard]] const Drawing &drawing() const { return m_content.strokes; }
    /// Null where none lies there.
    [[nodiscard]] std::shared_ptr<const CanvasPicture> picture() const { return m_content.picture; }
    [[nodiscard]] bool isEmpty() const { return m_content.isEmpty(); }

    void setDrawing(const Drawing &drawing);
    void clear() { setDrawing({}); }
    void setPicture(const std::shared_ptr<const CanvasPicture> &picture);

    // What is changed bit by bit, as under a pen, is seen at once and is one step of the history at
    // its end.

    void beginChange();
    [[nodiscard]] bool isChanging() const { return m_before.has_value(); }
    /// To be changed, and then told of; only while isChanging().
    [[nodiscard]] CanvasContent &underChange() { return m_content; }
    void tellChange(Change change);
    /// Without a difference there is no step.
    void endChange(const QString &text);

    /// For a QUndoGroup, and for steps beside these.
    [[nodiscard]] QUndoStack *undoStack() const { return m_undoStack; }

signals:
    /// At every point that a pen adds and everything else that changes what lies here.
    void drawingChanged(nabla::ui::CanvasSheet::Change change);
    /// By something else, or the same: whoever changes it bit by bit is to end that now.
    void aboutToBeReplaced();
    /// By endChange(), or because the history took it back before that.
    void changeEnded();

private:
    void setContent(const QString &text, const CanvasContent &content);
    void commit(const QString &text, CanvasContent before);
    void replace(std::size_t first, std::size_t count, const CanvasContent &content);
    void takeChangeBack();

    QUndoStack *m_undoStack;
    CanvasContent m_content;
    std::optional<CanvasContent> m_before; ///< the change that is under way
};

} // namespace nabla::ui
