// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/hyper_parameters.h"

#include "core/nn/work_size.h"

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

int largestNormalizedMiniBatch(const std::vector<int> &layers)
{
    constexpr int chunks = 10; // of a few milliseconds each
    return std::max(2, chunks * examplesPerChunk(layers));
}

std::vector<std::string> splitNames(const std::string &text)
{
    std::vector<std::string> names;
    std::size_t begin = 0;
    for (;;) {
        const auto end = text.find(',', begin);
        names.push_back(trimmed(text.substr(begin, end - begin)));
        if (end == std::string::npos)
            return names;
        begin = end + 1;
    }
}

Architecture architectureOf(const HyperParameters &config)
{
    Architecture architecture{
        config.layers, splitNames(config.activation), config.normalization == "batch",
        config.layers.back() == binaryOutputs ? OutputCode::Binary : OutputCode::OneHot};
    architecture.activations.push_back(config.outputActivation);
    return architecture;
}

std::vector<ConfigIssue> validateCombination(const HyperParameters &config)
{
    std::vector<ConfigIssue> issues;
    const auto require = [&](bool holds, const char *field, const std::string &message) {
        if (!holds)
            issues.push_back({field, std::string(field) + ": " + message});
    };
    const std::size_t names = splitNames(config.activation).size();
    const std::size_t hidden = config.layers.size() - 2;
    require(names == 1 || names == hidden, "activation",
            std::to_string(names) + " names for " + std::to_string(hidden)
                + " hidden layers; write one for all, or one for each");
    require(config.cost != "cross-entropy" || config.outputActivation == "sigmoid",
            "outputActivation", "the cross-entropy needs sigmoid outputs");
    require(config.cost != "log-likelihood" || config.outputActivation == "softmax",
            "outputActivation", "the log-likelihood needs softmax outputs");
    require(config.layers.back() != binaryOutputs || config.outputActivation == "sigmoid",
            "outputActivation", "four binary outputs are sigmoid");
    if (config.normalization == "batch") {
        const int largest = largestNormalizedMiniBatch(config.layers);
        require(config.miniBatchSize >= 2 && config.miniBatchSize <= largest, "miniBatchSize",
                "batch normalization takes 2 to " + std::to_string(largest)
                    + " digits for these layers, not " + std::to_string(config.miniBatchSize));
    }
    return issues;
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
    if (layers.back() != 10 && layers.back() != binaryOutputs)
        return issue("the last layer answers with a digit: 10 neurons, or 4 for its bits, not "
                     + std::to_string(layers.back()));
    if (parameterCount(layers) > maxParameters)
        return issue("this network has " + std::to_string(parameterCount(layers))
                     + " weights and biases; at most " + std::to_string(maxParameters)
                     + " can be trained here, take smaller layers");
    return {};
}

} // namespace nabla
