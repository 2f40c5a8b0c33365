// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/doctor_thresholds.h"

#include "core/experiments/text_marker.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace nabla {

namespace {

// Ours are measured on MNIST with the presets of this program, seed 1.
constexpr ThresholdInfo thresholdRows[] = {
    {Threshold::VanishingRatio, "vanishingRatio",
     NABLA_TEXT("Doctor", "Vanishing: slower than the last hidden layer"), ThresholdUnit::Times,
     10.0, 1.0, 1e6,
     NABLA_TEXT(
         "Doctor",
         "our measurements: at the start two hidden sigmoid layers give 4 to 6 times, three 17 "
         "to 35, four 65 to 200, ReLU with He's weights at most 4")},
    {Threshold::ExplodingRatio, "explodingRatio",
     NABLA_TEXT("Doctor", "Exploding: faster than the last hidden layer"), ThresholdUnit::Times,
     5.0, 1.0, 1e6,
     NABLA_TEXT("Doctor",
                "our measurements: layers that learn well stay within 4 times of each other; "
                "large weights with centered biases give 9 to 25 times at the start")},
    {Threshold::SaturatedShare, "saturatedShare",
     NABLA_TEXT("Doctor", "Saturated: share of a layer's answers"), ThresholdUnit::Share, 0.5, 0.01,
     1.0,
     NABLA_TEXT("Doctor", "SageMaker Debugger's saturation rule: more than 50 %; the healthy "
                          "784-30-10 ends at 42 %")},
    {Threshold::DeadShare, "deadShare", NABLA_TEXT("Doctor", "Dead: share of a layer's neurons"),
     ThresholdUnit::Share, 0.5, 0.01, 1.0,
     NABLA_TEXT("Doctor", "SageMaker Debugger's dead ReLU rule: more than 50 % of the neurons are "
                          "active for less than 1 % of the examples")},
    {Threshold::SmallestSpread, "smallestSpread",
     NABLA_TEXT("Doctor", "Bad start: smallest spread of a layer's activations"),
     ThresholdUnit::Number, 1e-4, 0.0, 1.0,
     NABLA_TEXT("Doctor", "neural-api's report of activations: below 1e-4 a layer has collapsed")},
    {Threshold::LargestSpread, "largestSpread",
     NABLA_TEXT("Doctor", "Bad start: largest spread of a layer's activations"),
     ThresholdUnit::Number, 2.0, 0.01, 1e6,
     NABLA_TEXT("Doctor", "Deeplearning4j's guide: a standard deviation of 0.5 to 2 is healthy; "
                          "He's weights start at 0.3, N(0, 1) with ReLU at 5.5 and more")},
    {Threshold::LargestUpdateRatio, "largestUpdateRatio",
     NABLA_TEXT("Doctor", "Rate too high: update of every layer's weights"), ThresholdUnit::Number,
     1e-2, 1e-6, 10.0,
     NABLA_TEXT("Doctor", "cs231n and Deeplearning4j: |ΔW| / |W| should be near 1e-3, above 1e-2 "
                          "it is a worry")},
    {Threshold::SmallestUpdateRatio, "smallestUpdateRatio",
     NABLA_TEXT("Doctor", "Rate too low: update of every layer's weights"), ThresholdUnit::Number,
     1e-4, 1e-12, 1.0,
     NABLA_TEXT("Doctor", "cs231n and Deeplearning4j: |ΔW| / |W| should be near 1e-3, below 1e-4 "
                          "it is a worry")},
    {Threshold::CostFall, "costFall",
     NABLA_TEXT("Doctor", "Rates: a cost that falls by less than this hardly falls"),
     ThresholdUnit::Share, 0.05, 0.0, 1.0,
     NABLA_TEXT(
         "Doctor",
         "our measurements: against the lowest mean of as many steps before; the mean of 500 "
         "mini-batches of 10 wavers by 2 to 4 %")},
    {Threshold::OverfittingGap, "overfittingGap",
     NABLA_TEXT("Doctor", "Overfitting: validation cost above training cost"), ThresholdUnit::Share,
     0.1, 0.0, 100.0, NABLA_TEXT("Doctor", "SageMaker Debugger's overfit rule: a ratio of 0.1")},
    {Threshold::OverfittingRise, "overfittingRise",
     NABLA_TEXT("Doctor", "Overfitting: validation cost above its lowest"), ThresholdUnit::Share,
     0.1, 0.0, 100.0,
     NABLA_TEXT("Doctor",
                "our measurements: the gap alone also opens in healthy runs, whose validation cost "
                "wavers by 5 %; the book's overfitting run rises by 47 %")},
    {Threshold::LearnedAccuracy, "learnedAccuracy",
     NABLA_TEXT("Doctor", "Accuracy from which a network has learned"), ThresholdUnit::Share, 0.9,
     0.0, 1.0,
     NABLA_TEXT("Doctor",
                "our choice: the healthy 784-30-10 is above 90 % before its first epoch ends; "
                "a fault that does not keep a network from learning is only worth knowing")},
    {Threshold::JudgedSteps, "judgedSteps", NABLA_TEXT("Doctor", "Steps that are judged together"),
     ThresholdUnit::Steps, 500.0, 10.0, 1e6,
     NABLA_TEXT("Doctor", "our choice: one mini-batch is noise. A tenth of an epoch where that is "
                          "shorter, but at least 50")},
};
static_assert(std::size(thresholdRows) == thresholdCount);

} // namespace

std::span<const ThresholdInfo> thresholdTable()
{
    return thresholdRows;
}

const ThresholdInfo &thresholdInfo(Threshold threshold)
{
    return thresholdRows[static_cast<std::size_t>(threshold)];
}

DoctorThresholds::DoctorThresholds()
    : m_values{}
{
    for (std::size_t i = 0; i < thresholdCount; ++i)
        m_values[i] = thresholdRows[i].standard;
}

void DoctorThresholds::set(Threshold threshold, double value)
{
    const ThresholdInfo &info = thresholdInfo(threshold);
    if (!(value >= info.min && value <= info.max)) // also what is no number
        throw std::invalid_argument(std::string(info.id) + ": " + std::to_string(value)
                                    + " is not within " + std::to_string(info.min) + " and "
                                    + std::to_string(info.max));
    m_values[static_cast<std::size_t>(threshold)] = value;
}

std::string toText(const DoctorThresholds &thresholds)
{
    nlohmann::json changed = nlohmann::json::object();
    for (const ThresholdInfo &info : thresholdRows) {
        if (thresholds[info.threshold] != info.standard)
            changed[info.id] = thresholds[info.threshold];
    }
    return changed.dump();
}

DoctorThresholds thresholdsFromText(std::string_view text)
{
    DoctorThresholds thresholds;
    const auto object = nlohmann::json::parse(text, nullptr, false);
    if (!object.is_object())
        return thresholds;
    for (const ThresholdInfo &info : thresholdRows) {
        const auto found = object.find(info.id);
        if (found == object.end() || !found->is_number())
            continue;
        const double value = found->get<double>();
        if (value >= info.min && value <= info.max)
            thresholds.set(info.threshold, value);
    }
    return thresholds;
}

} // namespace nabla
