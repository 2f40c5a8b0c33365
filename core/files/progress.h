// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace nabla {

/// Told now and then how far a long work is (0 ... 1); returns false to cancel it. May be empty.
using ProgressFunction = std::function<bool(double)>;

} // namespace nabla
