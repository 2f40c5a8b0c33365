// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/json_file.h"

#include "core/files/atomic_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <span>
#include <stdexcept>

namespace nabla {

namespace {

using nlohmann::json;

/// "line 3, column 7" of a byte of the text, counted from 1.
std::string place(const std::string &text, std::size_t byte)
{
    const std::size_t end = std::min(byte == 0 ? 0 : byte - 1, text.size());
    const std::string before = text.substr(0, end);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto lineStart = before.rfind('\n');
    const std::size_t column = lineStart == std::string::npos ? end + 1 : end - lineStart;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

} // namespace

void refuseFile(const std::filesystem::path &path, const std::string &problem)
{
    throw std::invalid_argument(path.string() + ": " + problem);
}

std::string readTextFile(const std::filesystem::path &path, const JsonFileKind &kind)
{
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        refuseFile(path, std::string("is a folder, not ") + kind.what);
    std::ifstream file(path, std::ios::binary);
    if (!file)
        refuseFile(path, "cannot be opened for reading; does it exist, and may you read it?");
    if (std::filesystem::file_size(path, error) > kind.maxBytes && !error)
        refuseFile(path, std::string("is too large for ") + kind.what);
    return {std::istreambuf_iterator<char>(file), {}};
}

json parseJson(const std::filesystem::path &path, const std::string &text, const JsonFileKind &kind)
{
    const auto tooDeep = [&kind](int depth, json::parse_event_t, json &) {
        if (depth > kind.maxDepth)
            throw std::invalid_argument(std::string("is nested too deeply for ") + kind.what);
        return true;
    };
    try {
        return json::parse(text, tooDeep);
    } catch (const json::parse_error &error) {
        refuseFile(path,
                   "is no JSON: " + place(text, error.byte) + " is where it stops being readable");
    } catch (const json::out_of_range &) {
        refuseFile(path, "holds a number that is too large");
    } catch (const std::invalid_argument &error) {
        refuseFile(path, error.what());
    }
}

void writeTextFile(const std::filesystem::path &path, const std::string &text)
{
    const std::span<const std::byte> parts[] = {std::as_bytes(std::span(text))};
    try {
        writeAtomically(path, parts);
    } catch (const std::runtime_error &error) {
        throw std::runtime_error(path.string() + ": " + error.what());
    }
}

} // namespace nabla
