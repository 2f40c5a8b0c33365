// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/nn/input_batch.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nabla::inline NABLA_PRECISION {

/// Fills a batch and its labels with these digits of a set.
void gather(const LabelledImages &images, std::span<const int> digits, InputBatch &batch,
            std::vector<std::uint8_t> &labels);

/// The same with digits first ... end - 1.
void gatherRange(const LabelledImages &images, int first, int end, InputBatch &batch,
                 std::vector<std::uint8_t> &labels);

/// Announces these digits of a set to a batch, which will be fed them soon.
void announce(const LabelledImages &images, std::span<const int> digits, InputBatch &batch);

} // namespace nabla::inline NABLA_PRECISION
