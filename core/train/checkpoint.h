// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/model_file.h"
#include "core/train/moment.h"

namespace nabla::inline NABLA_PRECISION {

/// Everything to go on with a run as if nothing had happened: a model file (any reader of models
/// reads it) with the trainer's state beside the network.
struct Checkpoint
{
    Network network;
    TrainerState state;
    std::map<std::string, std::string> metadata;
};

[[nodiscard]] Checkpoint checkpointOf(const Moment &moment);

/// Atomic. Throws ModelFileError.
void saveCheckpoint(const std::filesystem::path &path, const Network &network,
                    const TrainerState &state, const std::map<std::string, std::string> &metadata);

/// What saveCheckpoint() writes.
[[nodiscard]] std::vector<std::byte>
checkpointBytes(const Network &network, const TrainerState &state,
                const std::map<std::string, std::string> &metadata);

/// Throws ModelFileError for what is no checkpoint. Whether it is of a certain run is
/// Trainer::restore()'s question.
[[nodiscard]] Checkpoint loadCheckpoint(const std::filesystem::path &path);

} // namespace nabla::inline NABLA_PRECISION
