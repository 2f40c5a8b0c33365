// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <string_view>

namespace nabla {

enum class FieldKind
{
    Layers,
    Choice,
    ChoiceList, ///< one choice, or one for each hidden layer by commas
    Real,
    Integer,
    Seed,
    Data
};
enum class FieldGroup
{
    Network,
    Learning,
    Regularization,
    Run
};

struct Field;
/// Checks and sets; throws std::invalid_argument that names the field, the value and the remedy.
using FieldSetter = void (*)(ExperimentConfig &, const Field &, const nlohmann::json &);

struct FieldChoice
{
    const char *id; ///< in files and flags
    const char *title; ///< for a person; translate under the context "Experiment"
};

/// One hyper-parameter: what the file format, `nabla --flag`, validation and the form need.
/// title, help and unit are texts to translate under the context "Experiment".
struct Field
{
    const char *key; ///< in JSON: "learningRate"
    FieldKind kind;
    FieldGroup group;
    const char *title;
    const char *help;
    const char *unit;
    double min; ///< Real, Integer
    double max;
    bool liveTunable; ///< may be turned while it trains; everything else needs a reset
    bool advanced; ///< seldom needed: a form may keep it back while it has its default
    std::span<const FieldChoice> choices;
    FieldSetter set;
    nlohmann::json (*get)(const ExperimentConfig &);
    /// False where the field has no effect in this experiment; null: it always has.
    bool (*relevant)(const ExperimentConfig &);
};

/// On the command line, without the dashes before it: "learning-rate" of "learningRate".
[[nodiscard]] std::string flagOf(const Field &field);

/// Whether two experiments say the same in this field.
[[nodiscard]] bool isSame(const Field &field, const ExperimentConfig &a, const ExperimentConfig &b);
/// Whether the field says something else than a fresh experiment.
[[nodiscard]] bool isDefault(const Field &field, const ExperimentConfig &config);

/// Whether turning the field would change this run.
[[nodiscard]] inline bool isRelevant(const Field &field, const ExperimentConfig &config)
{
    return !field.relevant || field.relevant(config);
}

[[nodiscard]] std::span<const Field> fieldTable();
/// Null for an unknown key.
[[nodiscard]] const Field *findField(std::string_view key);

[[nodiscard]] nlohmann::json toJson(const ExperimentConfig &config);
/// Starts from the defaults; unknown keys, wrong types and values out of range are named.
/// Throws std::invalid_argument with every problem, one a line.
[[nodiscard]] ExperimentConfig configFromJson(const nlohmann::json &json);
/// Sets one field from a text, as typed into a form or after a flag; std::invalid_argument, worded.
void setFromText(ExperimentConfig &config, const Field &field, const std::string &text);
/// Of a field that is a number.
[[nodiscard]] double toNumber(const ExperimentConfig &config, const Field &field);
/// The field's value as a person would type it.
[[nodiscard]] std::string toText(const ExperimentConfig &config, const Field &field);

} // namespace nabla
