// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/network.h"
#include "core/nn/reading.h"
#include "core/vision/mnist_raster.h"
#include "ui/panels/panel.h"

#include <memory>
#include <optional>

class QLabel;
class QLayout;
class QVBoxLayout;

namespace nabla::ui {

class AnswerView;
class DigitCanvas;
class OutputBars;
class RasterView;

/// Draw a digit, see what the network sees of it and what it answers. The answer follows the pen:
/// it is computed from the latest snapshot within the pen's own event, and again at every new
/// snapshot while the network trains.
class DrawPanel final : public Panel
{
    Q_OBJECT

public:
    explicit DrawPanel(Selection &selection, QWidget *parent = nullptr);

    void showFrame(const Frame &frame) override;
    /// To where more of the drawing is seen.
    [[nodiscard]] QList<QAction *> headerActions() const override;
    /// A picture of a digit: by a dialog, or dropped. The panel comes up for it.
    [[nodiscard]] QList<QAction *> fileActions() const override;
    bool takeDrop(const QMimeData &dropped) override;

    [[nodiscard]] DigitCanvas &canvas() const { return *m_canvas; }
    [[nodiscard]] const std::optional<Reading> &reading() const { return m_reading; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QLayout *makeTools();
    void retranslate();
    void nameRaster();
    void rasterizeDrawing();
    void readDrawing();

    Selection &m_selection;
    QWidget *m_top; ///< the canvas and what stands beside it
    DigitCanvas *m_canvas;
    QVBoxLayout *m_seen;
    QLabel *m_rasterTitle;
    RasterView *m_rasterView;
    AnswerView *m_answer;
    OutputBars *m_bars;
    QLabel *m_misfit;
    QAction *m_layers;
    QAction *m_overTime;

    std::shared_ptr<const Snapshot> m_snapshot;
    Workspace m_workspace;
    Raster m_raster{};
    std::optional<Reading> m_reading;
};

[[nodiscard]] Panel *createDrawPanel(TrainingSession &session, Selection &selection,
                                     QWidget *parent);

} // namespace nabla::ui
