// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/file_error.h"
#include "core/sources/own_digits.h"

#include <filesystem>

namespace nabla {

/// The pictures and their labels in MNIST's format: my-digits-images-idx3-ubyte and
/// my-digits-labels-idx1-ubyte in this folder. Throws FileError.
void exportOwnDigitsAsIdx(const OwnDigits &digits, const std::filesystem::path &folder);

/// One PNG of 28 x 28 a digit, named by label and place in the set: 7-0001.png. Throws FileError.
void exportOwnDigitsAsPng(const OwnDigits &digits, const std::filesystem::path &folder);

} // namespace nabla
