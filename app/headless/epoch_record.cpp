// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/epoch_record.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <stdexcept>

namespace nabla {

namespace {

using nlohmann::json;

/// JSON has no NaN.
json number(double value)
{
    return std::isfinite(value) ? json(value) : json(nullptr);
}

double number(const json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || !(found->is_number() || found->is_null()))
        throw std::invalid_argument(std::string("an epoch's record has no number \"") + key + "\"");
    return found->is_null() ? NAN : found->get<double>();
}

/// Every number but the epoch and the speeds, with its name in files.
template <class Record, class Function>
void eachNumber(Record &record, Function function)
{
    function("trainingCost", record.trainingCost);
    function("trainingAccuracy", record.trainingAccuracy);
    function("penalty", record.penalty);
    function("validationCost", record.validationCost);
    function("validationAccuracy", record.validationAccuracy);
    function("testCost", record.testCost);
    function("testAccuracy", record.testAccuracy);
    function("learningRate", record.learningRate);
    function("digitsPerSecond", record.digitsPerSecond);
}

} // namespace

void fill(EpochRecord &record, const EvaluationResult &evaluation, int hiddenLayers)
{
    const auto value = [&](Metric metric, int layer = 0) {
        return evaluation.value({metric, layer}).value_or(NAN);
    };
    record.trainingCost = value(Metric::TrainingCost);
    record.trainingAccuracy = value(Metric::TrainingAccuracy);
    record.penalty = value(Metric::Penalty);
    record.validationCost = value(Metric::ValidationCost);
    record.validationAccuracy = value(Metric::ValidationAccuracy);
    record.testCost = value(Metric::TestCost);
    record.testAccuracy = value(Metric::TestAccuracy);
    record.learningSpeed.clear();
    for (int layer = 1; layer <= hiddenLayers; ++layer)
        record.learningSpeed.push_back(value(Metric::ProbeSpeed, layer));
}

std::vector<std::pair<MetricId, double>> measuredIn(const EpochRecord &record)
{
    std::vector<std::pair<MetricId, double>> values{
        {{Metric::TrainingCost}, record.trainingCost},
        {{Metric::TrainingAccuracy}, record.trainingAccuracy},
        {{Metric::Penalty}, record.penalty},
        {{Metric::ValidationCost}, record.validationCost},
        {{Metric::ValidationAccuracy}, record.validationAccuracy},
        {{Metric::TestCost}, record.testCost},
        {{Metric::TestAccuracy}, record.testAccuracy}};
    for (std::size_t i = 0; i < record.learningSpeed.size(); ++i)
        values.push_back({{Metric::ProbeSpeed, static_cast<int>(i) + 1}, record.learningSpeed[i]});
    return values;
}

json toJson(const EpochRecord &record)
{
    json speeds = json::array();
    for (const double speed : record.learningSpeed)
        speeds.push_back(number(speed));
    json object{{"epoch", record.epoch}, {"learningSpeed", speeds}};
    eachNumber(record, [&](const char *key, double value) { object[key] = number(value); });
    return object;
}

EpochRecord epochRecordFromJson(const json &object)
{
    EpochRecord record;
    if (!object.is_object() || !object.contains("epoch") || !object["epoch"].is_number_integer()
        || !object.contains("learningSpeed") || !object["learningSpeed"].is_array())
        throw std::invalid_argument("this is no record of an epoch");
    record.epoch = object["epoch"].get<int>();
    for (const json &speed : object["learningSpeed"])
        record.learningSpeed.push_back(speed.is_number() ? speed.get<double>() : NAN);
    eachNumber(record, [&](const char *key, double &value) { value = number(object, key); });
    return record;
}

std::string describe(const EpochRecord &record)
{
    char part[160];
    std::snprintf(part, sizeof part, "%5d  %8.4f  %10.4f  %9.2f %%  %6.2f %%  ", record.epoch,
                  record.trainingCost, record.validationCost, 100.0 * record.validationAccuracy,
                  100.0 * record.testAccuracy);
    std::string text = part;
    for (const double speed : record.learningSpeed) {
        std::snprintf(part, sizeof part, " %9.2e", speed);
        text += part;
    }
    return text;
}

std::string epochTableHeading(int hiddenLayers)
{
    char text[240];
    std::snprintf(text, sizeof text, "%5s  %8s  %10s  %11s  %8s  %s\n%5s  %8s  %10s  %11s  %8s",
                  "epoch", "training", "validation", "validation", "test",
                  hiddenLayers > 0 ? " learning speed |dC/db| of each hidden layer" : "", "",
                  "cost", "cost", "accuracy", "accuracy");
    return text;
}

} // namespace nabla
