// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/hyper_parameters.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace nabla {

namespace {

std::string trimmed(const std::string &text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string ordinal(std::size_t index)
{
    return "entry " + std::to_string(index + 1);
}

int parseLayer(const std::string &entry, std::size_t index)
{
    if (entry.empty())
        throw std::invalid_argument("layers: " + ordinal(index)
                                    + " is empty; write sizes such as 784,30,10");
    int size = 0;
    const auto [end, error] = std::from_chars(entry.data(), entry.data() + entry.size(), size);
    if (error == std::errc::result_out_of_range)
        throw std::invalid_argument("layers: " + ordinal(index) + " (" + entry
                                    + ") is too large; at most " + std::to_string(maxLayerSize)
                                    + " neurons a layer");
    if (error != std::errc() || end != entry.data() + entry.size())
        throw std::invalid_argument("layers: " + ordinal(index) + " (\"" + entry
                                    + "\") is no whole number; write sizes such as 784,30,10");
    return size;
}

} // namespace

std::vector<int> parseLayers(const std::string &text)
{
    // Blanks separate as commas do: "784 30 10" is what the field shows in a narrow form.
    const bool commas = text.find(',') != std::string::npos;
    std::vector<int> layers;
    std::string rest = trimmed(text);
    for (std::size_t index = 0;; ++index) {
        const auto end = commas ? rest.find(',') : rest.find_first_of(" \t");
        layers.push_back(parseLayer(trimmed(rest.substr(0, end)), index));
        if (end == std::string::npos)
            return layers;
        rest = commas ? rest.substr(end + 1) : trimmed(rest.substr(end + 1));
    }
}

std::string formatLayers(const std::vector<int> &layers)
{
    std::string text;
    for (const int size : layers)
        text += (text.empty() ? "" : ",") + std::to_string(size);
    return text;
}

std::uint64_t parameterCount(const std::vector<int> &layers)
{
    std::uint64_t count = 0;
    for (std::size_t l = 1; l < layers.size(); ++l)
        count += (static_cast<std::uint64_t>(layers[l - 1]) + 1)
                 * static_cast<std::uint64_t>(layers[l]);
    return count;
}

int examplesPerChunk(const std::vector<int> &layers)
{
    constexpr std::uint64_t multiplicationsPerChunk = 8'000'000;
    constexpr std::uint64_t passes = 3; // forward, error, gradient
    const std::uint64_t anExample = passes * std::max<std::uint64_t>(parameterCount(layers), 1);
    return static_cast<int>(
        std::clamp<std::uint64_t>(multiplicationsPerChunk / anExample, 1, 1000));
}

std::vector<ConfigIssue> validateLayers(const std::vector<int> &layers)
{
    const auto issue = [](const std::string &message) {
        return std::vector<ConfigIssue>{{"layers", "layers: " + message}};
    };
    if (layers.size() < 2)
        return issue("at least an input and an output layer are needed, such as 784,10");
    if (layers.size() > static_cast<std::size_t>(maxHiddenLayers) + 2)
        return issue("at most " + std::to_string(maxHiddenLayers) + " hidden layers");
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i] < 1 || layers[i] > maxLayerSize)
            return issue(ordinal(i) + " is " + std::to_string(layers[i]) + "; a layer has 1 to "
                         + std::to_string(maxLayerSize) + " neurons");
    }
    if (layers.front() != 784)
        return issue("the first layer is the image and must be 784 (28 x 28), not "
                     + std::to_string(layers.front()));
    if (layers.back() != 10)
        return issue("the last layer answers with a digit and must be 10, not "
                     + std::to_string(layers.back()));
    if (parameterCount(layers) > maxParameters)
        return issue("this network has " + std::to_string(parameterCount(layers))
                     + " weights and biases; at most " + std::to_string(maxParameters)
                     + " can be trained here, take smaller layers");
    return {};
}

} // namespace nabla
