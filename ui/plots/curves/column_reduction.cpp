// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves/column_reduction.h"

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

double middle(const MetricBucket &bucket)
{
    const auto first = static_cast<double>(bucket.firstStep);
    return first + (static_cast<double>(bucket.lastStep) - first) / 2.0;
}

bool isNumber(const MetricBucket &bucket)
{
    return bucket.count > 0 && std::isfinite(bucket.min) && std::isfinite(bucket.max)
           && std::isfinite(bucket.sum) && std::isfinite(bucket.last);
}

void add(PixelColumn &column, const MetricBucket &bucket)
{
    const auto count = static_cast<double>(bucket.count);
    if (column.count == 0) {
        column.min = bucket.min;
        column.max = bucket.max;
        column.first = bucket.count == 1 ? bucket.last : bucket.mean();
    }
    column.count += bucket.count;
    column.step += (middle(bucket) - column.step) * count / static_cast<double>(column.count);
    column.min = std::min(column.min, bucket.min);
    column.max = std::max(column.max, bucket.max);
    column.sum += bucket.sum;
    column.last = bucket.last;
}

/// One pass of a count-weighted box filter.
std::vector<double> boxFiltered(std::span<const PixelColumn> columns,
                                const std::vector<double> &values, int radius)
{
    const std::size_t n = columns.size();
    std::vector<double> sums(n + 1, 0.0);
    std::vector<double> weights(n + 1, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        const auto weight = static_cast<double>(columns[i].count);
        sums[i + 1] = sums[i] + weight * values[i];
        weights[i + 1] = weights[i] + weight;
    }
    std::vector<double> filtered(n);
    std::size_t from = 0;
    std::size_t to = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const int reach = std::min(radius, columns[i].index - columns.front().index);
        while (columns[from].index < columns[i].index - reach)
            ++from;
        to = std::max(to, i);
        while (to + 1 < n && columns[to + 1].index <= columns[i].index + reach)
            ++to;
        filtered[i] = (sums[to + 1] - sums[from]) / (weights[to + 1] - weights[from]);
    }
    return filtered;
}

} // namespace

std::vector<PixelColumn> reduceToColumns(std::span<const MetricBucket> buckets,
                                         std::span<const double> edges)
{
    std::vector<PixelColumn> columns;
    if (edges.size() < 2)
        return columns;
    const int outside = static_cast<int>(edges.size()) - 1;
    auto bucket = std::partition_point(buckets.begin(), buckets.end(), [&](const MetricBucket &b) {
        return middle(b) < edges.front();
    });
    if (bucket != buckets.begin())
        --bucket;
    int index = -1;
    for (; bucket != buckets.end() && index < outside; ++bucket) {
        if (!isNumber(*bucket))
            continue;
        while (index < outside && middle(*bucket) >= edges[static_cast<std::size_t>(index + 1)])
            ++index;
        if (columns.empty() || columns.back().index != index) {
            columns.emplace_back();
            columns.back().index = index;
        }
        add(columns.back(), *bucket);
    }
    return columns;
}

std::vector<double> smoothedMeans(std::span<const PixelColumn> columns, int radius)
{
    std::vector<double> means;
    means.reserve(columns.size());
    for (const PixelColumn &column : columns)
        means.push_back(column.mean());
    const int half = radius / 2; // two boxes make the triangle
    if (half < 1 || columns.size() < 3)
        return means;
    return boxFiltered(columns, boxFiltered(columns, means, half), half);
}

} // namespace nabla::ui
