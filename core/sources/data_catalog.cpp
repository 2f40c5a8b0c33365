// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/data_catalog.h"

#include "core/data/idx_file.h"
#include "core/files/data_folders.h"
#include "core/sources/digit_cache.h"
#include "core/sources/own_digits_store.h"

#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

namespace nabla {

namespace {

struct GeneratedSet
{
    const char *id;
    const char *title;
    DigitStyle (*style)();
};

constexpr std::array generatedSets{
    GeneratedSet{"builtin", "Built-in digits", mildDigits},
    GeneratedSet{"builtin-strong", "Built-in digits, harder", strongDigits},
    GeneratedSet{"builtin-hands", "Built-in digits, every hand", everyHand},
};

/// A set known by name that is a folder of files.
struct InstalledSet
{
    const char *id;
    const char *title;
    const char *userFolder; ///< below userDataFolder()
    const char *systemFolder; ///< or null
    const char *advice;
};

constexpr std::array installedSets{
    InstalledSet{
        "mnist", "MNIST", "mnist", nullptr,
        "MNIST is not there yet; download it, or choose a folder that holds its four files"},
    InstalledSet{"fashion", "Fashion-MNIST", "fashion-mnist", "/usr/share/datasets/fashion-mnist",
                 "Fashion-MNIST is not there; install the package dataset-fashion-mnist, or choose "
                 "a folder that holds its four files"},
};

/// Empty if the set is not installed.
std::filesystem::path folderOf(const InstalledSet &set)
{
    const std::filesystem::path own = userDataFolder() / set.userFolder;
    if (looksLikeIdxFolder(own))
        return own;
    if (set.systemFolder && looksLikeIdxFolder(set.systemFolder))
        return set.systemFolder;
    return {};
}

std::string knownNames()
{
    std::string names;
    for (const GeneratedSet &set : generatedSets)
        names += std::string(set.id) + ", ";
    for (const InstalledSet &set : installedSets)
        names += std::string(set.id) + ", ";
    return names;
}

std::shared_ptr<const Dataset> named(std::optional<Dataset> set, const std::string &source,
                                     const std::string &title)
{
    if (!set)
        return nullptr;
    set->source = source;
    set->title = title;
    return std::make_shared<const Dataset>(std::move(*set));
}

std::shared_ptr<const Dataset> loadFolder(const std::string &source,
                                          const ProgressFunction &progress)
{
    std::filesystem::path folder = std::filesystem::path(source).lexically_normal();
    std::error_code error;
    if (std::filesystem::is_regular_file(folder, error))
        folder = folder.has_parent_path() ? folder.parent_path() : ".";
    else if (source.find('/') == std::string::npos && !std::filesystem::exists(folder, error))
        throw std::invalid_argument("\"" + source + "\" is no known data set and no folder; use "
                                    + knownNames() + "or a folder of IDX files");
    std::optional<Dataset> set = readIdxFolder(folder, progress);
    const std::string title = set ? set->title : std::string();
    return named(std::move(set), source, title);
}

bool hasOwnDigits(const std::string &source)
{
    std::error_code error;
    return sourceWithoutOwnDigits(source) != source && !std::filesystem::exists(source, error);
}

std::shared_ptr<const Dataset> loadWithOwnDigits(const std::string &base,
                                                 const ProgressFunction &progress)
{
    const OwnDigitsReading own = readOwnDigits(ownDigitsFile());
    if (own.damagedLines > 0)
        throw FileError(ownDigitsFile(), 0,
                        own.firstProblem
                            + "; look at My digits in the window, which sets what is "
                              "damaged aside");
    if (own.digits.empty())
        throw FileError(ownDigitsFile(), 0,
                        "you have kept no digits yet; draw some in the window and say what they "
                        "are, or choose other data");
    const auto data = loadData(base, progress);
    return data ? withOwnDigits(*data, digitsToTeach(own.digits)) : nullptr;
}

} // namespace

std::vector<DataSource> availableData()
{
    std::vector<DataSource> sources;
    for (const GeneratedSet &set : generatedSets)
        sources.push_back({set.id, set.title, {}});
    for (const InstalledSet &set : installedSets) {
        if (const auto folder = folderOf(set); !folder.empty())
            sources.push_back({set.id, set.title, folder});
    }
    return sources;
}

bool looksLikeIdxFolder(const std::filesystem::path &folder)
{
    try {
        static_cast<void>(findIdxFiles(folder));
        return true;
    } catch (const FileError &) {
        return false;
    }
}

std::shared_ptr<const Dataset> loadData(const std::string &source, const ProgressFunction &progress)
{
    // The digits are the same in every program and for every seed of a run.
    constexpr std::uint64_t generatorSeed = 1;
    for (const GeneratedSet &set : generatedSets) {
        if (source != set.id)
            continue;
        const auto file = userCacheFolder() / (source + ".digits");
        return named(cachedDigits(file, set.style(), generatorSeed, progress), source, set.title);
    }
    for (const InstalledSet &set : installedSets) {
        if (source != set.id)
            continue;
        const std::filesystem::path folder = folderOf(set);
        if (folder.empty())
            throw FileError(userDataFolder() / set.userFolder, 0, set.advice);
        return named(readIdxFolder(folder, progress), source, set.title);
    }
    if (hasOwnDigits(source))
        return loadWithOwnDigits(sourceWithoutOwnDigits(source), progress);
    return loadFolder(source, progress);
}

} // namespace nabla
