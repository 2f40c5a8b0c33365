// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/own_digits.h"
#include "ui/session/data_loader.h"
#include "ui/session/training_session.h"

#include <cstdint>
#include <memory>

namespace nabla::ui {

/// A run that is to be taught a person's digits, until its data and the moment to go on from are
/// there.
struct TrainingSession::PreparedTeaching
{
    std::uint64_t runId = 0; ///< of the run that it goes on from
    OwnDigits taught;
    std::unique_ptr<DataLoader> loader;
    std::shared_ptr<const Dataset> data; ///< null until it is there
};

} // namespace nabla::ui
