// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <vector>

namespace nabla::ui {

/// What the colours of a picture stand for: whole decades, or a fraction from 0 to 1. It does not
/// follow the data: it only grows, outwards and by decades, so that a colour means the same from
/// one redraw to the next and a gradient that vanishes is seen to vanish.
class MagnitudeScale
{
public:
    /// From 10^lowest to 10^highest; lowest < highest.
    [[nodiscard]] static MagnitudeScale decades(int lowest, int highest);
    [[nodiscard]] static MagnitudeScale fractions();

    /// True where it had to grow. Only numbers above zero count; fractions never grow.
    bool include(double value);

    [[nodiscard]] bool isLogarithmic() const { return m_isLogarithmic; }
    [[nodiscard]] int lowest() const { return m_lowest; }
    [[nodiscard]] int highest() const { return m_highest; }

    /// 0 ... 1 from the lowest to the highest number.
    [[nodiscard]] double shareOf(double value) const;
    /// An exact zero has a colour of its own among decades; what is no number is transparent.
    [[nodiscard]] QRgb colorOf(double value) const;

    struct Tick
    {
        double share = 0.0;
        QString text;
    };
    /// From the lowest to the highest, at most so many (at least two).
    [[nodiscard]] std::vector<Tick> ticks(int most) const;

    bool operator==(const MagnitudeScale &) const = default;

private:
    bool m_isLogarithmic = false;
    int m_lowest = 0;
    int m_highest = 0;
};

} // namespace nabla::ui
