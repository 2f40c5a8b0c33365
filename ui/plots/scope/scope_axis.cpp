// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/scope_axis.h"

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

/// The view grows by this when the run reaches its right end: in small jumps rather than with every
/// frame, which would make every curve shiver.
constexpr double growth = 1.02;
/// The deepest zoom, as a share of the whole run.
constexpr double deepestZoom = 1e-4;

} // namespace

ScopeAxis::ScopeAxis(QObject *parent)
    : QObject(parent)
{
}

ScopeAxis &ScopeAxis::sharedBy(QObject &owner)
{
    if (auto *existing = owner.findChild<ScopeAxis *>(QString(), Qt::FindDirectChildrenOnly))
        return *existing;
    return *new ScopeAxis(&owner);
}

void ScopeAxis::setUnit(XUnit unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    m_crosshair.reset();
    m_isFollowing = true; // a view in the old unit means nothing in the new one
    emit changed();
}

void ScopeAxis::showRun(std::uint64_t runId, double end, double opening)
{
    const bool isNewRun = runId != m_runId;
    m_runId = runId;
    m_end = end;
    m_opening = opening;
    if (!isNewRun && !m_isFollowing)
        return;
    const bool fits = m_range.lower == 0.0 && m_range.upper >= std::max(end, opening)
                      && m_range.upper <= std::max(opening, end * growth * 1.001);
    if (isNewRun || !fits)
        setView({0.0, fullUpper()}, true);
}

void ScopeAxis::follow()
{
    setView({0.0, fullUpper()}, true);
}

void ScopeAxis::zoom(double factor, double centre)
{
    const double full = fullUpper();
    const double width = m_range.upper - m_range.lower;
    const double newWidth = std::max(width * factor, full * deepestZoom);
    if (newWidth >= full) {
        follow();
        return;
    }
    const double share = (centre - m_range.lower) / width;
    const double lower = std::clamp(centre - share * newWidth, 0.0, full - newWidth);
    setView({lower, lower + newWidth}, false);
}

void ScopeAxis::pan(double distance)
{
    const double width = m_range.upper - m_range.lower;
    const double lower
        = std::clamp(m_range.lower + distance, 0.0, std::max(0.0, fullUpper() - width));
    if (lower != m_range.lower)
        setView({lower, lower + width}, false);
}

void ScopeAxis::setCrosshair(std::optional<double> x)
{
    if (x == m_crosshair)
        return;
    m_crosshair = x;
    emit crosshairMoved();
}

ScopeAxis::Margins ScopeAxis::margins() const
{
    Margins widest;
    for (const Margins &asked : m_reserved) {
        widest.left = std::max(widest.left, asked.left);
        widest.right = std::max(widest.right, asked.right);
    }
    return widest;
}

void ScopeAxis::reserve(const QObject *scope, Margins margins)
{
    const Margins before = this->margins();
    m_reserved.insert(scope, margins);
    if (this->margins() != before)
        emit changed();
}

void ScopeAxis::release(const QObject *scope)
{
    m_reserved.remove(scope);
}

double ScopeAxis::fullUpper() const
{
    return m_end > m_opening ? m_end * growth : m_opening;
}

void ScopeAxis::setView(AxisRange range, bool isFollowing)
{
    if (range == m_range && isFollowing == m_isFollowing)
        return;
    m_range = range;
    m_isFollowing = isFollowing;
    emit changed();
}

} // namespace nabla::ui
