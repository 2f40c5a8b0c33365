// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace nabla {

/// One thing that was measured again and again, and what another recorded of it. All lists of x and
/// of values are of the same length.
struct ChartCurve
{
    std::string name; ///< at its right end
    std::string color; ///< "#5b2bd6"
    std::vector<double> x;
    std::vector<double> value; ///< the line
    std::vector<double> least; ///< the band around it; empty: none
    std::vector<double> most;
    std::vector<double> recordedX; ///< hollow circles
    std::vector<double> recorded;
};

/// Curves over a linear x and a logarithmic y.
struct Chart
{
    std::string title;
    std::string subtitle;
    std::string xTitle;
    std::string yTitle;
    std::string lineMeaning; ///< in the legend; empty: no such entry
    std::string bandMeaning;
    std::string recordedMeaning;
    std::vector<ChartCurve> curves;
};

/// A picture for a page, in UTF-8. What is not above 0 has no place on a logarithmic axis and is
/// left out.
[[nodiscard]] std::string toSvg(const Chart &chart);

} // namespace nabla
