// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/network.h"

#include <cstdint>

namespace nabla::inline NABLA_PRECISION {

/// The network as it was at a step: to look at, to evaluate, to read a drawing with. Published
/// immutable through SnapshotSlot.
struct Snapshot
{
    Network network;
    std::uint64_t step = 0;
};

} // namespace nabla::inline NABLA_PRECISION
