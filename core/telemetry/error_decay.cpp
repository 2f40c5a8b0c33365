// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/error_decay.h"

#include "core/telemetry/run_history.h"

#include <cmath>

namespace nabla {

namespace {

std::optional<double> ratio(std::optional<double> of, std::optional<double> to)
{
    if (!of || !to || !(*of >= 0.0) || !(*to > 0.0) || !std::isfinite(*of / *to))
        return std::nullopt;
    return *of / *to;
}

} // namespace

std::vector<ErrorDecay> errorDecays(const RunHistory &history, std::optional<std::uint64_t> moment)
{
    const auto measured = [&](Metric metric, int layer) {
        return history.valueAt({metric, layer}, moment);
    };
    std::vector<ErrorDecay> decays;
    for (int layer = 1; layer <= history.hiddenLayerCount(); ++layer)
        decays.push_back(
            {ratio(measured(Metric::ErrorSize, layer), measured(Metric::ErrorSize, layer + 1)),
             measured(Metric::MeanSlope, layer), measured(Metric::WeightNorm, layer + 1)});
    return decays;
}

} // namespace nabla
