// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/model_file.h"

#include "core/math/digest.h"
#include "core/nn/activation.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace nabla::inline NABLA_PRECISION {

namespace {

using nlohmann::json;
using Metadata = std::map<std::string, std::string>;

constexpr int formatVersion = 1;
constexpr std::size_t maxLayers = 64;
/// What computed the network: a run that goes on with the same is the same run.
constexpr const char *kernelsKey = "kernels";

std::string tensorName(int layer, const LayerTensor &tensor)
{
    return "layer" + std::to_string(layer) + "." + tensor.name;
}

SafetensorsWriter::Shape shapeOf(const LayerTensor &tensor)
{
    SafetensorsWriter::Shape shape{static_cast<std::uint64_t>(tensor.rows)};
    if (tensor.columns > 0)
        shape.push_back(static_cast<std::uint64_t>(tensor.columns));
    return shape;
}

void describe(const Network &network, Metadata &texts)
{
    json activations = json::array();
    bool isNormalized = false;
    for (int l = 1; l <= network.layerCount(); ++l) {
        activations.push_back(network.layer(l).activation().id);
        isNormalized = isNormalized || network.layer(l).statisticsCount() > 0;
    }
    texts["format"] = "nablascope";
    texts["formatVersion"] = std::to_string(formatVersion);
    texts["layers"] = json(network.layerSizes()).dump();
    texts["activations"] = activations.dump();
    texts["normalization"] = isNormalized ? "batch" : "none";
    texts["outputs"] = network.outputCode() == OutputCode::OneHot ? "one-hot" : "binary";
    texts[kernelsKey] = network.kernels().id;
    texts["digest"] = formatDigest(network.digest());
}

std::string text(const Metadata &metadata, const std::string &key, const std::string &otherwise)
{
    const auto found = metadata.find(key);
    return found == metadata.end() ? otherwise : found->second;
}

void checkVersion(const SafetensorsFile &file)
{
    if (text(file.metadata(), "format", "") != "nablascope")
        throw ModelFileError(file.path(), "was not written by Nablascope: its metadata do not say "
                                          "so");
    const std::string version = text(file.metadata(), "formatVersion", "");
    if (version != std::to_string(formatVersion))
        throw ModelFileError(file.path(), "was written by another version of Nablascope (format \""
                                              + version + "\", this one reads "
                                              + std::to_string(formatVersion)
                                              + "); update the program");
}

std::vector<int> readLayers(const SafetensorsFile &file)
{
    const json layers = json::parse(text(file.metadata(), "layers", ""), nullptr, false);
    if (!layers.is_array() || layers.size() < 2 || layers.size() > maxLayers)
        throw ModelFileError(file.path(), "is damaged: its metadata name no layers");
    std::vector<int> sizes;
    for (const json &size : layers) {
        if (!size.is_number_unsigned() || size.get<std::uint64_t>() < 1
            || size.get<std::uint64_t>() > 65536)
            throw ModelFileError(file.path(), "has a layer of impossible size: " + size.dump());
        sizes.push_back(size.get<int>());
    }
    return sizes;
}

Architecture readArchitecture(const SafetensorsFile &file)
{
    Architecture architecture;
    architecture.layers = readLayers(file);
    const json names = json::parse(text(file.metadata(), "activations", ""), nullptr, false);
    if (!names.is_array() || names.size() + 1 != architecture.layers.size())
        throw ModelFileError(file.path(), "does not name an activation for each of its layers");
    architecture.activations.clear();
    for (const json &name : names)
        architecture.activations.push_back(name.is_string() ? name.get<std::string>() : "");
    architecture.batchNormalization = text(file.metadata(), "normalization", "none") == "batch";
    if (text(file.metadata(), "outputs", "one-hot") == "binary")
        architecture.outputCode = OutputCode::Binary;
    return architecture;
}

std::vector<Scalar> readTensor(const SafetensorsFile &file, int l, const LayerTensor &tensor)
{
    const std::string name = tensorName(l, tensor);
    std::vector<Scalar> values;
    for (const float value : file.values<float>(name, shapeOf(tensor))) {
        if (!std::isfinite(value))
            throw ModelFileError(file.path(), "is damaged: tensor \"" + name
                                                  + "\" holds a number that is not finite");
        values.push_back(static_cast<Scalar>(value));
    }
    return values;
}

} // namespace

void addModel(SafetensorsWriter &writer, const Network &network, const Metadata &metadata)
{
    Metadata texts = metadata;
    describe(network, texts);
    writer.setMetadata(texts);
    for (int l = 1; l <= network.layerCount(); ++l) {
        for (const LayerTensor &tensor : network.layer(l).tensors()) {
            const std::vector<Scalar> values = network.tensor(l, tensor);
            const std::vector<float> stored(values.begin(), values.end());
            writer.add(tensorName(l, tensor), shapeOf(tensor), std::span(stored));
        }
    }
}

void saveModel(const std::filesystem::path &path, const Network &network, const Metadata &metadata)
{
    SafetensorsWriter writer;
    addModel(writer, network, metadata);
    writer.write(path);
}

LoadedModel readModel(const SafetensorsFile &file)
{
    checkVersion(file);
    const Architecture architecture = readArchitecture(file);
    for (std::size_t l = 1; l < architecture.layers.size(); ++l) { // before memory is taken for it
        const std::string name = "layer" + std::to_string(l) + ".weights";
        (void)file.values<float>(name, {static_cast<std::uint64_t>(architecture.layers[l]),
                                        static_cast<std::uint64_t>(architecture.layers[l - 1])});
    }
    try {
        const Kernels &kernels = kernelsOrBest(text(file.metadata(), kernelsKey, ""));
        LoadedModel model{Network(architecture, kernels), file.metadata()};
        for (int l = 1; l <= model.network.layerCount(); ++l) {
            for (const LayerTensor &tensor : model.network.layer(l).tensors())
                model.network.setTensor(l, tensor, readTensor(file, l, tensor));
        }
        return model;
    } catch (const std::invalid_argument &error) {
        throw ModelFileError(file.path(), error.what());
    }
}

LoadedModel loadModel(const std::filesystem::path &path)
{
    return readModel(SafetensorsFile(path));
}

} // namespace nabla::inline NABLA_PRECISION
