// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nabla {

/// All of `nabla`: what its words ask for, up to the exit code.
[[nodiscard]] int runProgram(int argc, char **argv);

} // namespace nabla
