// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book_curves.h"
#include "core/book/book_run.h"
#include "core/book/claim_families.h"

#include "core/measure/evaluator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace nabla {

namespace {

constexpr int spreadSeeds = 20;

Claim accuracyClaim(int hiddenLayers, const char *book, double min, double max, double firstMin,
                    double firstMax)
{
    return {"5." + std::to_string(hiddenLayers),
            std::to_string(hiddenLayers) + " hidden layer" + (hiddenLayers > 1 ? "s" : "")
                + " of 30",
            {{"best validation accuracy, %", book, min, max},
             {"first epoch, %", "-", firstMin, firstMax}},
            0,
            [=](const ClaimInput &input) {
                const BookRun run
                    = trainAsTheBook(deepNetwork(hiddenLayers), input, {.validation = true});
                return std::vector{best(run.validationAccuracy), at(run.validationAccuracy, 0)};
            }};
}

/// The untrained network's speeds: medians of 20 seeds in the bands of 40.
Claim initialSpeeds(int hiddenLayers, std::vector<ClaimedValue> values)
{
    return {"5.0" + std::string(1, static_cast<char>('a' + hiddenLayers - 2)),
            "Learning speeds at the start, " + std::to_string(hiddenLayers) + " hidden layers",
            std::move(values), spreadSeeds, [=](const ClaimInput &input) {
                const auto speeds = learningSpeedCurves(hiddenLayers, 5.0, 1, input).at(0);
                std::vector<double> measured(speeds);
                measured.push_back(speeds.back() / speeds.front());
                return measured;
            }};
}

/// Of the recorded steps those that are claimed.
constexpr std::uint64_t claimedSteps[] = {0, 10, 50, 100, 200, 300, 499};

std::vector<RecordedSpeeds> claimedSpeeds(int hiddenLayers)
{
    std::vector<RecordedSpeeds> rows;
    for (const RecordedSpeeds &row : bookLearningSpeeds(hiddenLayers)) {
        if (std::ranges::find(claimedSteps, row.step) != std::end(claimedSteps))
            rows.push_back(row);
    }
    return rows;
}

std::string shortText(double value)
{
    char text[24];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

/// The recorded numbers must lie within our 20 seeds, with a tenth of room for a book's one run at
/// the edge; the ratios' medians in the bands that go with them.
Claim curveClaim(const char *id, int hiddenLayers, std::vector<ClaimedValue> ratios,
                 const std::vector<std::size_t> &ratioSteps)
{
    constexpr double room = 0.1;
    const std::vector<RecordedSpeeds> rows = claimedSpeeds(hiddenLayers);
    Claim claim{id,
                "Learning speeds through 500 steps, " + std::to_string(hiddenLayers)
                    + " hidden layers",
                {},
                spreadSeeds,
                {}};
    for (const RecordedSpeeds &row : rows) {
        for (std::size_t l = 0; l < row.speeds.size(); ++l)
            claim.values.push_back(
                {"layer " + std::to_string(l + 1) + " after " + std::to_string(row.step) + " steps",
                 shortText(row.speeds[l]), 1.0 - room, 1.0 + room, true, row.speeds[l]});
    }
    claim.values.insert(claim.values.end(), ratios.begin(), ratios.end());
    claim.values.push_back({"steps in which the layers are strictly ordered", "500", 490, 500});
    claim.measure = [=](const ClaimInput &input) {
        const auto curves = learningSpeedCurves(hiddenLayers, 5.0, 500, input);
        std::vector<double> values;
        for (const RecordedSpeeds &row : rows)
            values.insert(values.end(), curves.at(row.step).begin(), curves.at(row.step).end());
        for (const std::size_t step : ratioSteps)
            values.push_back(curves.at(step).back() / curves.at(step).front());
        values.push_back(static_cast<double>(std::ranges::count_if(curves, [](const auto &speeds) {
            return std::ranges::is_sorted(speeds, std::less_equal<>());
        })));
        return values;
    };
    return claim;
}

std::vector<double> measureWithoutDecay(const ClaimInput &input)
{
    const auto speeds = learningSpeedCurves(4, 0.1, 500, input).back();
    return {speeds.back() / speeds.front()};
}

} // namespace

std::vector<Claim> chapterFiveClaims()
{
    return {
        accuracyClaim(1, "96.48", 96.2, 97.0, 92.0, 93.2),
        accuracyClaim(2, "96.90", 96.4, 97.3, 91.5, 92.6),
        accuracyClaim(3, "96.57", 96.4, 97.1, 78.0, 90.0),
        accuracyClaim(4, "96.53", 96.1, 96.9, 9.0, 25.0),
        initialSpeeds(2, {{"layer 1", "0.0657", .038, .093},
                          {"layer 2", "0.309", .198, .413},
                          {"last / first", "4.70", 4.0, 6.2}}),
        initialSpeeds(3, {{"layer 1", "0.0118", .0075, .022},
                          {"layer 2", "0.0600", .035, .094},
                          {"layer 3", "0.2831", .20, .41},
                          {"last / first", "23.9", 17, 35}}),
        initialSpeeds(4, {{"layer 1", "0.00298", .0012, .0039},
                          {"layer 2", "0.0171", .0060, .018},
                          {"layer 3", "0.0695", .035, .090},
                          {"layer 4", "0.2851", .16, .40},
                          {"last / first", "95.8", 65, 200}}),
        curveClaim("5.5", 2,
                   {{"last / first after 100 steps", "1.25", 1.1, 1.8},
                    {"last / first after 499 steps", "2.80", 1.1, 3.2}},
                   {100, 499}),
        curveClaim("5.6", 3,
                   {{"last / first after 100 steps", "17.2", 4.3, 18},
                    {"last / first after 499 steps", "14.7", 3.5, 18}},
                   {100, 499}),
        curveClaim("5.7", 4,
                   {{"last / first after 100 steps", "52.4", 35, 70},
                    {"last / first after 499 steps", "112.6", 55, 145}},
                   {100, 499}),
        // The band is for the median: an independent program in double precision gave 1.41 (0.91 to
        // 2.16) over 20 seeds of its own. Three seeds are too few here.
        {"5.8",
         "Lambda 0.1 instead of 5: the gap closes",
         {{"4 hidden layers: last / first after 500 steps", "- (1.41 measured)", 1.1, 1.75}},
         spreadSeeds,
         measureWithoutDecay},
    };
}

} // namespace nabla
