// SPDX-License-Identifier: GPL-3.0-or-later
// Whole experiments and single fields as JSON and as text.
#include "core/experiments/field_setters.h"
#include "core/experiments/field_table.h"

#include <charconv>
#include <stdexcept>

namespace nabla {

namespace {

using nlohmann::json;

json parsedNumber(const Field &field, const std::string &text)
{
    // std::from_chars knows no locale and no leading plus: what a file and a flag say everywhere.
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        refuse(field, "must be a number, not \"" + text + "\"");
    return value;
}

template <class Integer>
json parsedInteger(const Field &field, const std::string &text)
{
    Integer value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range)
        refuse(field, "is too large: " + text);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        refuse(field, "must be a whole number, not \"" + text + "\"");
    return value;
}

} // namespace

json toJson(const ExperimentConfig &config)
{
    json object = json::object();
    for (const Field &field : fieldTable())
        object[field.key] = field.get(config);
    return object;
}

ExperimentConfig configFromJson(const json &object)
{
    if (!object.is_object())
        throw std::invalid_argument(
            "an experiment is a JSON object, such as {\"layers\": [784, 30, 10]}");
    ExperimentConfig config;
    std::string problems;
    for (const auto &[key, value] : object.items()) {
        try {
            const Field *field = findField(key);
            if (!field)
                throw std::invalid_argument(key + ": no such field");
            field->set(config, *field, value);
        } catch (const std::invalid_argument &error) {
            problems += (problems.empty() ? "" : "\n") + std::string(error.what());
        }
    }
    if (problems.empty()) {
        for (const ConfigIssue &issue : validateCombination(config))
            problems += (problems.empty() ? "" : "\n") + issue.message;
    }
    if (!problems.empty())
        throw std::invalid_argument(problems);
    return config;
}

void setFromText(ExperimentConfig &config, const Field &field, const std::string &text)
{
    switch (field.kind) {
    case FieldKind::Layers:
        field.set(config, field, parseLayers(text));
        return;
    case FieldKind::Choice:
    case FieldKind::ChoiceList:
    case FieldKind::Data:
        field.set(config, field, text);
        return;
    case FieldKind::Real:
        field.set(config, field, parsedNumber(field, text));
        return;
    case FieldKind::Integer:
        field.set(config, field, parsedInteger<std::int64_t>(field, text));
        return;
    case FieldKind::Seed:
        field.set(config, field, parsedInteger<std::uint64_t>(field, text));
        return;
    }
}

double toNumber(const ExperimentConfig &config, const Field &field)
{
    return field.get(config).get<double>();
}

std::string toText(const ExperimentConfig &config, const Field &field)
{
    const json value = field.get(config);
    if (field.kind == FieldKind::Layers)
        return formatLayers(config.layers);
    if (value.is_string())
        return value.get<std::string>();
    return field.kind == FieldKind::Real ? shortNumber(value.get<double>()) : value.dump();
}

} // namespace nabla
