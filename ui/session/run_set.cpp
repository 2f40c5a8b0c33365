// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_set.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace nabla::ui {

namespace {

/// "A", "B", ...: short enough for a curve's end.
QString titleOf(int style, const QString &remark)
{
    const QString letter(QChar(u'A' + style));
    return remark.isEmpty() ? letter : letter + QStringLiteral(" · ") + remark;
}

} // namespace

Run *RunSet::find(std::uint64_t id) const
{
    const auto found
        = std::ranges::find_if(m_runs, [id](const auto &run) { return run->id() == id; });
    return found == m_runs.end() ? nullptr : found->get();
}

bool RunSet::isAnyTraining() const
{
    return std::ranges::any_of(m_runs, [](const auto &run) { return run->isTraining(); });
}

Run &RunSet::add(std::unique_ptr<Run> run, const QString &remark)
{
    assert(!isFull());
    // Ordered by style: the first gap is where it belongs.
    auto place = m_runs.begin();
    int style = 0;
    while (place != m_runs.end() && (*place)->style == style) {
        ++place;
        ++style;
    }
    run->style = style;
    run->title = titleOf(style, remark);
    Run &added = **m_runs.insert(place, std::move(run));
    if (!m_shown)
        m_shown = &added;
    describe();
    return added;
}

Run &RunSet::replaceShown(std::unique_ptr<Run> run)
{
    if (!m_shown)
        return add(std::move(run));
    const auto place = std::ranges::find_if(
        m_runs, [this](const auto &candidate) { return candidate.get() == m_shown; });
    run->style = m_shown->style;
    run->title = titleOf(run->style, {});
    retire(std::exchange(*place, std::move(run)));
    m_shown = place->get();
    describe();
    return *m_shown;
}

Run *RunSet::otherThanShown() const
{
    const auto found = std::ranges::find_if(
        m_runs, [this](const auto &run) { return run.get() != m_shown && !run->isRecord(); });
    return found == m_runs.end() ? nullptr : found->get();
}

void RunSet::show(std::uint64_t id)
{
    Run *run = find(id);
    if (run && !run->isRecord())
        m_shown = run;
}

void RunSet::remove(std::uint64_t id)
{
    Run *next = m_shown && m_shown->id() == id ? otherThanShown() : m_shown;
    if (!find(id) || !next)
        return;
    const auto place
        = std::ranges::find_if(m_runs, [id](const auto &run) { return run->id() == id; });
    retire(std::move(*place));
    m_runs.erase(place);
    m_shown = next;
    describe();
}

/// Its threads are joined and its files removed where nobody waits for it.
void RunSet::retire(std::unique_ptr<Run> run)
{
    m_ending.submit(
        [last = std::shared_ptr(std::move(run))](std::stop_token) mutable { last.reset(); });
}

void RunSet::describe()
{
    m_views.clear();
    if (m_runs.size() < 2)
        return;
    for (const auto &run : m_runs)
        m_views.push_back(run->view());
}

} // namespace nabla::ui
