// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/data_folders.h"

#include <cstdlib>

namespace nabla {

namespace {

/// Empty unless it is an absolute path: the specification says to ignore others.
std::filesystem::path environmentFolder(const char *name)
{
    const char *value = std::getenv(name);
    const std::filesystem::path folder = value ? value : "";
    return folder.is_absolute() ? folder : std::filesystem::path();
}

/// Our folder below the one that this variable of the XDG base directory specification names, or
/// below that folder of the user's home.
std::filesystem::path userFolder(const char *variable, const std::filesystem::path &belowHome)
{
    if (const auto folder = environmentFolder(variable); !folder.empty())
        return folder / "nablascope";
    if (const auto home = environmentFolder("HOME"); !home.empty())
        return home / belowHome / "nablascope";
    return std::filesystem::temp_directory_path() / "nablascope";
}

} // namespace

std::filesystem::path userDataFolder()
{
    return userFolder("XDG_DATA_HOME", ".local/share");
}

std::filesystem::path userCacheFolder()
{
    return userFolder("XDG_CACHE_HOME", ".cache");
}

} // namespace nabla
