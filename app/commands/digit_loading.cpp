// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/digit_loading.h"

#include "app/headless/console.h"
#include "core/sources/data_catalog.h"

namespace nabla {

std::shared_ptr<const Dataset> loadWithProgress(const std::string &data)
{
    ProgressLine progress;
    auto digits = loadData(data, [&](double share) {
        progress.show("digits " + std::to_string(static_cast<int>(100.0 * share)) + " %");
        return !interrupted();
    });
    if (!digits)
        throw CommandFailure("interrupted while the digits were loaded");
    return digits;
}

} // namespace nabla
