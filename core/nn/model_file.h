// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/network.h"

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

namespace nabla::inline NABLA_PRECISION {

/// A network as read from a file, with what the file says about it.
struct LoadedModel
{
    Network network;
    std::map<std::string, std::string> metadata;
};

/// A model file that cannot be written or read: what() says which file, what is wrong, what to do.
class ModelFileError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Writes safetensors: float32 tensors layer<l>.weights ([output][input] rows) and layer<l>.biases,
/// and the metadata (texts), to which layers, activation and digest are added. Atomic: written
/// aside, then renamed. Throws ModelFileError.
void saveModel(const std::filesystem::path &path, const Network &network,
               const std::map<std::string, std::string> &metadata);

/// Reads what saveModel() wrote; every size and offset is checked before it is used.
[[nodiscard]] LoadedModel loadModel(const std::filesystem::path &path);

} // namespace nabla::inline NABLA_PRECISION
