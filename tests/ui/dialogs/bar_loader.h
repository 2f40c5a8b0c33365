// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/small_data.h"
#include "ui/session/sources/data_loader.h"

#include <memory>

namespace nabla::ui::test {

/// Has bar digits for whatever is asked.
inline std::unique_ptr<DataLoader> anyBarLoader()
{
    return std::make_unique<DataLoader>(
        [](const std::string &source, const ProgressFunction &) -> std::shared_ptr<const Dataset> {
            auto data = std::make_shared<Dataset>(*nabla::test::barData(60, 10, 10));
            data->source = source;
            return data;
        });
}

} // namespace nabla::ui::test
