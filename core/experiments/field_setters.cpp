// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/field_setters.h"

#include <charconv>
#include <limits>
#include <stdexcept>

namespace nabla {

using nlohmann::json;

void refuse(const Field &field, const std::string &problem)
{
    throw std::invalid_argument(std::string(field.key) + ": " + problem);
}

std::string shortNumber(double value)
{
    char text[32];
    const auto result = std::to_chars(text, text + sizeof text, value);
    return {text, result.ptr};
}

namespace {

std::string range(const Field &field)
{
    return "must be between " + shortNumber(field.min) + " and " + shortNumber(field.max);
}

} // namespace

double checkedReal(const Field &field, const json &value)
{
    if (!value.is_number())
        refuse(field, "must be a number, not " + value.dump());
    const auto number = value.get<double>();
    if (!(number >= field.min && number <= field.max)) // NaN fails both
        refuse(field, range(field) + ", not " + shortNumber(number));
    return number;
}

int checkedInteger(const Field &field, const json &value)
{
    if (!value.is_number_integer())
        refuse(field, "must be a whole number, not " + value.dump());
    const double number = checkedReal(field, value);
    return static_cast<int>(number);
}

std::string checkedChoice(const Field &field, const json &value)
{
    std::string known;
    for (const FieldChoice &choice : field.choices) {
        if (value.is_string() && value.get_ref<const std::string &>() == choice.id)
            return choice.id;
        known += (known.empty() ? "" : ", ") + std::string(choice.id);
    }
    refuse(field, "is one of " + known + ", not " + value.dump());
}

std::string checkedChoices(const Field &field, const json &value)
{
    json names = value;
    if (value.is_string()) {
        names = json::array();
        for (const std::string &name : splitNames(value.get<std::string>()))
            names.push_back(name);
    }
    if (!names.is_array() || names.empty())
        refuse(field, "must be a name, or one for each hidden layer, not " + value.dump());
    std::string list;
    for (const json &name : names)
        list += (list.empty() ? "" : ",") + checkedChoice(field, name);
    return list;
}

void setLayers(ExperimentConfig &config, const Field &field, const json &value)
{
    std::vector<int> layers;
    if (!value.is_array())
        refuse(field, "must be a list of whole numbers such as [784, 30, 10]");
    for (const json &entry : value) {
        if (!entry.is_number_integer()
            || entry.get<std::int64_t>() > std::numeric_limits<int>::max()
            || entry.get<std::int64_t>() < std::numeric_limits<int>::min())
            refuse(field,
                   "must be a list of whole numbers such as [784, 30, 10], not " + value.dump());
        layers.push_back(entry.get<int>());
    }
    if (const auto issues = validateLayers(layers); !issues.empty())
        throw std::invalid_argument(issues.front().message);
    config.layers = layers;
}

void setSeed(ExperimentConfig &config, const Field &field, const json &value)
{
    const bool natural = value.is_number_unsigned()
                         || (value.is_number_integer() && value.get<std::int64_t>() >= 0);
    if (!natural)
        refuse(field, "must be a whole number from 0 to 18446744073709551615, not " + value.dump());
    config.seed = value.get<std::uint64_t>();
}

void setData(ExperimentConfig &config, const Field &field, const json &value)
{
    if (!value.is_string() || value.get_ref<const std::string &>().empty())
        refuse(field, "must name a data set or a folder, not " + value.dump());
    config.data = value.get<std::string>();
}

} // namespace nabla
