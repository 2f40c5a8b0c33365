// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QFontMetrics>
#include <QScrollArea>

namespace nabla::ui {

/// As high as what it holds where there is room for that, and scrolled where there is none: what it
/// holds never makes the window higher.
class SqueezableArea final : public QScrollArea
{
public:
    explicit SqueezableArea(QWidget *content, QWidget *parent = nullptr)
        : QScrollArea(parent)
    {
        setWidget(content);
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        viewport()->setAutoFillBackground(false);
        content->setAutoFillBackground(false);
    }

    [[nodiscard]] QSize sizeHint() const override { return widget()->sizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {0, 2 * fontMetrics().lineSpacing()};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

} // namespace nabla::ui
