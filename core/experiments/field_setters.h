// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the rows of the field table are made of: checking a JSON value for a field and storing it.
// All throw std::invalid_argument that names the field, the value and the remedy.

#include "core/experiments/field_table.h"

#include <nlohmann/json.hpp>

#include <string>

namespace nabla {

[[noreturn]] void refuse(const Field &field, const std::string &problem);
/// As short as it can be read back.
std::string shortNumber(double value);
double checkedReal(const Field &field, const nlohmann::json &value);
int checkedInteger(const Field &field, const nlohmann::json &value);
std::string checkedChoice(const Field &field, const nlohmann::json &value);
/// "relu,tanh" of a text by commas or a list of texts, each of them checked.
std::string checkedChoices(const Field &field, const nlohmann::json &value);
void setLayers(ExperimentConfig &config, const Field &field, const nlohmann::json &value);
void setSeed(ExperimentConfig &config, const Field &field, const nlohmann::json &value);
void setData(ExperimentConfig &config, const Field &field, const nlohmann::json &value);

/// Stores what Check, a checked...() of above, makes of the value.
template <auto Member, auto Check>
void setField(ExperimentConfig &config, const Field &field, const nlohmann::json &value)
{
    config.*Member = Check(field, value);
}

template <auto Member>
nlohmann::json getField(const ExperimentConfig &config)
{
    return config.*Member;
}

} // namespace nabla
