// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves/step_scale.h"

#include <algorithm>

namespace nabla::ui {

namespace {

/// Piecewise linear through ascending points, going on straight beyond the last one.
template <class Point>
double interpolate(const std::vector<Point> &points, double Point::*from, double Point::*to,
                   double value)
{
    auto after = std::lower_bound(points.begin(), points.end(), value,
                                  [from](const Point &point, double v) { return point.*from < v; });
    if (after == points.begin())
        ++after;
    if (after == points.end())
        --after;
    const Point &a = *std::prev(after);
    const Point &b = *after;
    const double span = b.*from - a.*from;
    if (span <= 0.0)
        return b.*to;
    return a.*to + (value - a.*from) / span * (b.*to - a.*to);
}

} // namespace

StepScale::StepScale(XUnit unit, std::uint64_t stepsPerEpoch, std::span<const MetricBucket> seconds)
{
    if (unit == XUnit::Epochs)
        m_stepsPerUnit = static_cast<double>(stepsPerEpoch);
    if (unit != XUnit::Seconds)
        return;
    m_moments.push_back({0.0, 0.0});
    for (const MetricBucket &bucket : seconds) {
        const auto step = static_cast<double>(bucket.lastStep);
        if (step > m_moments.back().step && bucket.last >= m_moments.back().seconds)
            m_moments.push_back({step, bucket.last});
    }
    if (m_moments.size() == 1) // nothing measured yet: any scale will do, but it must have one
        m_moments.push_back({1.0, 1.0});
}

double StepScale::xAt(double step) const
{
    if (m_moments.empty())
        return step / m_stepsPerUnit;
    return interpolate(m_moments, &Moment::step, &Moment::seconds, step);
}

double StepScale::stepAt(double x) const
{
    if (m_moments.empty())
        return x * m_stepsPerUnit;
    return interpolate(m_moments, &Moment::seconds, &Moment::step, x);
}

} // namespace nabla::ui
