// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/moment_archive.h"

#include "core/files/data_folders.h"
#include "core/files/file_error.h"

#include <stdexcept>
#include <utility>

namespace nabla::inline NABLA_PRECISION {

namespace {

/// Drops every second one of those that may go, from the second on; a single one goes itself.
template <class Entries, class Dropped>
void dropEverySecond(Entries &entries, const std::vector<typename Entries::iterator> &may,
                     Dropped &dropped)
{
    for (std::size_t i = may.size() == 1 ? 0 : 1; i < may.size(); i += 2) {
        dropped.push_back(std::move(may[i]->second));
        entries.erase(may[i]);
    }
}

std::size_t bytesOfOrder(const Moment &moment)
{
    return moment.order->size() * sizeof(int);
}

void removeFiles(const auto &dropped)
{
    for (const auto &entry : dropped) {
        std::error_code error; // what somebody else removed is gone all the same
        if (!entry.file.empty())
            std::filesystem::remove(entry.file, error);
    }
}

} // namespace

std::filesystem::path momentsFolder()
{
    return userCacheFolder() / "moments";
}

MomentArchive::MomentArchive(const MomentLimits &limits)
    : m_limits(limits)
{
    m_pool.submit(
        [folder = m_limits.folder](std::stop_token) { MomentFolder::removeLeftovers(folder); });
}

MomentArchive::~MomentArchive() = default;

void MomentArchive::add(Moment moment, Kind kind)
{
    Entry entry;
    entry.bytes = bytesWithoutOrder(moment);
    entry.moment = std::make_shared<const Moment>(std::move(moment));
    const std::uint64_t step = entry.moment->step;
    Dropped dropped;
    bool startsWriter = false;
    {
        const std::lock_guard lock(m_mutex);
        if (kind == Kind::UntilNextRest)
            dropLastRest(step, dropped);
        m_newestBytes = entry.bytes + bytesOfOrder(*entry.moment);
        std::swap(m_entries[step], entry);
        dropped.push_back(std::move(entry)); // what stood in its place
        startsWriter = m_canWrite && !m_hasWriter && needsRoom();
        m_hasWriter = m_hasWriter || startsWriter;
        thinMemory(dropped);
        updateRoom();
    }
    removeFiles(dropped);
    if (startsWriter)
        m_pool.submit([this](std::stop_token stop) { write(std::move(stop)); });
}

void MomentArchive::dropLastRest(std::uint64_t newRest, Dropped &dropped)
{
    const auto last = m_rest ? m_entries.find(*m_rest) : m_entries.end();
    if (last != m_entries.end() && *m_rest != newRest) {
        dropped.push_back(std::move(last->second));
        m_entries.erase(last);
    }
    // A moment that was due here stays when the run goes on.
    const bool isLasting = m_entries.contains(newRest) && m_rest != newRest;
    m_rest = isLasting ? std::nullopt : std::optional(newRest);
}

bool MomentArchive::has(std::uint64_t step) const
{
    const std::lock_guard lock(m_mutex);
    return m_entries.contains(step);
}

std::vector<std::uint64_t> MomentArchive::steps() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::uint64_t> steps;
    steps.reserve(m_entries.size());
    for (const auto &[step, entry] : m_entries)
        steps.push_back(step);
    return steps;
}

template <class Read>
auto MomentArchive::readFile(std::uint64_t step, const Entry &entry, Read read)
{
    try {
        if (markOf(entry.file) != entry.mark)
            throw FileError(entry.file, 0,
                            "is damaged: it is not what the program wrote; another program has "
                            "changed it");
        return read(entry.file);
    } catch (const std::exception &) {
        forget(step, entry.file);
        throw;
    }
}

std::shared_ptr<const Snapshot> MomentArchive::snapshot(std::uint64_t step)
{
    const Entry entry = find(step);
    if (entry.moment)
        return std::make_shared<const Snapshot>(snapshotOf(*entry.moment));
    return readFile(step, entry, [step](const std::filesystem::path &file) {
        return std::make_shared<const Snapshot>(Snapshot{loadModel(file).network, step});
    });
}

Checkpoint MomentArchive::checkpoint(std::uint64_t step)
{
    const Entry entry = find(step);
    return entry.moment ? checkpointOf(*entry.moment) : readFile(step, entry, loadCheckpoint);
}

MomentArchive::Entry MomentArchive::find(std::uint64_t step) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(step);
    if (found == m_entries.end())
        throw std::out_of_range("no moment is kept of step " + std::to_string(step));
    return found->second;
}

void MomentArchive::forget(std::uint64_t step, const std::filesystem::path &file)
{
    Dropped dropped;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_entries.find(step);
        if (found == m_entries.end() || found->second.file != file)
            return;
        dropped.push_back(std::move(found->second));
        m_entries.erase(found);
    }
    removeFiles(dropped);
}

MomentUsage MomentArchive::usage() const
{
    const std::lock_guard lock(m_mutex);
    MomentUsage usage{memoryBytes(), diskBytes(), 0, 0};
    for (const auto &[step, entry] : m_entries)
        ++(entry.moment ? usage.inMemory : usage.onDisk);
    return usage;
}

std::optional<std::string> MomentArchive::takeProblem()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_problem, std::nullopt);
}

void MomentArchive::write(std::stop_token stop)
{
    std::shared_ptr<const Moment> moment;
    while (!stop.stop_requested() && (moment = nextToWrite())) {
        try {
            Entry written = writeFile(*moment);
            removeFiles(finishWriting(*moment, std::move(written)));
        } catch (const std::exception &error) {
            giveUpDisk(error.what());
        }
    }
}

/// The oldest one in memory, or null when there is room enough.
std::shared_ptr<const Moment> MomentArchive::nextToWrite()
{
    const std::lock_guard lock(m_mutex);
    if (m_canWrite && needsRoom()) {
        for (const auto &[step, entry] : m_entries) {
            if (entry.moment)
                return m_writing = entry.moment;
        }
    }
    m_hasWriter = false;
    return nullptr;
}

MomentArchive::Entry MomentArchive::writeFile(const Moment &moment)
{
    if (!m_folder)
        m_folder = std::make_unique<MomentFolder>(m_limits.folder);
    Entry entry;
    // Numbered as well: a moment can take the place of an earlier one of its step.
    entry.file = m_folder->path()
                 / ("step-" + std::to_string(moment.step) + "-" + std::to_string(++m_filesWritten));
    const Checkpoint checkpoint = checkpointOf(moment);
    entry.mark = writeWhole(entry.file, checkpointBytes(checkpoint.network, checkpoint.state, {}));
    return entry;
}

/// What is to be removed: files that made room, or the written one, if nobody wants it any more.
MomentArchive::Dropped MomentArchive::finishWriting(const Moment &moment, Entry written)
{
    const std::lock_guard lock(m_mutex);
    m_writing = nullptr;
    Dropped dropped;
    const auto found = m_entries.find(moment.step);
    if (found == m_entries.end() || found->second.moment.get() != &moment) {
        dropped.push_back(std::move(written));
        updateRoom();
        return dropped;
    }
    found->second = std::move(written);
    thinDisk(dropped);
    updateRoom();
    return dropped;
}

void MomentArchive::giveUpDisk(const std::string &problem)
{
    const std::lock_guard lock(m_mutex);
    m_writing = nullptr;
    m_canWrite = false;
    m_problem = problem;
    updateRoom();
}

void MomentArchive::thinMemory(Dropped &dropped)
{
    while (memoryBytes() > m_limits.memoryBytes) {
        std::vector<Entries::iterator> may;
        for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
            if (entry->second.moment && entry->second.moment != m_writing)
                may.push_back(entry);
        }
        if (!may.empty())
            may.pop_back(); // the newest stays
        if (may.empty())
            return;
        dropEverySecond(m_entries, may, dropped);
    }
}

void MomentArchive::thinDisk(Dropped &dropped)
{
    while (diskBytes() > m_limits.diskBytes) {
        std::vector<Entries::iterator> may;
        for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
            if (!entry->second.moment)
                may.push_back(entry);
        }
        dropEverySecond(m_entries, may, dropped);
    }
}

/// So that the next moment, and a quarter of all memory, is free.
bool MomentArchive::needsRoom() const
{
    const std::size_t room = std::max(m_limits.memoryBytes / 4, m_newestBytes);
    return memoryBytes() > m_limits.memoryBytes - std::min(room, m_limits.memoryBytes);
}

void MomentArchive::updateRoom()
{
    const std::size_t bytes = memoryBytes();
    m_hasRoom = !m_canWrite || bytes == 0 || bytes + m_newestBytes <= m_limits.memoryBytes;
}

std::size_t MomentArchive::memoryBytes() const
{
    std::size_t bytes = 0;
    const std::vector<int> *order = nullptr;
    bool hasWriting = m_writing == nullptr;
    const auto count = [&](const Moment &moment, std::size_t own) {
        bytes += own;
        if (order != moment.order.get())
            bytes += bytesOfOrder(moment);
        order = moment.order.get();
    };
    for (const auto &[step, entry] : m_entries) {
        if (!entry.moment)
            continue;
        hasWriting = hasWriting || entry.moment == m_writing;
        count(*entry.moment, entry.bytes);
    }
    if (!hasWriting)
        count(*m_writing, bytesWithoutOrder(*m_writing));
    return bytes;
}

std::uintmax_t MomentArchive::diskBytes() const
{
    std::uintmax_t bytes = 0;
    for (const auto &[step, entry] : m_entries)
        bytes += entry.mark.bytes;
    return bytes;
}

} // namespace nabla::inline NABLA_PRECISION
