// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/learning_speed_figure.h"

#include "core/book/book_curves.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace nabla {

namespace {

/// The light theme's of ui/plots/layer_colors.cpp for 2, 3 and 4 hidden layers, whose ramp goes on
/// to the output layer.
std::string colorOf(int layer, int hiddenLayers)
{
    static constexpr std::array<std::array<const char *, 4>, 3> colors{{
        {"#5b2bd6", "#d1423b"},
        {"#5b2bd6", "#b62b73", "#c05f14"},
        {"#5b2bd6", "#a8208f", "#d1423b", "#b86e00"},
    }};
    return colors.at(static_cast<std::size_t>(hiddenLayers - 2))
        .at(static_cast<std::size_t>(layer - 1));
}

std::size_t stepsOf(const LearningSpeedFigure &figure)
{
    std::size_t steps = figure.ours.empty() ? 0 : figure.ours.front().size();
    for (const auto &curves : figure.ours)
        steps = std::min(steps, curves.size());
    return steps;
}

void addStep(ChartCurve &curve, std::size_t step, std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    const double median
        = values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
    curve.x.push_back(static_cast<double>(step));
    curve.value.push_back(median);
    if (values.size() == 1)
        return;
    curve.least.push_back(values.front());
    curve.most.push_back(values.back());
}

ChartCurve curveOf(const LearningSpeedFigure &figure, int layer)
{
    const auto l = static_cast<std::size_t>(layer - 1);
    ChartCurve curve;
    curve.name = "layer " + std::to_string(layer);
    curve.color = colorOf(layer, figure.hiddenLayers);
    for (std::size_t step = 0; step < stepsOf(figure); ++step) {
        std::vector<double> values;
        for (const auto &curves : figure.ours)
            values.push_back(curves[step][l]);
        addStep(curve, step, std::move(values));
    }
    for (const RecordedSpeeds &row : bookLearningSpeeds(figure.hiddenLayers)) {
        curve.recordedX.push_back(static_cast<double>(row.step));
        curve.recorded.push_back(row.speeds[l]);
    }
    return curve;
}

std::string shortest(double value)
{
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return {text, end};
}

} // namespace

Chart chartOf(const LearningSpeedFigure &figure)
{
    const std::size_t seeds = figure.ours.size();
    std::string layers = "784";
    for (int layer = 0; layer < figure.hiddenLayers; ++layer)
        layers += "-30";
    Chart chart{"Learning speed of " + std::to_string(figure.hiddenLayers) + " hidden layers",
                layers
                    + "-10, sigmoid, cross-entropy, weights 1/√n, η = 0.1, λ = 5; full batch of "
                      "MNIST’s first 1,000 digits",
                "full-batch steps done",
                "learning speed ‖∂C/∂b‖",
                seeds == 1 ? "ours, seed 1" : "ours, median of " + std::to_string(seeds) + " seeds",
                seeds == 1 ? "" : "ours, from the least to the most",
                "the book’s recorded run",
                {}};
    for (int layer = 1; layer <= figure.hiddenLayers; ++layer)
        chart.curves.push_back(curveOf(figure, layer));
    return chart;
}

std::string csvOf(const LearningSpeedFigure &figure)
{
    std::string csv = "source,seed,layer,step,speed\n";
    const auto add
        = [&csv](const std::string &source, std::size_t step, const std::vector<double> &speeds) {
              for (std::size_t l = 0; l < speeds.size(); ++l)
                  csv += source + "," + std::to_string(l + 1) + "," + std::to_string(step) + ","
                         + shortest(speeds[l]) + "\n";
          };
    for (std::size_t seed = 0; seed < figure.ours.size(); ++seed) {
        for (std::size_t step = 0; step < figure.ours[seed].size(); ++step)
            add("ours," + std::to_string(seed + 1), step, figure.ours[seed][step]);
    }
    for (const RecordedSpeeds &row : bookLearningSpeeds(figure.hiddenLayers))
        add("book,", row.step, row.speeds);
    return csv;
}

} // namespace nabla
