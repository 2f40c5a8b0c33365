// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

#include <cstdint>
#include <optional>
#include <vector>

namespace nabla::ui {

/// A moment of a run, and how far along the run it is: 0 the start, 1 the present.
struct MomentMark
{
    std::uint64_t step = 0;
    double place = 0.0;
    bool operator==(const MomentMark &) const = default;
};

/// A run from its start to the present with a tick for each moment that is kept. Its values are the
/// moments' numbers, so that keys and wheel go from moment to moment wherever they stand; the last
/// value is the present. Shows a moment, and reports the one that a person chose.
class MomentSlider final : public QSlider
{
    Q_OBJECT

public:
    explicit MomentSlider(QWidget *parent = nullptr);

    /// In ascending order; no moment: the present.
    void showMoments(std::vector<MomentMark> marks, std::optional<std::uint64_t> moment);
    /// What a value stands for.
    [[nodiscard]] std::optional<std::uint64_t> momentOf(int value) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// Nothing: the present.
    void momentChosen(std::optional<std::uint64_t> step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] double xOf(int value) const;
    [[nodiscard]] int nearestTo(double x) const;
    void paintTicks(QPainter &painter, double middle) const;
    void paintHandle(QPainter &painter, QPointF centre) const;

    std::vector<MomentMark> m_marks;
};

} // namespace nabla::ui
