// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/network.h"
#include "core/vision/number_reader.h"
#include "ui/panels/panel.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QAction;
class QBoxLayout;

namespace nabla::ui {

class DigitCanvas;
struct CanvasPicture;
class NumberChoices;
class NumberStrip;

/// Write a whole number, see where the network parts it and what it reads; drag the cuts, look at
/// the runners-up. The reading follows the pen and the training: it is computed from the latest
/// snapshot within the pen's own event, and again at every new snapshot.
class NumberPanel final : public Panel
{
    Q_OBJECT

public:
    explicit NumberPanel(QWidget *parent = nullptr);

    void showFrame(const Frame &frame) override;
    /// What can be done with the cuts.
    [[nodiscard]] QString subtitle() const override;

    [[nodiscard]] DigitCanvas &canvas() const { return *m_canvas; }
    /// The reading that is looked at, in the paper's unit; null where there is none.
    [[nodiscard]] const NumberReading *reading() const;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Of the ink on the paper: x = left + unit * the ink's own.
    struct Placement
    {
        double left = 0.0;
        double unit = 1.0;
    };

    [[nodiscard]] QBoxLayout *makeTools();
    void retranslate();
    void drawingChanged();
    void setCuts(const std::optional<std::vector<double>> &cuts);
    void changeCuts(const std::optional<std::vector<double>> &cuts);
    void followHistory(int index);
    void part();
    [[nodiscard]] Placement placement() const;
    [[nodiscard]] NumberReading onPaper(NumberReading reading) const;
    [[nodiscard]] std::vector<double> offPaper(std::vector<double> cuts) const;
    void read();
    [[nodiscard]] std::vector<NumberReading> readings();
    void look(std::size_t rank);
    void showReading();
    void placeStrip();
    [[nodiscard]] QString message() const;
    [[nodiscard]] bool isClear(const QKeyEvent &event) const;

    DigitCanvas *m_canvas;
    NumberStrip *m_strip;
    NumberChoices *m_choices;
    QAction *m_findCuts;
    QBoxLayout *m_tools;
    QBoxLayout *m_foot; ///< the tools, and the choices beside or below them

    std::shared_ptr<const Snapshot> m_snapshot;
    Workspace m_workspace;
    std::shared_ptr<const CanvasPicture> m_picture;
    GrayImage m_gray; ///< of m_picture
    std::unique_ptr<NumberInk> m_ink; ///< of what lies on the paper, parted at m_cuts
    std::optional<std::vector<double>> m_cuts; ///< by hand, in the paper's unit; none: found
    std::vector<NumberReading> m_readings; ///< the likeliest, best first; with m_cuts the one
    std::string m_wanted; ///< the digits that a person chose among them; mostly none
    std::size_t m_rank = 0; ///< of the one that is looked at
};

[[nodiscard]] Panel *createNumberPanel(TrainingSession &session, Selection &selection,
                                       QWidget *parent);

} // namespace nabla::ui
