// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/recorded_run.h"

#include <nlohmann/json_fwd.hpp>

namespace nabla {

/// The "run" of a record's file.
[[nodiscard]] nlohmann::json toJson(const RecordedRun &run);

/// Checks everything; throws std::invalid_argument that says where in the record and what is wrong.
[[nodiscard]] RecordedRun recordedRunFromJson(const nlohmann::json &json);

} // namespace nabla
