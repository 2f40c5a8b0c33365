// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/snapshot.h"
#include "core/parallel/worker_pool.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace nabla {
inline namespace f32 {
class MomentArchive;
struct Checkpoint;
} // namespace f32
} // namespace nabla

namespace nabla::ui {

/// At which moment of the shown run a person looks. Moments are loaded by a worker, the newest wish
/// first, and are there with the next poll: the GUI thread, which alone may use this, never waits
/// for a disk.
class MomentLoader final
{
public:
    MomentLoader();
    ~MomentLoader();

    /// Another run, at its present.
    void watch(std::shared_ptr<MomentArchive> moments);
    /// Of the moments there are, ascending.
    [[nodiscard]] std::vector<std::uint64_t> steps() const;

    /// Nothing: to the present, at once.
    void goTo(std::optional<std::uint64_t> step);
    [[nodiscard]] std::optional<std::uint64_t> wanted() const { return m_wanted; }
    /// What is there of it: null in the present, and until the first moment is loaded.
    [[nodiscard]] const std::shared_ptr<const Snapshot> &shown() const { return m_shown; }
    /// Everything to go on from this step: poll() brings it.
    void requestCheckpoint(std::uint64_t step);

    struct News
    {
        bool hasMoved = false; ///< shown() is another
        std::shared_ptr<const Checkpoint> checkpoint; ///< or null
        std::string error; ///< why a moment cannot be had; empty when nothing is wrong
    };
    [[nodiscard]] News poll();

private:
    struct Request
    {
        std::shared_ptr<MomentArchive> moments;
        std::optional<std::uint64_t> step; ///< to look at
        std::optional<std::uint64_t> checkpoint; ///< to go on from
    };
    struct Result
    {
        std::shared_ptr<const Snapshot> snapshot;
        std::shared_ptr<const Checkpoint> checkpoint;
        std::optional<std::uint64_t> failed; ///< this step cannot be looked at
        std::string error;
    };
    template <class Change>
    void request(Change change);
    void work();
    static void load(const Request &request, Result &result);

    std::optional<std::uint64_t> m_wanted;
    std::shared_ptr<const Snapshot> m_shown;

    std::mutex m_mutex; ///< for what the worker shares
    std::shared_ptr<MomentArchive> m_moments; ///< null before the first run
    Request m_request;
    Result m_result;
    bool m_isWorking = false;

    WorkerPool m_worker{1}; // last: its jobs use what stands above
};

} // namespace nabla::ui
