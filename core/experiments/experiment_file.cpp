// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/experiment_file.h"

#include "core/experiments/field_table.h"
#include "core/nn/atomic_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <span>
#include <stdexcept>

namespace nabla {

namespace {

using nlohmann::json;

constexpr std::uintmax_t maxFile = 1 << 20;

[[noreturn]] void refuse(const std::filesystem::path &path, const std::string &problem)
{
    throw std::invalid_argument(path.string() + ": " + problem);
}

std::string readText(const std::filesystem::path &path)
{
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        refuse(path, "is a folder, not an experiment");
    std::ifstream file(path, std::ios::binary);
    if (!file)
        refuse(path, "cannot be opened for reading; does it exist, and may you read it?");
    if (std::filesystem::file_size(path, error) > maxFile && !error)
        refuse(path, "is too large for an experiment");
    return {std::istreambuf_iterator<char>(file), {}};
}

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

/// Deep nesting would exhaust the stack of a recursive parser; an experiment has two levels.
json parse(const std::filesystem::path &path, const std::string &text)
{
    constexpr int maxDepth = 8;
    const auto tooDeep = [](int depth, json::parse_event_t, json &) {
        if (depth > maxDepth)
            throw std::invalid_argument("is nested too deeply for an experiment");
        return true;
    };
    try {
        return json::parse(text, tooDeep);
    } catch (const json::parse_error &error) {
        refuse(path,
               "is no JSON: " + place(text, error.byte) + " is where it stops being readable");
    } catch (const std::invalid_argument &error) {
        refuse(path, error.what());
    }
}

} // namespace

ExperimentConfig loadExperiment(const std::filesystem::path &path)
{
    const json object = parse(path, readText(path));
    try {
        return configFromJson(object);
    } catch (const std::invalid_argument &error) {
        refuse(path, error.what());
    }
}

void saveExperiment(const std::filesystem::path &path, const ExperimentConfig &config)
{
    const std::string text = toJson(config).dump(2) + '\n';
    const std::span<const std::byte> parts[] = {std::as_bytes(std::span(text))};
    try {
        writeAtomically(path, parts);
    } catch (const std::runtime_error &error) {
        throw std::runtime_error(path.string() + ": " + error.what());
    }
}

} // namespace nabla
