// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/safetensors_file.h"
#include "core/nn/network.h"

#include <filesystem>
#include <map>
#include <string>

namespace nabla::inline NABLA_PRECISION {

/// A network as read from a file, with what the file says about it.
struct LoadedModel
{
    Network network;
    std::map<std::string, std::string> metadata;
};

/// Writes safetensors: float32 tensors layer<l>.weights ([output][input] rows), layer<l>.biases
/// and whatever else the layers have, and the metadata (texts), to which the network's
/// architecture, its digest and the version of the format are added. Atomic. Throws ModelFileError.
void saveModel(const std::filesystem::path &path, const Network &network,
               const std::map<std::string, std::string> &metadata);

/// Reads what saveModel() wrote. The network goes on with the kernels that the file names, or with
/// the best where this processor has none of that name. Throws ModelFileError for anything else, a
/// newer version of the format included.
[[nodiscard]] LoadedModel loadModel(const std::filesystem::path &path);

/// The same as part of a file that holds more: adds the tensors and sets the metadata.
void addModel(SafetensorsWriter &writer, const Network &network,
              const std::map<std::string, std::string> &metadata);
[[nodiscard]] LoadedModel readModel(const SafetensorsFile &file);

} // namespace nabla::inline NABLA_PRECISION
