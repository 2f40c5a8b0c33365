// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace nabla::ui {

/// How fast to train: a fixed number of mini-batches a second, flat out, or "watch", at which an
/// epoch of whatever experiment it is takes about fifteen seconds.
class Pace
{
public:
    static constexpr double slowest = 1.0; ///< mini-batches a second
    static constexpr double fastest = 20'000.0; ///< faster than this is flat out

    [[nodiscard]] static Pace watch() { return Pace(Kind::Watch, slowest); }
    [[nodiscard]] static Pace flatOut();
    /// Clamped to what the slider can show; above `fastest` it is flat out.
    [[nodiscard]] static Pace of(double miniBatchesPerSecond);
    /// "watch", "flat-out" or a positive number of mini-batches a second.
    [[nodiscard]] static std::optional<Pace> fromText(const QString &text);
    [[nodiscard]] QString toText() const;

    [[nodiscard]] bool isWatch() const { return m_kind == Kind::Watch; }
    [[nodiscard]] bool isFlatOut() const { return m_kind == Kind::FlatOut; }
    /// Mini-batches a second in a run with so many steps an epoch; infinite when flat out.
    [[nodiscard]] double rate(std::uint64_t stepsPerEpoch) const;

    /// 0 (slowest) ... 1 (flat out), logarithmic between.
    [[nodiscard]] static double position(double miniBatchesPerSecond);
    [[nodiscard]] static Pace atPosition(double position);

    bool operator==(const Pace &) const = default;

private:
    enum class Kind
    {
        Fixed,
        Watch,
        FlatOut
    };

    Pace(Kind kind, double rate)
        : m_kind(kind)
        , m_rate(rate)
    {
    }

    Kind m_kind;
    double m_rate;
};

} // namespace nabla::ui
