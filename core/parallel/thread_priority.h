// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nabla {

/// Makes the calling thread give way to the GUI thread: two trainers on two cores must not make the
/// window stutter. A refusal of the system is no error.
void lowerThreadPriority();

} // namespace nabla
