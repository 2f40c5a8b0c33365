// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/kernels.h"

namespace nabla::inline NABLA_PRECISION {

/// Loops that say what the vector kernels compute; for every processor, and to test the others
/// against. Their results are the same on every machine.
extern const Kernels plainKernels;

} // namespace nabla::inline NABLA_PRECISION
