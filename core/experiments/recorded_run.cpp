// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/recorded_run.h"

#include "core/experiments/field_table.h"
#include "core/experiments/recorded_run_json.h"
#include "core/files/json_file.h"
#include "core/files/sha256.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace nabla {

namespace {

using nlohmann::json;

constexpr JsonFileKind recordFile{"a record of a run", 256 << 20, 8};
constexpr const char *formatName = "nablarun";
constexpr int formatVersion = 1;

/// Of all that stands behind the first line, in which the hash itself is.
std::string hashOfRest(std::string_view text)
{
    const std::size_t lineEnd = text.find('\n');
    const std::string_view rest
        = lineEnd == std::string_view::npos ? std::string_view() : text.substr(lineEnd);
    Sha256 hash;
    hash.add({reinterpret_cast<const std::uint8_t *>(rest.data()), rest.size()});
    return hash.hex();
}

void checkHead(const json &file, const std::string &text)
{
    const auto is = [&file](const char *key, const json &value) {
        const auto found = file.find(key);
        return found != file.end() && *found == value;
    };
    if (!is("format", formatName))
        throw std::invalid_argument(
            "is no record of a run; nabla train --record and the window write them");
    const auto version = file.find("version");
    if (version == file.end() || !version->is_number_unsigned())
        throw std::invalid_argument("does not say in which version of the format it is written; "
                                    "record the run again");
    if (*version != formatVersion)
        throw std::invalid_argument("is written in version " + version->dump()
                                    + " of the format, this program reads version "
                                    + std::to_string(formatVersion) + "; take a newer program");
    if (!is("sha256", hashOfRest(text)))
        throw std::invalid_argument("was changed or damaged after it was written (its SHA-256 "
                                    "differs); take another copy, or record the run again");
}

} // namespace

void saveRecordedRun(const std::filesystem::path &path, const RecordedRun &run)
{
    std::string rest;
    try {
        rest = "\n\"run\":" + toJson(run).dump() + "}\n";
    } catch (const json::type_error &) {
        throw std::runtime_error(path.string()
                                 + ": cannot be written: the name of the data's folder is no "
                                   "UTF-8; rename that folder");
    }
    const std::string head = std::string("{\"format\":\"") + formatName
                             + "\",\"version\":" + std::to_string(formatVersion) + ",\"sha256\":\""
                             + hashOfRest(rest) + "\",";
    writeTextFile(path, head + rest);
}

RecordedRun loadRecordedRun(const std::filesystem::path &path)
{
    const std::string text = readTextFile(path, recordFile);
    const json file = parseJson(path, text, recordFile);
    try {
        checkHead(file, text);
        return recordedRunFromJson(file.contains("run") ? file["run"] : json());
    } catch (const std::invalid_argument &error) {
        refuseFile(path, error.what());
    }
}

} // namespace nabla
