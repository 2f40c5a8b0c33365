// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/checkpoint.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace nabla::inline NABLA_PRECISION {

namespace {

constexpr const char *digitsKey = "trainingDigits";
constexpr std::size_t progressNumbers = 6;
constexpr std::size_t randomNumbers = 315; // RandomStream::state()

std::string optimizerName(std::size_t i)
{
    return "optimizer" + std::to_string(i + 1);
}

std::vector<double> progressOf(const TrainerState &state)
{
    return {state.learningRate,
            state.regularizationParameter,
            state.progress.bestAccuracy,
            static_cast<double>(state.progress.epochsSinceBest),
            static_cast<double>(state.progress.epochsSinceCut),
            state.progress.rateFactor};
}

void setProgress(TrainerState &state, const std::vector<double> &numbers)
{
    state.learningRate = numbers[0];
    state.regularizationParameter = numbers[1];
    state.progress.bestAccuracy = numbers[2];
    state.progress.epochsSinceBest = static_cast<int>(numbers[3]);
    state.progress.epochsSinceCut = static_cast<int>(numbers[4]);
    state.progress.rateFactor = numbers[5];
}

SafetensorsWriter writerOf(const Network &network, const TrainerState &state,
                           const std::map<std::string, std::string> &metadata)
{
    SafetensorsWriter writer;
    auto texts = metadata;
    texts[digitsKey] = std::to_string(state.order.size());
    addModel(writer, network, texts);
    const std::vector<std::uint64_t> position{state.step, state.progress.stopped ? 1U : 0U};
    const std::vector<double> progress = progressOf(state);
    const auto addVector = [&]<class T>(const std::string &name, const std::vector<T> &values) {
        writer.add(name, {values.size()}, std::span<const T>(values));
    };
    addVector("position", position);
    addVector("progress", progress);
    addVector("shuffling", state.shuffling);
    addVector("dropout", state.dropout);
    addVector("order", state.order);
    if (state.weightScale != 1.0) {
        addVector("weightScale", std::vector<double>{state.weightScale});
        addVector("storedWeights",
                  std::vector<float>(state.storedWeights.begin(), state.storedWeights.end()));
    }
    for (std::size_t i = 0; i < state.optimizer.size(); ++i) {
        const std::vector<float> stored(state.optimizer[i].begin(), state.optimizer[i].end());
        addVector(optimizerName(i), stored);
    }
    return writer;
}

std::uint64_t readDigits(const SafetensorsFile &file)
{
    const auto found = file.metadata().find(digitsKey);
    if (found == file.metadata().end())
        throw ModelFileError(file.path(), "is no checkpoint: nothing in it says how to go on");
    std::uint64_t digits = 0;
    const auto number = nlohmann::json::parse(found->second, nullptr, false);
    if (number.is_number_unsigned())
        digits = number.get<std::uint64_t>();
    return digits;
}

} // namespace

Checkpoint checkpointOf(const Moment &moment)
{
    return {moment.network.settled(), stateOf(moment), {}};
}

void saveCheckpoint(const std::filesystem::path &path, const Network &network,
                    const TrainerState &state, const std::map<std::string, std::string> &metadata)
{
    writerOf(network, state, metadata).write(path);
}

std::vector<std::byte> checkpointBytes(const Network &network, const TrainerState &state,
                                       const std::map<std::string, std::string> &metadata)
{
    return writerOf(network, state, metadata).bytes();
}

Checkpoint loadCheckpoint(const std::filesystem::path &path)
{
    const SafetensorsFile file(path);
    LoadedModel model = readModel(file);
    TrainerState state;
    const auto position = file.values<std::uint64_t>("position", {2});
    state.step = position[0];
    state.order = file.values<std::int32_t>("order", {readDigits(file)});
    const auto progress = file.values<double>("progress", {progressNumbers});
    for (const double number : progress) {
        if (!std::isfinite(number) || std::fabs(number) > 1e9)
            throw ModelFileError(path, "is damaged: its progress holds an impossible number");
    }
    setProgress(state, progress);
    state.progress.stopped = position[1] != 0;
    state.shuffling = file.values<std::uint64_t>("shuffling", {randomNumbers});
    state.dropout = file.values<std::uint64_t>("dropout", {randomNumbers});
    for (std::size_t i = 0; file.has(optimizerName(i)); ++i) {
        const std::size_t size = model.network.buffer().size();
        const auto values = file.values<float>(optimizerName(i), {size});
        state.optimizer.emplace_back(size);
        std::copy(values.begin(), values.end(), state.optimizer.back().begin());
    }
    if (file.has("weightScale")) {
        state.weightScale = file.values<double>("weightScale", {1}).front();
        if (!(state.weightScale >= 0.5 && state.weightScale <= 2.0))
            throw ModelFileError(path, "is damaged: its weight scale is impossible");
        const auto values
            = file.values<float>("storedWeights", {model.network.layer(1).weightCount()});
        if (!std::all_of(values.begin(), values.end(), [](float w) { return std::isfinite(w); }))
            throw ModelFileError(path, "is damaged: a stored weight is not finite");
        state.storedWeights.assign(values.begin(), values.end());
    }
    return {std::move(model.network), std::move(state), std::move(model.metadata)};
}

} // namespace nabla::inline NABLA_PRECISION
