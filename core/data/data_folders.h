// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace nabla {

/// Our folder below the one that this variable of the XDG base directory specification names, or
/// below that folder of the user's home.
[[nodiscard]] std::filesystem::path userFolder(const char *variable,
                                               const std::filesystem::path &belowHome);

} // namespace nabla
