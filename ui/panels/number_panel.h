// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/network.h"
#include "core/vision/number_reader.h"
#include "ui/panels/panel.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace nabla::ui {

class DigitCanvas;
struct CanvasPicture;
class NumberStrip;

/// Write a whole number, see where the network parts it and what it reads; drag the cuts, look at
/// the runners-up. The reading follows the pen and the training.
class NumberPanel final : public Panel
{
    Q_OBJECT

public:
    explicit NumberPanel(QWidget *parent = nullptr);

    void showFrame(const Frame &frame) override;

    [[nodiscard]] DigitCanvas &canvas() const { return *m_canvas; }
    /// The reading that is looked at.
    [[nodiscard]] const std::optional<NumberReading> &reading() const { return m_reading; }

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr std::size_t readingCount = 4;

    /// Of the ink on the paper: x = left + unit * the ink's own.
    struct Placement
    {
        double left = 0.0;
        double unit = 1.0;
    };

    [[nodiscard]] QHBoxLayout *makeTools();
    void retranslate();
    void drawingChanged();
    void part(const std::vector<double> &cuts);
    [[nodiscard]] Placement placement() const;
    [[nodiscard]] NumberReading onPaper(NumberReading reading) const;
    [[nodiscard]] std::vector<double> offPaper(std::vector<double> cuts) const;
    void read();
    void look(std::size_t rank);
    void show(const std::optional<NumberReading> &reading);
    void say();
    void placeStrip();
    [[nodiscard]] QString message() const;

    DigitCanvas *m_canvas;
    NumberStrip *m_strip;
    QLabel *m_answer;
    QLabel *m_message;
    QAction *m_findCuts;
    QLabel *m_othersTitle;
    std::array<QToolButton *, readingCount> m_choices{};

    std::shared_ptr<const Snapshot> m_snapshot;
    Workspace m_workspace;
    std::shared_ptr<const CanvasPicture> m_picture;
    GrayImage m_gray; ///< of m_picture
    std::unique_ptr<NumberInk> m_ink; ///< of what lies on the paper, parted at m_cuts
    std::vector<NumberReading> m_readings; ///< the most likely ones, best first
    std::vector<double> m_cuts; ///< by hand, in the paper's unit; empty: found
    std::size_t m_rank = 0; ///< of the one that is looked at
    bool m_hasTooMuchInk = false;
    std::optional<NumberReading> m_reading;
};

[[nodiscard]] Panel *createNumberPanel(TrainingSession &session, Selection &selection,
                                       QWidget *parent);

} // namespace nabla::ui
