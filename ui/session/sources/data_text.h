// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace nabla::ui {

/// What a data source is called in the window: "MNIST", "the built-in digits", a folder's name.
[[nodiscard]] QString dataTitle(const std::string &source);

/// Is it made by the program, so that there is nothing to read?
[[nodiscard]] bool isGeneratedData(const std::string &source);

} // namespace nabla::ui
