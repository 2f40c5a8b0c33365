// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace nabla::ui {

/// As many of these as there is room for, evenly chosen, the first and the last among them.
template <class T>
[[nodiscard]] std::vector<T> thinned(const std::vector<T> &all, std::size_t room)
{
    if (all.size() <= room)
        return all;
    if (room < 2)
        return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(room)};
    std::vector<T> kept;
    kept.reserve(room);
    for (std::size_t i = 0; i < room; ++i)
        kept.push_back(all[i * (all.size() - 1) / (room - 1)]);
    return kept;
}

} // namespace nabla::ui
