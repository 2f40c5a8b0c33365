// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/metric_bucket.h"

#include <algorithm>

namespace nabla {

void MetricBucket::merge(const MetricBucket &later)
{
    if (later.count == 0)
        return;
    if (count == 0) {
        *this = later;
        return;
    }
    lastStep = later.lastStep;
    count += later.count;
    min = std::min(min, later.min);
    max = std::max(max, later.max);
    sum += later.sum;
    last = later.last;
}

} // namespace nabla
