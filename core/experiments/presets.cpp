// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/presets.h"

#include "core/experiments/text_marker.h"

#include <vector>

namespace nabla {

namespace {

/// Chapter 5: sigmoid, cross-entropy, weights N(0, 1/n), eta 0.1, lambda 5, mini-batch 10.
ExperimentConfig deepNetwork(int hiddenLayers)
{
    ExperimentConfig config;
    config.layers.assign(static_cast<std::size_t>(hiddenLayers), 30);
    config.layers.insert(config.layers.begin(), 784);
    config.layers.push_back(10);
    return config;
}

/// Chapter 5's figure: full batch over the first 1,000 digits, 500 steps.
ExperimentConfig learningSpeedProtocol(int hiddenLayers)
{
    ExperimentConfig config = deepNetwork(hiddenLayers);
    config.trainingSetSize = 1000;
    config.miniBatchSize = 1000;
    config.epochs = 500;
    return config;
}

/// Chapter 1: the book's first program.
ExperimentConfig firstNetwork()
{
    ExperimentConfig config;
    config.layers = {784, 30, 10};
    config.cost = "quadratic";
    config.initializer = "large";
    config.learningRate = 3.0;
    config.regularizationParameter = 0.0;
    return config;
}

/// Measured: the best short training on the generated digits, read on real ones (see the README).
ExperimentConfig builtInDigits()
{
    ExperimentConfig config;
    config.layers = {784, 100, 10};
    config.learningRate = 0.2;
    config.regularizationParameter = 2.0;
    config.epochs = 10;
    config.data = "builtin-strong";
    return config;
}

/// Simard, Steinkraus & Platt 2003 in our terms: digits distorted elastically anew each epoch, a
/// rate that falls along a cosine.
ExperimentConfig bestNetwork(int hidden, double lambda)
{
    ExperimentConfig config;
    config.layers = {784, hidden, 10};
    config.activation = "relu";
    config.outputActivation = "softmax";
    config.cost = "log-likelihood";
    config.initializer = "he";
    config.optimizer = "nesterov";
    config.learningRate = 0.02;
    config.schedule = "cosine";
    config.miniBatchSize = 50;
    config.epochs = 60;
    config.regularizationParameter = lambda;
    config.expansion = "elastic";
    config.expansionStrength = 0.8;
    return config;
}

/// Measured: the best reader of real digits that the built-in ones can teach in two minutes.
ExperimentConfig bestReader()
{
    ExperimentConfig config = bestNetwork(500, 0.2);
    config.layers = {784, 500, 150, 10};
    config.epochs = 40;
    config.expansionStrength = 0.6;
    config.data = "builtin-hands";
    return config;
}

/// Chapter 5's four hidden layers with the cures of its last section.
ExperimentConfig curedNetwork()
{
    ExperimentConfig config = deepNetwork(4);
    config.activation = "relu";
    config.initializer = "he";
    return config;
}

/// Chapter 5's other half: weights so large, and biases so put, that w sigma'(z) is beyond 1.
ExperimentConfig explodingGradient()
{
    ExperimentConfig config = deepNetwork(4);
    config.weightScale = 100.0;
    config.initialBiases = "centered";
    config.regularizationParameter = 0.0;
    return config;
}

/// Chapter 3: 1,000 digits, 400 epochs, no regularisation.
ExperimentConfig overfitting()
{
    ExperimentConfig config;
    config.layers = {784, 30, 10};
    config.initializer = "large";
    config.learningRate = 0.5;
    config.regularizationParameter = 0.0;
    config.trainingSetSize = 1000;
    config.epochs = 400;
    return config;
}

/// Chapter 1: a rate so small that 30 epochs do not suffice.
ExperimentConfig slowNetwork()
{
    ExperimentConfig config = firstNetwork();
    config.layers = {784, 100, 10};
    config.learningRate = 0.001;
    return config;
}

/// Chapter 3: the largest of the three rates that are compared.
ExperimentConfig restlessNetwork()
{
    ExperimentConfig config = deepNetwork(1);
    config.learningRate = 2.5;
    return config;
}

/// One hidden layer of ReLU with ten times the rate that suits it.
ExperimentConfig deadNetwork()
{
    ExperimentConfig config = deepNetwork(1);
    config.activation = "relu";
    config.initializer = "he";
    config.learningRate = 1.0;
    return config;
}

/// Four hidden layers, each of which makes its inputs about four times larger; a leaky ReLU cannot
/// die of it, as ReLU would.
ExperimentConfig divergingNetwork()
{
    ExperimentConfig config = deepNetwork(4);
    config.activation = "leaky-relu";
    config.initializer = "large";
    return config;
}

std::vector<Preset> makePresets()
{
    return {
        {"vanishing-gradient", NABLA_TEXT("Preset", "The vanishing gradient"),
         NABLA_TEXT("Preset", "Four hidden layers: at the start the first learns about a hundred "
                              "times slower than the fourth (chapter 5)."),
         deepNetwork(4)},
        {"first-network", NABLA_TEXT("Preset", "The first network"),
         NABLA_TEXT("Preset", "784-30-10 with the quadratic cost: about 95 % of MNIST's test "
                              "digits after 30 epochs (chapter 1)."),
         firstNetwork()},
        {"one-hidden-layer", NABLA_TEXT("Preset", "One hidden layer"),
         NABLA_TEXT("Preset", "Nothing can vanish yet: about 96.5 % on MNIST (chapter 5)."),
         deepNetwork(1)},
        {"two-hidden-layers", NABLA_TEXT("Preset", "Two hidden layers"),
         NABLA_TEXT(
             "Preset",
             "At the start the first learns about 5 times slower than the second (chapter 5)."),
         deepNetwork(2)},
        {"three-hidden-layers", NABLA_TEXT("Preset", "Three hidden layers"),
         NABLA_TEXT(
             "Preset",
             "At the start the first learns about 25 times slower than the third (chapter 5)."),
         deepNetwork(3)},
        {"eight-hidden-layers", NABLA_TEXT("Preset", "Eight hidden layers"),
         NABLA_TEXT("Preset", "Never leaves its plateau: the first layer is about a hundred "
                              "thousand times slower than the eighth."),
         deepNetwork(8)},
        {"learning-speed-2", NABLA_TEXT("Preset", "Learning speed, two layers"),
         NABLA_TEXT(
             "Preset",
             "The book's protocol: the first 1,000 digits, full batch, 500 steps (chapter 5)."),
         learningSpeedProtocol(2)},
        {"learning-speed-3", NABLA_TEXT("Preset", "Learning speed, three layers"),
         NABLA_TEXT(
             "Preset",
             "The book's protocol: the first 1,000 digits, full batch, 500 steps (chapter 5)."),
         learningSpeedProtocol(3)},
        {"learning-speed-4", NABLA_TEXT("Preset", "Learning speed, four layers"),
         NABLA_TEXT("Preset",
                    "The book's protocol, in which the gap of a hundred persists (chapter 5)."),
         learningSpeedProtocol(4)},
        {"built-in-digits", NABLA_TEXT("Preset", "Built-in digits"),
         NABLA_TEXT("Preset", "784-100-10 on the digits that this program draws itself: what it "
                              "learns there reads real handwriting."),
         builtInDigits()},
        {"best-reader", NABLA_TEXT("Preset", "The best reader"),
         NABLA_TEXT("Preset", "784-500-150-10 on built-in digits in all ways of writing, distorted "
                              "anew each epoch: for reading what you draw."),
         bestReader()},
        {"overfitting", NABLA_TEXT("Preset", "Overfitting"),
         NABLA_TEXT("Preset", "1,000 digits, 400 epochs: all of them learned by heart, 82 % of "
                              "MNIST's test digits, a test cost that rises (chapter 3)."),
         overfitting()},
        {"cured", NABLA_TEXT("Preset", "The gradient cured"),
         NABLA_TEXT("Preset", "The four hidden layers again with ReLU and He's weights: they learn "
                              "about equally fast, 92 % of MNIST after the first epoch."),
         curedNetwork()},
        {"exploding-gradient", NABLA_TEXT("Preset", "The exploding gradient"),
         NABLA_TEXT("Preset",
                    "Weights a hundred times as large and centered biases: at the start "
                    "the first layer learns ten times as fast as the fourth (chapter 5)."),
         explodingGradient()},
        {"learning-rate-too-low", NABLA_TEXT("Preset", "A rate far too small"),
         NABLA_TEXT("Preset",
                    "784-100-10 with η = 0.001: after 30 epochs still four digits of five "
                    "are read wrongly (chapter 1)."),
         slowNetwork()},
        {"learning-rate-too-high", NABLA_TEXT("Preset", "A rate too large"),
         NABLA_TEXT("Preset",
                    "784-30-10 with η = 2.5: the cost wavers and does not come down; several "
                    "points behind η = 0.25 (chapter 3)."),
         restlessNetwork()},
        {"dead-neurons", NABLA_TEXT("Preset", "Dead neurons"),
         NABLA_TEXT("Preset", "ReLU with η = 1: within half an epoch nearly all hidden neurons are "
                              "switched off for every digit, for ever."),
         deadNetwork()},
        {"diverging", NABLA_TEXT("Preset", "A run that diverges"),
         NABLA_TEXT("Preset",
                    "Four hidden layers of leaky ReLU with weights N(0, 1): within ten steps "
                    "the numbers grow beyond all bounds."),
         divergingNetwork()},
        {"best-100", NABLA_TEXT("Preset", "The best of 100 neurons"),
         NABLA_TEXT("Preset", "784-100-10 with digits distorted anew each epoch: 98.8 % of MNIST's "
                              "test digits after 60 epochs."),
         bestNetwork(100, 0.5)},
        {"best-800", NABLA_TEXT("Preset", "The best of 800 neurons"),
         NABLA_TEXT("Preset", "784-800-10, the same way: 99.2 % of MNIST's test digits after 60 "
                              "epochs, as good as Simard's in 2003."),
         bestNetwork(800, 0.2)},
    };
}

} // namespace

std::span<const Preset> presets()
{
    static const std::vector<Preset> all = makePresets();
    return all;
}

const Preset *findPreset(std::string_view id)
{
    for (const Preset &preset : presets()) {
        if (id == preset.id)
            return &preset;
    }
    return nullptr;
}

} // namespace nabla
