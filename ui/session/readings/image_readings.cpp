// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/readings/image_readings.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace nabla::ui {

namespace {

bool isEarlier(const ImageReading &a, const ImageReading &b)
{
    return a.step < b.step;
}

/// Ascending ones together; where both have the step, that of `first`.
std::vector<ImageReading> united(const std::vector<ImageReading> &first,
                                 const std::vector<ImageReading> &second)
{
    std::vector<ImageReading> all;
    all.reserve(first.size() + second.size());
    std::ranges::set_union(first, second, std::back_inserter(all), isEarlier);
    return all;
}

} // namespace

void ImageReadings::append(const ImageReading &reading)
{
    if (!m_live.empty() && reading.step <= m_live.back().step)
        return;
    if (!m_live.empty() && !isLastKept())
        m_live.pop_back();
    m_live.push_back(reading);
    ++m_count;
    if (m_live.size() == liveCapacity)
        thin();
}

void ImageReadings::thin()
{
    const ImageReading newest = m_live.back();
    for (std::size_t i = 0; 2 * i < m_live.size(); ++i)
        m_live[i] = m_live[2 * i];
    m_live.resize((m_live.size() + 1) / 2);
    m_stride *= 2;
    if (!isLastKept())
        m_live.push_back(newest);
}

void ImageReadings::merge(const std::vector<ImageReading> &ofMoments)
{
    std::vector<ImageReading> sorted = ofMoments;
    std::ranges::sort(sorted, isEarlier);
    m_moments = united(m_moments, sorted);
}

std::vector<ImageReading> ImageReadings::all() const
{
    return united(m_live, m_moments);
}

std::vector<std::uint64_t> ImageReadings::momentSteps() const
{
    std::vector<std::uint64_t> steps;
    steps.reserve(m_moments.size());
    for (const ImageReading &reading : m_moments)
        steps.push_back(reading.step);
    return steps;
}

std::vector<std::size_t> coarseToFine(std::size_t count)
{
    std::vector<std::size_t> order;
    if (count == 0)
        return order;
    order.reserve(count);
    order.push_back(count - 1);
    const std::size_t widest = std::bit_ceil(count);
    for (std::size_t stride = widest; stride > 0; stride /= 2) {
        // The multiples of this stride that are none of the one before.
        const std::size_t step = stride == widest ? stride : 2 * stride;
        for (std::size_t i = stride == widest ? 0 : stride; i + 1 < count; i += step)
            order.push_back(i);
    }
    return order;
}

} // namespace nabla::ui
