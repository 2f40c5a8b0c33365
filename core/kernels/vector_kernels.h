// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/kernels.h"

#include <vector>

namespace nabla::inline NABLA_PRECISION {

/// The vector kernels of this build that this processor can run, the best first; empty on a
/// processor without vectors.
[[nodiscard]] std::vector<const Kernels *> supportedVectorKernels();

} // namespace nabla::inline NABLA_PRECISION
