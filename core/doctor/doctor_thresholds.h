// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace nabla {

/// A number that the doctor compares with what was measured.
enum class Threshold
{
    VanishingRatio,
    ExplodingRatio,
    SaturatedShare,
    DeadShare,
    SmallestSpread,
    LargestSpread,
    LargestUpdateRatio,
    SmallestUpdateRatio,
    CostFall,
    OverfittingGap,
    OverfittingRise,
    LearnedAccuracy,
    JudgedSteps,
};
inline constexpr std::size_t thresholdCount = 13;

enum class ThresholdUnit
{
    Times,
    Share, ///< a fraction; in words a percentage
    Number,
    Steps
};

/// title and source are texts to translate under the context "Doctor".
struct ThresholdInfo
{
    Threshold threshold;
    const char *id; ///< in settings: "vanishingRatio"
    const char *title;
    ThresholdUnit unit;
    double standard;
    double min;
    double max;
    const char *source; ///< who says so, or what we measured
};

/// In the order of the enumeration.
[[nodiscard]] std::span<const ThresholdInfo> thresholdTable();
[[nodiscard]] const ThresholdInfo &thresholdInfo(Threshold threshold);

/// What the doctor judges by: the table's standards, until a person changes them.
class DoctorThresholds
{
public:
    DoctorThresholds();

    [[nodiscard]] double operator[](Threshold threshold) const
    {
        return m_values[static_cast<std::size_t>(threshold)];
    }
    /// Throws std::invalid_argument for what is no number or out of the table's range.
    void set(Threshold threshold, double value);
    [[nodiscard]] bool isStandard() const { return *this == DoctorThresholds(); }
    bool operator==(const DoctorThresholds &) const = default;

private:
    std::array<double, thresholdCount> m_values;
};

/// What differs from the standards, as JSON: {"deadShare":0.4}.
[[nodiscard]] std::string toText(const DoctorThresholds &thresholds);
/// What cannot be read, or is unknown or out of range, keeps its standard.
[[nodiscard]] DoctorThresholds thresholdsFromText(std::string_view text);

} // namespace nabla
