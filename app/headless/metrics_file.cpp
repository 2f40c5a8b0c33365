// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/metrics_file.h"

#include "app/headless/console.h"

#include <nlohmann/json.hpp>

namespace nabla {

namespace {

constexpr const char *columns[]
    = {"epoch",          "trainingCost",       "trainingAccuracy", "penalty",
       "validationCost", "validationAccuracy", "testCost",         "testAccuracy",
       "learningRate",   "digitsPerSecond"};

} // namespace

MetricsFile::MetricsFile(const std::string &path, int hiddenLayers)
    : m_path(path)
{
    if (path.empty())
        return;
    m_isCsv = path.ends_with(".csv");
    if (!m_isCsv && !path.ends_with(".jsonl"))
        throw std::invalid_argument("--metrics: " + path + " must end in .jsonl or .csv");
    m_file.open(path, std::ios::trunc);
    if (!m_file)
        throw CommandFailure(path + " cannot be written; does the folder exist?");
    if (!m_isCsv)
        return;
    std::string heading;
    for (const char *column : columns)
        heading += (heading.empty() ? "" : ",") + std::string(column);
    for (int layer = 1; layer <= hiddenLayers; ++layer)
        heading += ",learningSpeed" + std::to_string(layer);
    write(heading);
}

void MetricsFile::add(const EpochRecord &record)
{
    if (m_path.empty())
        return;
    const nlohmann::json object = toJson(record);
    if (!m_isCsv) {
        write(object.dump());
        return;
    }
    std::string line;
    for (const char *column : columns)
        line += (line.empty() ? "" : ",")
                + (object[column].is_null() ? std::string() : object[column].dump());
    for (const nlohmann::json &speed : object["learningSpeed"])
        line += "," + (speed.is_null() ? std::string() : speed.dump());
    write(line);
}

void MetricsFile::write(const std::string &line)
{
    m_file << line << '\n';
    m_file.flush();
    if (!m_file)
        throw CommandFailure(m_path + " could not be written; is the disk full?");
}

} // namespace nabla
