// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pictures/response_curve.h"

#include "ui/plots/pictures/bin_axis.h"

#include <algorithm>
#include <cmath>

namespace nabla::ui {

double ResponseCurve::largestSlope() const
{
    return slope.empty() ? 0.0 : *std::max_element(slope.begin(), slope.end());
}

bool ResponseCurve::isSilent(int bin) const
{
    const auto begin = slope.begin() + static_cast<std::ptrdiff_t>(bin) * pointsPerBin;
    return std::all_of(begin, begin + pointsPerBin + 1,
                       [this](double s) { return std::fabs(s) <= nothing; });
}

bool ResponseCurve::isSilentAtZero() const
{
    return std::fabs(slope[static_cast<std::size_t>(bins.side() * pointsPerBin)]) <= nothing;
}

std::vector<double> responsePlaces(const BinScale &bins)
{
    std::vector<double> places;
    for (int i = 0; i <= bins.bins() * ResponseCurve::pointsPerBin; ++i)
        places.push_back(
            valueAtPosition(bins, static_cast<double>(i) / ResponseCurve::pointsPerBin));
    return places;
}

std::optional<double> silentShare(const Histogram &z, const ResponseCurve &response)
{
    const std::uint64_t total = z.total();
    if (total == 0 || z.scale() != response.bins)
        return std::nullopt;
    std::uint64_t silent = response.isSilentAtZero() ? z.zeros() : 0;
    for (int bin = 0; bin < response.bins.bins(); ++bin) {
        if (response.isSilent(bin))
            silent += z.counts()[static_cast<std::size_t>(bin)];
    }
    return static_cast<double>(silent) / static_cast<double>(total);
}

SilentEdges silentEdges(const ResponseCurve &response)
{
    SilentEdges edges;
    const int side = response.bins.side();
    for (int bin = side - 1; bin >= 0 && !edges.below; --bin) {
        if (response.isSilent(bin))
            edges.below = response.bins.edge(bin + 1);
    }
    for (int bin = side; bin < response.bins.bins() && !edges.above; ++bin) {
        if (response.isSilent(bin))
            edges.above = response.bins.edge(bin);
    }
    return edges;
}

} // namespace nabla::ui
