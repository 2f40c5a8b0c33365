// SPDX-License-Identifier: GPL-3.0-or-later
// How long a six-digit number takes to read, strokes and picture, while the same network trains at
// full speed. The bound is 50 ms.
#include "core/experiments/presets.h"
#include "core/sources/data_catalog.h"
#include "core/train/trainer_thread.h"
#include "tests/support/digit_scorer.h"
#include "tests/support/generated_numbers.h"
#include "tests/support/placed_digits.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <vector>

namespace {

using namespace nabla;
using Clock = std::chrono::steady_clock;

constexpr int numbers = 300;
constexpr int digits = 6;

template <class MakeInk>
void measure(const char *name, const Network &network, const MakeInk &makeInk)
{
    const DigitScorer score = test::scorerOf(network);
    std::vector<double> times;
    for (int i = 0; i < numbers; ++i) {
        const auto source = makeInk.source(i);
        const auto begin = Clock::now();
        static_cast<void>(readNumber(*makeInk.ink(source), score));
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    std::ranges::sort(times);
    std::printf("%-8s median %6.2f ms   p99 %6.2f ms   longest %6.2f ms   (%d numbers of %d "
                "digits; bound 50 ms)\n",
                name, times[times.size() / 2], times[times.size() * 99 / 100], times.back(),
                numbers, digits);
}

struct Strokes
{
    [[nodiscard]] Drawing source(int i) const
    {
        return test::writeNumber(mildDigits(), 3, static_cast<std::uint64_t>(i), digits, 0.0)
            .drawing;
    }
    [[nodiscard]] std::unique_ptr<NumberInk> ink(const Drawing &drawing) const
    {
        return inkOfStrokes(drawing);
    }
};

struct Pictures
{
    const Dataset &data;
    [[nodiscard]] GrayImage source(int i) const
    {
        constexpr double scale = 4.0;
        GrayImage image = test::blackPicture(96 * digits + 40, 140);
        for (int k = 0; k < digits; ++k)
            test::placeDigit(image, data.test.image(digits * i + k), scale, 68 + 92 * k, 70);
        return image;
    }
    [[nodiscard]] std::unique_ptr<NumberInk> ink(const GrayImage &image) const
    {
        return inkOfPicture(image);
    }
};

} // namespace

int main()
{
    const auto data = loadData("builtin");
    HyperParameters config = findPreset("built-in-digits")->config;
    config.epochs = 1'000'000;
    Trainer trained(config, data);
    for (int i = 0; i < 5000; ++i)
        trained.stepMiniBatch();
    TrainerThread beside(config, data);
    beside.post(RunCommand{});
    measure("strokes", trained.network(), Strokes{});
    measure("picture", trained.network(), Pictures{*data});
}
