// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace nabla {

/// What a JSON file of ours holds, and how large it can be.
struct JsonFileKind
{
    const char *what; ///< "an experiment": for the words of an error
    std::uintmax_t maxBytes;
    int maxDepth; ///< deep nesting would exhaust the stack of a recursive parser
};

/// All errors are std::invalid_argument and begin with the path.
[[noreturn]] void refuseFile(const std::filesystem::path &path, const std::string &problem);
[[nodiscard]] std::string readTextFile(const std::filesystem::path &path, const JsonFileKind &kind);
/// Of a text that was read from this path; what is no JSON is told with line and column.
[[nodiscard]] nlohmann::json parseJson(const std::filesystem::path &path, const std::string &text,
                                       const JsonFileKind &kind);

/// Aside, then renamed. Throws std::runtime_error that names the file.
void writeTextFile(const std::filesystem::path &path, const std::string &text);

} // namespace nabla
