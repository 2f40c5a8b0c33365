// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parallel/worker_pool.h"
#include "ui/session/run.h"

#include <memory>
#include <span>
#include <vector>

namespace nabla::ui {

/// The runs that stand beside each other: up to four, each with a line style of its own, one of
/// them shown. GUI thread only.
class RunSet final
{
public:
    static constexpr std::size_t capacity = 4;

    /// Null before the first run.
    [[nodiscard]] Run *shown() const { return m_shown; }
    [[nodiscard]] Run *find(std::uint64_t id) const;
    [[nodiscard]] const std::vector<std::unique_ptr<Run>> &all() const { return m_runs; }
    [[nodiscard]] bool isFull() const { return m_runs.size() >= capacity; }
    [[nodiscard]] bool isAnyTraining() const;
    /// The first that could be shown instead of the shown one; null where there is none.
    [[nodiscard]] Run *otherThanShown() const;

    /// Beside the others, which must leave room; it takes the first style that is free. The first
    /// run is shown.
    Run &add(std::unique_ptr<Run> run, const QString &remark = {});
    /// In the place of the one that is shown.
    Run &replaceShown(std::unique_ptr<Run> run);
    /// Both do nothing for an unknown id. A record is never shown, and the shown run is removed
    /// only where another one can be shown instead.
    void show(std::uint64_t id);
    void remove(std::uint64_t id);

    /// For Frame::runs: empty where there is nothing to compare. Valid until the set changes.
    [[nodiscard]] std::span<const RunView> views() const { return m_views; }

private:
    void describe();
    void retire(std::unique_ptr<Run> run);

    std::vector<std::unique_ptr<Run>> m_runs; ///< in the order of their styles
    std::vector<RunView> m_views;
    Run *m_shown = nullptr;
    WorkerPool m_ending{1}; ///< runs that nobody sees any more end here
};

} // namespace nabla::ui
