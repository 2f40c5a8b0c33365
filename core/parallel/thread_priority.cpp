// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parallel/thread_priority.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace nabla {

void lowerThreadPriority()
{
    constexpr int niceness = 10;
    // On Linux the nice value belongs to the thread, whatever POSIX says.
    const auto thread = static_cast<id_t>(syscall(SYS_gettid));
    static_cast<void>(setpriority(PRIO_PROCESS, thread, niceness));
}

} // namespace nabla
