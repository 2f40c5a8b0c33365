// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_sheet.h"
#include "ui/canvas/ink_layer.h"

#include <QTimer>
#include <QWidget>

#include <vector>

namespace nabla::ui {

class CanvasActions;
class CanvasInput;
class CanvasView;
class DrawingHand;
class IncomingPictures;

/// Paper to draw a digit or a number on, with mouse, finger, tablet pen or keys, or to lay a
/// picture of one on. It paints what lies on its sheet and hands its events on: what becomes of
/// them is a matter of the hand and its input, of the pictures that come, and of the view.
class DigitCanvas final : public QWidget
{
    Q_OBJECT

public:
    explicit DigitCanvas(QWidget *parent = nullptr);

    /// What lies here: who only wants that takes the sheet.
    [[nodiscard]] CanvasSheet &sheet() const { return *m_sheet; }
    /// Where it is seen.
    [[nodiscard]] CanvasView &view() const { return *m_view; }
    /// One that arrives takes the place of what lies here, unless that changed in the meantime.
    [[nodiscard]] IncomingPictures &pictures() const { return *m_pictures; }
    [[nodiscard]] CanvasActions &actions() const { return *m_actions; }

    /// Said on empty paper, in place of "Draw a digit".
    void setHint(const QString &hint);
    /// Lines across the paper at these x, in units of its height.
    void setCuts(const std::vector<double> &cuts);

    [[nodiscard]] QSize sizeHint() const override { return {280, 280}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 120}; }

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectParts();
    void connectActions();
    void retranslate();
    void followSheet(CanvasSheet::Change change);
    void followView();
    void showNotice();
    void updateActions();
    void updateCursor();
    void paintHint(QPainter &painter) const;
    void paintCuts(QPainter &painter) const;
    void paintNotice(QPainter &painter) const;

    CanvasSheet *m_sheet;
    CanvasView *m_view;
    DrawingHand *m_hand;
    CanvasInput *m_input;
    IncomingPictures *m_pictures;
    CanvasActions *m_actions;

    QTimer m_noticeTimer; ///< takes what is said of a picture off the paper
    QString m_hint;
    std::vector<double> m_cuts;
    InkLayer m_ink;
};

} // namespace nabla::ui
