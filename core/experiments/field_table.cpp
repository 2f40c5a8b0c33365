// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/field_table.h"

#include "core/experiments/text_marker.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace nabla {

namespace {

using nlohmann::json;

[[noreturn]] void refuse(const Field &field, const std::string &problem)
{
    throw std::invalid_argument(std::string(field.key) + ": " + problem);
}

std::string shortNumber(double value)
{
    char text[32];
    const auto result = std::to_chars(text, text + sizeof text, value);
    return {text, result.ptr};
}

std::string range(const Field &field)
{
    return "must be between " + shortNumber(field.min) + " and " + shortNumber(field.max);
}

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

template <auto Member>
void setReal(ExperimentConfig &config, const Field &field, const json &value)
{
    config.*Member = checkedReal(field, value);
}

template <auto Member>
void setInteger(ExperimentConfig &config, const Field &field, const json &value)
{
    config.*Member = checkedInteger(field, value);
}

template <auto Member>
void setChoice(ExperimentConfig &config, const Field &field, const json &value)
{
    config.*Member = checkedChoice(field, value);
}

template <auto Member>
json get(const ExperimentConfig &config)
{
    return config.*Member;
}

constexpr FieldChoice activationChoices[] = {
    {"sigmoid", NABLA_TEXT("Experiment", "sigmoid")},
    {"tanh", NABLA_TEXT("Experiment", "tanh")},
    {"relu", NABLA_TEXT("Experiment", "ReLU")},
};

constexpr FieldChoice costChoices[] = {
    {"quadratic", NABLA_TEXT("Experiment", "quadratic")},
    {"cross-entropy", NABLA_TEXT("Experiment", "cross-entropy")},
};

constexpr FieldChoice initializerChoices[] = {
    {"large", NABLA_TEXT("Experiment", "N(0, 1)")},
    {"scaled", NABLA_TEXT("Experiment", "N(0, 1/√n)")},
};

using H = ExperimentConfig;

constexpr Field table[] = {
    {"layers",
     "layers",
     FieldKind::Layers,
     FieldGroup::Network,
     NABLA_TEXT("Experiment", "Layers"),
     NABLA_TEXT("Experiment", "Neurons in each layer, from the 784 pixels to the 10 digits: "
                              "784,30,10 has one hidden layer of 30."),
     "",
     1,
     maxLayerSize,
     false,
     {},
     setLayers,
     get<&H::layers>},
    {"activation", "activation", FieldKind::Choice, FieldGroup::Network,
     NABLA_TEXT("Experiment", "Activation"),
     NABLA_TEXT(
         "Experiment",
         "The function σ of the hidden neurons, a = σ(z). The output neurons are always sigmoid."),
     "", 0, 0, false, activationChoices, setChoice<&H::activation>, get<&H::activation>},
    {"cost", "cost", FieldKind::Choice, FieldGroup::Network, NABLA_TEXT("Experiment", "Cost"),
     NABLA_TEXT("Experiment",
                "What learning makes small. Quadratic: ½‖a − y‖². Cross-entropy: −Σ[y ln a + (1 − "
                "y) ln(1 − a)], which does not slow down when the network is badly wrong."),
     "", 0, 0, false, costChoices, setChoice<&H::cost>, get<&H::cost>},
    {"initializer", "initializer", FieldKind::Choice, FieldGroup::Network,
     NABLA_TEXT("Experiment", "Weights"),
     NABLA_TEXT("Experiment", "How the weights are drawn at the start: with standard deviation 1, "
                              "or 1/√n with n the number of inputs of the neuron, so that neurons "
                              "do not start saturated. Biases are N(0, 1) in both."),
     "", 0, 0, false, initializerChoices, setChoice<&H::initializer>, get<&H::initializer>},
    {"learningRate",
     "learning-rate",
     FieldKind::Real,
     FieldGroup::Learning,
     NABLA_TEXT("Experiment", "Learning rate η"),
     NABLA_TEXT("Experiment", "How far each step goes down the gradient: w → w − η ∂C/∂w. Can be "
                              "turned while it trains."),
     "",
     1e-9,
     1000,
     true,
     {},
     setReal<&H::learningRate>,
     get<&H::learningRate>},
    {"miniBatchSize",
     "mini-batch-size",
     FieldKind::Integer,
     FieldGroup::Learning,
     NABLA_TEXT("Experiment", "Mini-batch"),
     NABLA_TEXT("Experiment", "Digits whose gradients are averaged for one step. As many as the "
                              "training set: full-batch gradient descent."),
     NABLA_TEXT("Experiment", "digits"),
     1,
     1'000'000,
     false,
     {},
     setInteger<&H::miniBatchSize>,
     get<&H::miniBatchSize>},
    {"epochs",
     "epochs",
     FieldKind::Integer,
     FieldGroup::Learning,
     NABLA_TEXT("Experiment", "Epochs"),
     NABLA_TEXT("Experiment", "Passes over the training digits."),
     NABLA_TEXT("Experiment", "epochs"),
     0,
     1'000'000,
     false,
     {},
     setInteger<&H::epochs>,
     get<&H::epochs>},
    {"regularizationParameter",
     "regularization-parameter",
     FieldKind::Real,
     FieldGroup::Regularization,
     NABLA_TEXT("Experiment", "L2 λ"),
     NABLA_TEXT("Experiment", "Weight decay: the cost gains λ/2n Σw², n the number of training "
                              "digits. 0 switches it off. Can be turned while it trains."),
     "",
     0,
     100'000,
     true,
     {},
     setReal<&H::regularizationParameter>,
     get<&H::regularizationParameter>},
    {"seed",
     "seed",
     FieldKind::Seed,
     FieldGroup::Run,
     NABLA_TEXT("Experiment", "Seed"),
     NABLA_TEXT("Experiment",
                "Start of all random numbers: the same seed gives the same run, bit for bit."),
     "",
     0,
     0,
     false,
     {},
     setSeed,
     get<&H::seed>},
    {"trainingSetSize",
     "training-set-size",
     FieldKind::Integer,
     FieldGroup::Run,
     NABLA_TEXT("Experiment", "Training digits"),
     NABLA_TEXT("Experiment", "Train on the first so many digits only; 0 takes all of them."),
     NABLA_TEXT("Experiment", "digits"),
     0,
     10'000'000,
     false,
     {},
     setInteger<&H::trainingSetSize>,
     get<&H::trainingSetSize>},
    {"data",
     "data",
     FieldKind::Data,
     FieldGroup::Run,
     NABLA_TEXT("Experiment", "Data"),
     NABLA_TEXT("Experiment", "The digits to learn from: builtin, builtin-strong, mnist, fashion, "
                              "or a folder of IDX files."),
     "",
     0,
     0,
     false,
     {},
     setData,
     get<&H::data>},
};

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

std::span<const Field> fieldTable()
{
    return table;
}

const Field *findField(std::string_view key)
{
    for (const Field &field : table) {
        if (key == field.key)
            return &field;
    }
    return nullptr;
}

json toJson(const ExperimentConfig &config)
{
    json object = json::object();
    for (const Field &field : table)
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
