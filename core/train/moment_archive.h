// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parallel/worker_pool.h"
#include "core/train/checkpoint.h"
#include "core/train/moment_folder.h"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace nabla::inline NABLA_PRECISION {

/// Moments stand closer at the start: about 22 for each doubling of the step, 360 in a million
/// steps, 510 in 10^8. So they need no thinning as the run grows.
[[nodiscard]] constexpr std::uint64_t nextMomentAfter(std::uint64_t step)
{
    return step + std::max<std::uint64_t>(1, step / 32);
}

/// $XDG_CACHE_HOME/nablascope/moments or the like: where the private folders of archives are made.
[[nodiscard]] std::filesystem::path momentsFolder();

struct MomentLimits
{
    std::size_t memoryBytes = std::size_t(64) << 20;
    std::uintmax_t diskBytes = std::uintmax_t(1) << 30;
    std::filesystem::path folder = momentsFolder();
};

/// What an archive takes now.
struct MomentUsage
{
    std::size_t memoryBytes = 0;
    std::uintmax_t diskBytes = 0;
    int inMemory = 0;
    int onDisk = 0;
};

/// The moments of one run, for the time machine. The trainer's thread adds, any thread asks; nobody
/// waits for a disk but those who load from it.
///
/// Memory: at most MomentLimits::memoryBytes, or two moments where these are larger; the order of
/// an epoch, shared by its moments, counts once. Beyond three quarters of it the oldest are written
/// to a private folder, as checkpoints, by a worker. Where the worker is too slow, whoever adds
/// does well to wait until hasRoom(); otherwise, and where the disk is full or forbidden, every
/// second one of the memory's goes. Disk: at most diskBytes and a moment;
/// beyond it every second one of the disk's goes. The folder goes with the archive, and what
/// archives of crashed programs left goes when the next archive begins.
class MomentArchive
{
public:
    explicit MomentArchive(const MomentLimits &limits = {});
    ~MomentArchive();

    enum class Kind
    {
        Lasting,
        UntilNextRest ///< where the run rests: the one of the rest before goes
    };
    /// Takes the place of a moment of the same step.
    void add(Moment moment, Kind kind = Kind::Lasting);
    /// False: one more moment like the last one would cost others their place, and the worker is
    /// about to make room. Costs nothing to ask.
    [[nodiscard]] bool hasRoom() const { return m_hasRoom.load(std::memory_order_relaxed); }
    [[nodiscard]] bool has(std::uint64_t step) const;

    /// Of the moments there are, in ascending order.
    [[nodiscard]] std::vector<std::uint64_t> steps() const;
    /// The network of a moment, to look at. Throws std::out_of_range where there is no moment of
    /// this step (any more), FileError or ModelFileError for a file that was damaged or deleted
    /// behind the program's back: which one and what is wrong. That moment is then offered no more.
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot(std::uint64_t step);
    /// Everything to go on from a moment; the metadata are whoever's who knows the experiment.
    /// Throws what snapshot() throws.
    [[nodiscard]] Checkpoint checkpoint(std::uint64_t step);

    [[nodiscard]] MomentUsage usage() const;
    /// Once: why moments cannot be kept on the disk.
    [[nodiscard]] std::optional<std::string> takeProblem();
    /// Returns when nothing is being written or waits to be.
    void waitUntilWritten() { m_pool.waitUntilIdle(); }

private:
    struct Entry
    {
        std::shared_ptr<const Moment> moment; ///< null: on the disk
        std::size_t bytes = 0; ///< of memory, without the order
        std::filesystem::path file;
        FileMark mark;
    };
    using Entries = std::map<std::uint64_t, Entry>;
    using Dropped = std::vector<Entry>; ///< what is released after the lock

    [[nodiscard]] Entry find(std::uint64_t step) const;
    void forget(std::uint64_t step, const std::filesystem::path &file);
    template <class Read>
    auto readFile(std::uint64_t step, const Entry &entry, Read read);

    void write(std::stop_token stop);
    [[nodiscard]] std::shared_ptr<const Moment> nextToWrite();
    [[nodiscard]] Entry writeFile(const Moment &moment);
    [[nodiscard]] Dropped finishWriting(const Moment &moment, Entry written);
    void giveUpDisk(const std::string &problem);

    // Under the lock.
    void dropLastRest(std::uint64_t newRest, Dropped &dropped);
    void thinMemory(Dropped &dropped);
    void thinDisk(Dropped &dropped);
    [[nodiscard]] bool needsRoom() const;
    void updateRoom();
    [[nodiscard]] std::size_t memoryBytes() const;
    [[nodiscard]] std::uintmax_t diskBytes() const;

    const MomentLimits m_limits;
    mutable std::mutex m_mutex;
    Entries m_entries;
    std::optional<std::uint64_t> m_rest; ///< step of the moment that lasts until the next rest
    std::size_t m_newestBytes = 0; ///< with its order
    std::shared_ptr<const Moment> m_writing; ///< being written
    bool m_hasWriter = false; ///< a job of write() waits or runs
    bool m_canWrite = true;
    std::atomic<bool> m_hasRoom{true};
    std::optional<std::string> m_problem;

    // Only the worker touches these.
    std::unique_ptr<MomentFolder> m_folder; ///< made with the first file
    std::uint64_t m_filesWritten = 0;

    WorkerPool m_pool{1}; // last: its jobs use what stands above
};

} // namespace nabla::inline NABLA_PRECISION
