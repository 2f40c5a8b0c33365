// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace nabla {

/// Where the user's own data live: $XDG_DATA_HOME/nablascope, or ~/.local/share/nablascope.
[[nodiscard]] std::filesystem::path userDataFolder();
/// Where what can be made again is kept: $XDG_CACHE_HOME/nablascope, or ~/.cache/nablascope.
[[nodiscard]] std::filesystem::path userCacheFolder();

} // namespace nabla
