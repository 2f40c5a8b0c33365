// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/histogram.h"

#include <QString>

#include <optional>
#include <vector>

namespace nabla::ui {

/// A layer's activation function f and its derivative f', to draw over the distribution of z.
struct ResponseCurve
{
    static constexpr int pointsPerBin = 4;

    QString name; ///< "σ"
    BinScale bins; ///< of the z
    /// At the beginning of every bin, at so many places in it, and at the end of the last one.
    std::vector<double> value; ///< f
    std::vector<double> slope; ///< f'
    /// A slope up to here counts as nothing: what lies there does not learn. Below 0: none does.
    double nothing = -1.0;

    [[nodiscard]] double largestSlope() const;
    /// Is f' nothing in all of this bin?
    [[nodiscard]] bool isSilent(int bin) const;
    /// And at zero itself?
    [[nodiscard]] bool isSilentAtZero() const;
};

/// The places, z, at which a response is told: see ResponseCurve::value.
[[nodiscard]] std::vector<double> responsePlaces(const BinScale &bins);

/// The share of z in the bins in all of which f' is nothing. Nothing for an empty histogram, or one
/// with other bins.
[[nodiscard]] std::optional<double> silentShare(const Histogram &z, const ResponseCurve &response);

/// The largest z below zero and the smallest above zero from which on f' is nothing, on the bins'
/// edges; nothing where f' stays.
struct SilentEdges
{
    std::optional<double> below;
    std::optional<double> above;
};
[[nodiscard]] SilentEdges silentEdges(const ResponseCurve &response);

} // namespace nabla::ui
