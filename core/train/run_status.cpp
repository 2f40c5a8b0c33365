// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/run_status.h"

namespace nabla {

void RunStatus::set(const RunStatusData &data)
{
    const std::lock_guard lock(m_mutex);
    m_data = data;
}

RunStatusData RunStatus::get() const
{
    const std::lock_guard lock(m_mutex);
    return m_data;
}

} // namespace nabla
