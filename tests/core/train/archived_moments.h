// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Moments for an archive, and what is asked of one.

#include "core/train/moment_archive.h"

#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

namespace nabla::test {

/// A moment whose network says of which step it is.
inline Moment momentAt(std::uint64_t step, const std::shared_ptr<const std::vector<int>> &order)
{
    Network network({6, 4, 3}, "sigmoid");
    network.setBiases(2, Vector::Constant(3, static_cast<Scalar>(step)));
    return {.network = std::move(network),
            .step = step,
            .learningRate = 0.5,
            .regularizationParameter = 1.0,
            .progress = {},
            .shuffling = RandomStream(step, RandomPurpose::Shuffling),
            .dropout = RandomStream(step, RandomPurpose::Dropout),
            .order = order,
            .optimizer = {}};
}

inline std::shared_ptr<const std::vector<int>> orderOf(int digits)
{
    std::vector<int> order(static_cast<std::size_t>(digits));
    std::iota(order.begin(), order.end(), 0);
    return std::make_shared<const std::vector<int>>(std::move(order));
}

inline std::uint64_t stepSaidBy(const Snapshot &snapshot)
{
    return static_cast<std::uint64_t>(snapshot.network.biases(2)(0));
}

inline std::vector<std::filesystem::path> filesBelow(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::exists(folder))
        return files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().filename() != "lock")
            files.push_back(entry.path());
    }
    return files;
}

/// What load() says, or nothing.
inline std::string errorOf(MomentArchive &archive, std::uint64_t step)
{
    try {
        (void)archive.snapshot(step);
    } catch (const std::exception &error) {
        return error.what();
    }
    return {};
}

} // namespace nabla::test
