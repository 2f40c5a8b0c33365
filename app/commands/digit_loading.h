// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <memory>
#include <string>

namespace nabla {

/// loadData() with a line that tells how far it is. After catchInterrupt(): Ctrl+C ends it with
/// CommandFailure.
[[nodiscard]] std::shared_ptr<const Dataset> loadWithProgress(const std::string &data);

} // namespace nabla
