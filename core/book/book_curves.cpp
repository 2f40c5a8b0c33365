// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book_curves.h"

#include "core/experiments/presets.h"

#include <string>

namespace nabla {

namespace {

const std::vector<RecordedSpeeds> &twoLayers()
{
    static const std::vector<RecordedSpeeds> rows{
        {0, {0.06574, 0.3092}},      {1, {0.04297, 0.217}},       {2, {0.03286, 0.1661}},
        {5, {0.01899, 0.09027}},     {10, {0.00893, 0.04038}},    {20, {0.002505, 0.0107}},
        {50, {0.001017, 0.001342}},  {100, {0.001488, 0.001857}}, {200, {0.00208, 0.003368}},
        {300, {0.002489, 0.005167}}, {400, {0.003026, 0.00753}},  {499, {0.003435, 0.00963}},
    };
    return rows;
}

const std::vector<RecordedSpeeds> &threeLayers()
{
    static const std::vector<RecordedSpeeds> rows{
        {0, {0.01184, 0.05997, 0.2831}},         {1, {0.01118, 0.05716, 0.2782}},
        {2, {0.009806, 0.05016, 0.2572}},        {5, {0.005163, 0.02653, 0.1488}},
        {10, {0.002004, 0.01042, 0.05962}},      {20, {0.0004555, 0.002437, 0.01391}},
        {50, {8.504e-05, 0.0003255, 0.001601}},  {100, {8.053e-05, 0.0002809, 0.001385}},
        {200, {8.215e-05, 0.0002565, 0.001347}}, {300, {8.506e-05, 0.0002407, 0.001315}},
        {400, {8.632e-05, 0.0002285, 0.001287}}, {499, {8.556e-05, 0.0002182, 0.001261}},
    };
    return rows;
}

const std::vector<RecordedSpeeds> &fourLayers()
{
    static const std::vector<RecordedSpeeds> rows{
        {0, {0.002975, 0.01708, 0.06954, 0.2851}},
        {1, {0.002016, 0.01189, 0.05368, 0.2131}},
        {2, {0.001485, 0.008657, 0.0429, 0.1791}},
        {5, {0.0006996, 0.003957, 0.02175, 0.09496}},
        {10, {0.0002659, 0.001475, 0.008404, 0.03657}},
        {20, {6.369e-05, 0.0003198, 0.001838, 0.007906}},
        {50, {2.065e-05, 4.803e-05, 0.0002466, 0.001045}},
        {100, {1.834e-05, 4.24e-05, 0.0002215, 0.00096}},
        {200, {1.498e-05, 3.747e-05, 0.0002102, 0.0009503}},
        {300, {1.225e-05, 3.315e-05, 0.0002, 0.0009413}},
        {400, {1.002e-05, 2.939e-05, 0.0001908, 0.0009328}},
        {499, {8.212e-06, 2.614e-05, 0.0001825, 0.0009247}},
    };
    return rows;
}

} // namespace

std::span<const RecordedSpeeds> bookLearningSpeeds(int hiddenLayers)
{
    switch (hiddenLayers) {
    case 2:
        return twoLayers();
    case 3:
        return threeLayers();
    case 4:
        return fourLayers();
    default:
        return {};
    }
}

std::span<const RecordedSpeeds> bookLearningSpeedsFor(const ExperimentConfig &experiment)
{
    const int hiddenLayers = static_cast<int>(experiment.layers.size()) - 2;
    const Preset *preset = findPreset("learning-speed-" + std::to_string(hiddenLayers));
    if (!preset)
        return {};
    ExperimentConfig protocol = preset->config;
    protocol.seed = experiment.seed;
    protocol.data = experiment.data;
    protocol.epochs = experiment.epochs;
    return protocol == experiment ? bookLearningSpeeds(hiddenLayers)
                                  : std::span<const RecordedSpeeds>();
}

} // namespace nabla
