// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace nabla {

/// The entry of a catalogue whose member `id` this is. Throws std::invalid_argument that says what
/// is unknown ("cost") and names the known ones.
template <class Entry>
[[nodiscard]] const Entry &findEntry(std::span<const Entry> catalogue, std::string_view id,
                                     const char *what)
{
    std::string known;
    for (const Entry &entry : catalogue) {
        if (id == entry.id)
            return entry;
        known += (known.empty() ? "" : ", ") + std::string(entry.id);
    }
    throw std::invalid_argument("unknown " + std::string(what) + " \"" + std::string(id)
                                + "\": " + known);
}

} // namespace nabla
