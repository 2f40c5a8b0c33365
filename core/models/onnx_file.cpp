// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/onnx_file.h"

#include "core/files/atomic_file.h"
#include "core/files/protobuf_writer.h"
#include "core/nn/activation.h"
#include "core/nn/batch_normalized_layer.h"

#include <cmath>

namespace nabla::inline NABLA_PRECISION {

namespace {

// Field numbers of onnx.proto.
namespace model {
constexpr int irVersion = 1, producer = 2, graph = 7, operatorSets = 8, properties = 14;
}
namespace graph {
constexpr int node = 1, name = 2, initializer = 5, text = 10, input = 11, output = 12;
}
namespace node {
constexpr int input = 1, output = 2, name = 3, kind = 4, attribute = 5;
}
namespace attribute {
constexpr int name = 1, real = 2, integer = 3, type = 20;
constexpr std::uint64_t isReal = 1, isInteger = 2;
} // namespace attribute
namespace tensor {
constexpr int size = 1, type = 2, name = 8, bytes = 9;
}
constexpr std::uint64_t float32 = 1;

/// Weights and biases as they are when the network reads.
struct Affine
{
    Matrix weights;
    Vector biases;
};

const LayerTensor *findTensor(const std::vector<LayerTensor> &tensors, const std::string &name)
{
    for (const LayerTensor &tensor : tensors) {
        if (tensor.name == name)
            return &tensor;
    }
    return nullptr;
}

Affine affineOf(const Network &network, int l)
{
    const std::vector<LayerTensor> tensors = network.layer(l).tensors();
    const LayerTensor *weights = findTensor(tensors, "weights");
    if (!weights || weights->rows != network.layer(l).outputSize()
        || weights->columns != network.layer(l).inputSize())
        throw std::invalid_argument("layer " + std::to_string(l)
                                    + " is not fully connected: it cannot be exported");
    Affine affine{network.weights(l), network.biases(l)};
    if (!findTensor(tensors, "scale"))
        return affine;
    const auto vector = [&](const char *name) {
        const std::vector<Scalar> values = network.tensor(l, *findTensor(tensors, name));
        return Vector(
            Eigen::Map<const Vector>(values.data(), static_cast<Eigen::Index>(values.size())));
    };
    // scale (W a - mean) / deviation + b = (factor W) a + (b - factor mean)
    const Vector deviation
        = (vector("runningVariance").array() + static_cast<Scalar>(BatchNormalizedLayer::epsilon))
              .sqrt();
    const Vector factor = vector("scale").array() / deviation.array();
    affine.weights = factor.asDiagonal() * affine.weights;
    affine.biases -= factor.cwiseProduct(vector("runningMean"));
    return affine;
}

ProtobufWriter tensorOf(const std::string &name, const Matrix &values, bool isVector)
{
    ProtobufWriter writer;
    writer.integer(tensor::size, static_cast<std::uint64_t>(values.rows()));
    if (!isVector)
        writer.integer(tensor::size, static_cast<std::uint64_t>(values.cols()));
    writer.integer(tensor::type, float32);
    writer.text(tensor::name, name);
    const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> rows
        = values.cast<float>();
    writer.text(tensor::bytes, {reinterpret_cast<const char *>(rows.data()),
                                static_cast<std::size_t>(rows.size()) * sizeof(float)});
    return writer;
}

ProtobufWriter integerAttribute(const char *name, std::uint64_t value)
{
    ProtobufWriter writer;
    writer.text(attribute::name, name);
    writer.integer(attribute::integer, value);
    writer.integer(attribute::type, attribute::isInteger);
    return writer;
}

ProtobufWriter realAttribute(const char *name, float value)
{
    ProtobufWriter writer;
    writer.text(attribute::name, name);
    writer.real(attribute::real, value);
    writer.integer(attribute::type, attribute::isReal);
    return writer;
}

ProtobufWriter nodeOf(const char *kind, const std::vector<std::string> &inputs,
                      const std::string &output, const std::vector<ProtobufWriter> &attributes)
{
    ProtobufWriter writer;
    for (const std::string &input : inputs)
        writer.text(node::input, input);
    writer.text(node::output, output);
    writer.text(node::name, output);
    writer.text(node::kind, kind);
    for (const ProtobufWriter &attribute : attributes)
        writer.message(node::attribute, attribute);
    return writer;
}

ProtobufWriter activationNode(const std::string &id, const std::string &input,
                              const std::string &output)
{
    if (id == "sigmoid")
        return nodeOf("Sigmoid", {input}, output, {});
    if (id == "tanh")
        return nodeOf("Tanh", {input}, output, {});
    if (id == "relu")
        return nodeOf("Relu", {input}, output, {});
    if (id == "leaky-relu")
        return nodeOf("LeakyRelu", {input}, output,
                      {realAttribute("alpha", static_cast<float>(leak))});
    if (id == "softmax")
        return nodeOf("Softmax", {input}, output, {integerAttribute("axis", 1)});
    if (id == "linear")
        return nodeOf("Identity", {input}, output, {});
    throw std::invalid_argument("the activation \"" + id + "\" cannot be exported to ONNX");
}

/// float32 [batch, size]
ProtobufWriter valueOf(const std::string &name, int size)
{
    ProtobufWriter batch;
    batch.text(2, "batch"); // Dimension.dim_param
    ProtobufWriter width;
    width.integer(1, static_cast<std::uint64_t>(size)); // Dimension.dim_value
    ProtobufWriter shape;
    shape.message(1, batch);
    shape.message(1, width);
    ProtobufWriter tensorType;
    tensorType.integer(1, float32);
    tensorType.message(2, shape);
    ProtobufWriter type;
    type.message(1, tensorType);
    ProtobufWriter value;
    value.text(1, name);
    value.message(2, type);
    return value;
}

ProtobufWriter graphOf(const Network &network)
{
    ProtobufWriter writer;
    std::string before = "pixels";
    for (int l = 1; l <= network.layerCount(); ++l) {
        const std::string layer = "layer" + std::to_string(l);
        const Affine affine = affineOf(network, l);
        const std::string a = l == network.layerCount() ? "outputs" : layer + ".activation";
        writer.message(graph::node, nodeOf("Gemm", {before, layer + ".weights", layer + ".biases"},
                                           layer + ".z", {integerAttribute("transB", 1)}));
        writer.message(graph::node,
                       activationNode(network.layer(l).activation().id, layer + ".z", a));
        writer.message(graph::initializer, tensorOf(layer + ".weights", affine.weights, false));
        writer.message(graph::initializer, tensorOf(layer + ".biases", affine.biases, true));
        before = a;
    }
    writer.text(graph::name, "digits");
    writer.text(graph::text, "pixels: 28 x 28, row by row, 0 paper to 1 ink, the ink's longer side "
                             "20 pixels, its centre of mass at (14, 14)");
    writer.message(graph::input, valueOf("pixels", network.inputSize()));
    writer.message(graph::output, valueOf("outputs", network.outputSize()));
    return writer;
}

} // namespace

void exportOnnx(const std::filesystem::path &path, const Network &network,
                const std::map<std::string, std::string> &metadata)
{
    ProtobufWriter operators;
    operators.text(1, ""); // the standard ones
    operators.integer(2, 13);
    ProtobufWriter writer;
    writer.integer(model::irVersion, 8);
    writer.text(model::producer, "Nablascope");
    writer.message(model::graph, graphOf(network));
    writer.message(model::operatorSets, operators);
    for (const auto &[key, value] : metadata) {
        ProtobufWriter property;
        property.text(1, key);
        property.text(2, value);
        writer.message(model::properties, property);
    }
    const std::span<const std::byte> parts[] = {std::as_bytes(std::span(writer.bytes()))};
    try {
        writeAtomically(path, parts);
    } catch (const std::runtime_error &error) {
        throw ModelFileError(path, error.what());
    }
}

} // namespace nabla::inline NABLA_PRECISION
