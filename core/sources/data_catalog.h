// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/files/file_error.h"
#include "core/files/progress.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace nabla {

/// A set that can be chosen now.
struct DataSource
{
    std::string id; ///< a name of the catalogue, such as "builtin" or "mnist", or a folder's path
    std::string title; ///< "MNIST"; the built-in ones are texts to translate (context "Data")
    std::filesystem::path folder; ///< empty for generated sets
    bool operator==(const DataSource &) const = default;
};

/// The three built-in sets always; mnist where userDataFolder()/mnist holds it; fashion where
/// Debian's dataset-fashion-mnist or userDataFolder()/fashion-mnist is installed.
[[nodiscard]] std::vector<DataSource> availableData();

/// Does the folder hold four IDX files of the usual names, gzipped or not?
[[nodiscard]] bool looksLikeIdxFolder(const std::filesystem::path &folder);

/// Loads or generates what ExperimentConfig::data names: an id of the catalogue, a folder of IDX
/// files, or one of these files, which stands for its folder; with "+mine" behind it,
/// withOwnDigits() of that set and the digits that the person kept. Throws FileError, or
/// std::invalid_argument for an unknown name (which lists the known ones). Returns null only when
/// progress said to cancel.
[[nodiscard]] std::shared_ptr<const Dataset> loadData(const std::string &source,
                                                      const ProgressFunction &progress = {});

} // namespace nabla
