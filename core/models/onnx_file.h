// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/safetensors_file.h"
#include "core/nn/network.h"

namespace nabla::inline NABLA_PRECISION {

/// Writes the network as an ONNX model (onnx.ai; IR 8, operator set 13) for other programs to run:
/// input "pixels", float32 [batch, inputs] with 0 paper and 1 ink; output "outputs", [batch,
/// outputs]. Batch normalisation is folded into the weights. The metadata become properties.
/// Atomic. Throws ModelFileError where it cannot be written, std::invalid_argument for layers
/// without weights and biases or an activation that ONNX is not told of here.
void exportOnnx(const std::filesystem::path &path, const Network &network,
                const std::map<std::string, std::string> &metadata);

} // namespace nabla::inline NABLA_PRECISION
