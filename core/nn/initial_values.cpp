// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/initial_values.h"

#include "core/kernels/padded_size.h"
#include "core/math/catalogue.h"
#include "core/math/random_stream.h"
#include "core/nn/activation.h"

namespace nabla::inline NABLA_PRECISION {

namespace {

using Biases = Vector (*)(const Network &network, int l, RandomStream &stream);

struct InitialBiases
{
    const char *id;
    Biases biases;
};

Vector drawn(const Network &network, int l, RandomStream &stream)
{
    Vector b(network.layer(l).outputSize());
    for (Scalar &value : b)
        value = static_cast<Scalar>(stream.normal());
    return b;
}

/// What a neuron answers to z = 0.
Scalar middleOf(const Network &network, const Activation &activation)
{
    if (activation.isOfWholeExample)
        return Scalar(0);
    const Matrix z = Matrix::Zero(paddedSize(1), 1);
    Matrix a = z;
    activation.apply(network.kernels(), blockOf(z), 1, blockOf(a));
    return a(0, 0);
}

Vector centered(const Network &network, int l, RandomStream &)
{
    if (l == 1)
        return Vector::Zero(network.layer(1).outputSize());
    return -middleOf(network, network.layer(l - 1).activation())
           * network.weights(l).rowwise().sum();
}

constexpr InitialBiases biasTable[] = {
    {"zeros",
     [](const Network &network, int l, RandomStream &) {
         return Vector(Vector::Zero(network.layer(l).outputSize()));
     }},
    {"normal", drawn},
    {"centered", centered},
};

} // namespace

void scaleWeights(Network &network, double factor)
{
    for (int l = 1; l <= network.layerCount(); ++l)
        network.setWeights(l, static_cast<Scalar>(factor) * network.weights(l));
}

void setInitialBiases(Network &network, std::string_view id, RandomStream &stream)
{
    const InitialBiases &chosen = findEntry<InitialBiases>(biasTable, id, "bias initialization");
    for (int l = 1; l <= network.layerCount(); ++l)
        network.setBiases(l, chosen.biases(network, l, stream));
}

} // namespace nabla::inline NABLA_PRECISION
