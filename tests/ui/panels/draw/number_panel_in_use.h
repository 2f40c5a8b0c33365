// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/frames.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/panels/draw/number_choices.h"
#include "ui/panels/draw/number_panel.h"
#include "ui/panels/draw/number_strip.h"

#include <QAction>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace nabla::ui::test {

/// Reads what is wider than high, or as wide, as 1, and what is narrow as 7. Its left end may lie a
/// column beside the box's, for its centre of mass need not be its middle.
inline std::shared_ptr<const Snapshot> wideOrNot(std::uint64_t step = 0)
{
    return leftOrNot(step, 5);
}

inline Stroke bar(double x)
{
    return {{x, 0.2}, {x, 0.8}};
}

inline Stroke square(double left)
{
    return {
        {left, 0.2}, {left + 0.6, 0.2}, {left + 0.6, 0.8}, {left, 0.8}, {left, 0.2},
    };
}

/// "717" with cuts at 0.75 and 1.85, and hardly anything else.
inline const Drawing number{bar(0.5), square(1.0), bar(2.1)};

/// "77" with a cut at 0.65, or else "7".
inline const Drawing closeBars{bar(0.5), bar(0.8)};

inline bool near(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::ranges::equal(a, b, [](double x, double y) { return std::fabs(x - y) < 0.006; });
}

/// A panel in a window, with 600 x 200 pixels of paper, and what a hand does to it.
class NumberPanelInUse
{
public:
    void open()
    {
        m_panel = std::make_unique<NumberPanel>();
        m_panel->resize(602, 400);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        QCOMPARE(canvas().view().paper(), QRectF(1.0, 1.0, 600.0, 200.0));
    }
    void show(std::shared_ptr<const Snapshot> snapshot)
    {
        m_source.snapshot = std::move(snapshot);
        m_panel->showFrame(m_source.frame());
    }
    [[nodiscard]] NumberPanel &panel() const { return *m_panel; }
    [[nodiscard]] DigitCanvas &canvas() const { return m_panel->canvas(); }
    [[nodiscard]] NumberStrip &strip() const { return *m_panel->findChild<NumberStrip *>(); }
    [[nodiscard]] NumberChoices &choices() const { return *m_panel->findChild<NumberChoices *>(); }
    [[nodiscard]] std::string digits() const
    {
        return m_panel->reading() ? m_panel->reading()->digits : std::string();
    }
    [[nodiscard]] std::vector<double> cuts() const { return m_panel->reading()->cuts; }

    /// Of the knob of a cut at x.
    [[nodiscard]] QPoint inStrip(double x) const
    {
        const QRectF paper = canvas().view().paper();
        return QPointF(canvas().x() + paper.left() + paper.height() * x, 7.0).toPoint();
    }
    void drag(double from, double to) const
    {
        QTest::mousePress(&strip(), Qt::LeftButton, {}, inStrip(from));
        QTest::mouseMove(&strip(), inStrip(to));
        QTest::mouseRelease(&strip(), Qt::LeftButton, {}, inStrip(to));
    }
    [[nodiscard]] QAction *findCuts() const
    {
        for (QToolButton *button : m_panel->findChildren<QToolButton *>()) {
            if (button->text() == QStringLiteral("Find cuts"))
                return button->defaultAction();
        }
        return nullptr;
    }
    [[nodiscard]] QList<QToolButton *> shownChoices() const
    {
        QList<QToolButton *> shown;
        for (auto *button : choices().findChildren<QToolButton *>()) {
            if (button->isVisible())
                shown.append(button);
        }
        return shown;
    }

private:
    std::unique_ptr<NumberPanel> m_panel;
    FrameSource m_source;
};

} // namespace nabla::ui::test
