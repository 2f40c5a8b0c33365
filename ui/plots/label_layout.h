// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace nabla::ui {

/// Where labels of one height go along an edge so that none covers another and each stays as near
/// to where it wants to be as it can: their centres, in the order given. Where the edge is too
/// short for all, they are spread over it evenly.
[[nodiscard]] std::vector<double> spreadLabels(const std::vector<double> &wanted, double height,
                                               double top, double bottom);

} // namespace nabla::ui
