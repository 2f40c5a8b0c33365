// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/gradient_check.h"

#include "core/math/random_stream.h"
#include "core/nn/activation.h"
#include "core/nn/backpropagation.h"
#include "core/nn/initializer.h"

#include <algorithm>
#include <cmath>

static_assert(sizeof(nabla::Scalar) == sizeof(double), "differences need double precision");

namespace nabla {

namespace {

constexpr int inputs = 12;
constexpr int examples = 5;
/// A tensor with a smaller share of the gradient is measured against this share: the biases before
/// a batch normalisation with nothing but linear neurons between have a gradient of exactly 0.
constexpr double negligible = 1e-3;

/// Examples and a mask that stay the same while parameters are nudged.
class Experiment
{
public:
    Experiment(const GradientCheck &check, std::uint64_t seed)
        : m_network(check.architecture)
        , m_cost(findCost(check.cost))
    {
        RandomStream stream(seed, RandomPurpose::Initialization);
        m_network.initialize(findInitializer("scaled"), stream);
        std::vector<std::uint8_t> pixels(inputs * examples);
        for (std::uint8_t &pixel : pixels)
            pixel = static_cast<std::uint8_t>(stream.below(256));
        for (int i = 0; i < examples; ++i)
            m_labels.push_back(static_cast<std::uint8_t>(stream.below(10)));
        m_batch = InputBatch::ofPixels(pixels, inputs);
        drawDropoutMasks(m_network, check.dropout, examples, stream, m_workspace);
    }

    Network &network() { return m_network; }

    double cost()
    {
        m_network.forward(m_batch, m_workspace, Phase::Training);
        return judge(m_network, m_cost, m_labels, m_workspace).costSum;
    }

    AlignedBuffer<Scalar> gradient()
    {
        AlignedBuffer<Scalar> gradient(m_network.buffer().size());
        backpropagate(m_network, m_cost, m_batch, m_labels, m_workspace, gradient);
        return gradient;
    }

private:
    Network m_network;
    const Cost &m_cost;
    InputBatch m_batch;
    std::vector<std::uint8_t> m_labels;
    Workspace m_workspace;
};

/// dC/dp by (C(p + e) - C(p - e)) / 2e.
double centralDifference(Experiment &experiment, Scalar &parameter)
{
    constexpr double nudge = 1e-5;
    const Scalar before = parameter;
    parameter = before + nudge;
    const double above = experiment.cost();
    parameter = before - nudge;
    const double below = experiment.cost();
    parameter = before;
    return (above - below) / (2.0 * nudge);
}

double norm(const AlignedBuffer<Scalar> &values)
{
    double sum = 0.0;
    for (const double value : values)
        sum += value * value;
    return std::sqrt(sum);
}

double relativeError(Experiment &experiment, const AlignedBuffer<Scalar> &gradient, int l,
                     const LayerTensor &tensor)
{
    const std::size_t base = experiment.network().offset(l) + tensor.offset;
    double difference = 0.0;
    double analytic = 0.0;
    double numeric = 0.0;
    for (int row = 0; row < tensor.rows; ++row) {
        for (int column = 0; column < std::max(tensor.columns, 1); ++column) {
            const std::size_t i = base + static_cast<std::size_t>(row) * tensor.rowStep
                                  + static_cast<std::size_t>(column) * tensor.columnStep;
            const double g = gradient.data()[i];
            const double d = centralDifference(experiment, experiment.network().buffer().data()[i]);
            difference += (g - d) * (g - d);
            analytic += g * g;
            numeric += d * d;
        }
    }
    return std::sqrt(difference)
           / std::max({std::sqrt(analytic), std::sqrt(numeric), negligible * norm(gradient)});
}

struct Output
{
    const char *cost;
    const char *activation;
    OutputCode code;
};

/// Each cost with the output activations and codes that it is defined for.
std::vector<Output> outputs()
{
    std::vector<Output> all;
    for (const Cost &cost : costs()) {
        for (const Activation &activation : activations()) {
            if (!cost.outputActivation || std::string_view(activation.id) == cost.outputActivation)
                all.push_back({cost.id, activation.id, OutputCode::OneHot});
        }
    }
    all.push_back({"quadratic", "sigmoid", OutputCode::Binary});
    all.push_back({"cross-entropy", "sigmoid", OutputCode::Binary});
    return all;
}

} // namespace

std::string GradientCheck::name() const
{
    const bool binary = architecture.outputCode == OutputCode::Binary;
    return std::string(architecture.batchNormalization ? "batch-normalized " : "dense ")
           + architecture.activations.front() + ", " + (binary ? "binary " : "")
           + architecture.activations.back() + " outputs, " + cost
           + (dropout > 0.0 ? ", dropout" : "");
}

bool GradientCheck::isSmooth() const
{
    return std::none_of(architecture.activations.begin(), architecture.activations.end(),
                        [](const std::string &id) { return id == "relu" || id == "leaky-relu"; });
}

std::vector<GradientCheck> allGradientChecks()
{
    std::vector<GradientCheck> all;
    for (const bool normalized : {false, true}) {
        for (const Activation &hidden : activations()) {
            if (hidden.isOfWholeExample)
                continue;
            for (const Output &output : outputs()) {
                const int last = output.code == OutputCode::Binary ? binaryOutputs : 10;
                for (const double dropout : {0.0, 0.5})
                    all.push_back({{{inputs, 7, 6, last},
                                    {hidden.id, output.activation},
                                    normalized,
                                    output.code},
                                   output.cost,
                                   dropout});
            }
        }
    }
    return all;
}

GradientCheckResult checkGradient(const GradientCheck &check, std::uint64_t seed)
{
    Experiment experiment(check, seed);
    const AlignedBuffer<Scalar> gradient = experiment.gradient();
    GradientCheckResult result;
    for (int l = 1; l <= experiment.network().layerCount(); ++l) {
        for (const LayerTensor &tensor : experiment.network().layer(l).tensors()) {
            if (tensor.isStatistic)
                continue;
            const double error = relativeError(experiment, gradient, l, tensor);
            result.parameters += tensor.rows * std::max(tensor.columns, 1);
            if (error >= result.relativeError) {
                result.relativeError = error;
                result.tensor = "layer" + std::to_string(l) + "." + tensor.name;
            }
        }
    }
    return result;
}

} // namespace nabla
