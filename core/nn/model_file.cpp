// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/model_file.h"

#include "core/math/digest.h"
#include "core/nn/activation.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <limits>
#include <vector>

static_assert(std::endian::native == std::endian::little, "safetensors is little-endian");

namespace nabla::inline NABLA_PRECISION {

namespace {

using nlohmann::json;

constexpr std::uint64_t maxHeader = 1 << 20;
constexpr std::uint64_t maxFile = std::uint64_t(1) << 30;
constexpr std::size_t maxLayers = 64;

[[noreturn]] void fail(const std::filesystem::path &path, const std::string &problem)
{
    throw ModelFileError(path.string() + ": " + problem);
}

std::string tensorName(int layer, const std::string &part)
{
    return "layer" + std::to_string(layer) + "." + part;
}

json shapeOf(const LayerTensor &tensor)
{
    return tensor.columns == 0 ? json::array({tensor.rows})
                               : json::array({tensor.rows, tensor.columns});
}

json describeTensor(const json &shape, std::size_t begin, std::size_t end)
{
    return {{"dtype", "F32"},
            {"shape", shape},
            {"data_offsets", {begin * sizeof(float), end * sizeof(float)}}};
}

json activationNames(const Network &network)
{
    json names = json::array();
    for (int l = 1; l <= network.layerCount(); ++l)
        names.push_back(network.layer(l).activation().id);
    return names;
}

/// The header's JSON and, in `data`, the tensors in its order.
json describe(const Network &network, const std::map<std::string, std::string> &metadata,
              std::vector<float> &data)
{
    json header = json::object();
    json &texts = header["__metadata__"] = metadata;
    texts["format"] = "nablascope";
    texts["layers"] = json(network.layerSizes()).dump();
    texts["activations"] = activationNames(network).dump();
    texts["normalization"] = network.layer(1).statisticsCount() > 0 ? "batch" : "none";
    texts["outputs"] = network.outputCode() == OutputCode::OneHot ? "one-hot" : "binary";
    texts["digest"] = formatDigest(network.digest());
    for (int l = 1; l <= network.layerCount(); ++l) {
        for (const LayerTensor &tensor : network.layer(l).tensors()) {
            const std::size_t begin = data.size();
            const std::vector<Scalar> values = network.tensor(l, tensor);
            std::transform(values.begin(), values.end(), std::back_inserter(data),
                           [](Scalar value) { return static_cast<float>(value); });
            header[tensorName(l, tensor.name)]
                = describeTensor(shapeOf(tensor), begin, data.size());
        }
    }
    return header;
}

std::vector<char> readWhole(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file)
        fail(path, "cannot be opened for reading; does it exist, and may you read it?");
    const auto size = static_cast<std::int64_t>(file.tellg());
    if (size < 8 || static_cast<std::uint64_t>(size) > maxFile)
        fail(path, "is no model file: its size is " + std::to_string(size) + " bytes");
    std::vector<char> bytes(static_cast<std::size_t>(size));
    file.seekg(0);
    if (!file.read(bytes.data(), size))
        fail(path, "could not be read to its end");
    return bytes;
}

json parseHeader(const std::filesystem::path &path, const std::vector<char> &bytes,
                 std::size_t &dataStart)
{
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), sizeof length);
    if (length > maxHeader || length > bytes.size() - sizeof length)
        fail(path, "is no safetensors file: its header would be " + std::to_string(length)
                       + " bytes long");
    dataStart = sizeof length + static_cast<std::size_t>(length);
    json header
        = json::parse(bytes.begin() + sizeof length,
                      bytes.begin() + static_cast<std::ptrdiff_t>(dataStart), nullptr, false);
    if (!header.is_object())
        fail(path, "is no safetensors file: its header is not a JSON object");
    return header;
}

std::map<std::string, std::string> readMetadata(const std::filesystem::path &path,
                                                const json &header)
{
    std::map<std::string, std::string> metadata;
    const auto found = header.find("__metadata__");
    if (found == header.end() || !found->is_object())
        fail(path, "was not written by Nablascope: it has no metadata");
    for (const auto &[key, value] : found->items()) {
        if (value.is_string())
            metadata[key] = value.get<std::string>();
    }
    return metadata;
}

std::vector<int> readLayers(const std::filesystem::path &path,
                            const std::map<std::string, std::string> &metadata)
{
    const auto found = metadata.find("layers");
    const json layers
        = found == metadata.end() ? json() : json::parse(found->second, nullptr, false);
    if (!layers.is_array() || layers.size() < 2 || layers.size() > maxLayers)
        fail(path, "was not written by Nablascope: its metadata name no layers");
    std::vector<int> sizes;
    for (const json &size : layers) {
        if (!size.is_number_unsigned() || size.get<std::uint64_t>() < 1
            || size.get<std::uint64_t>() > 65536)
            fail(path, "has a layer of impossible size: " + size.dump());
        sizes.push_back(size.get<int>());
    }
    return sizes;
}

/// The tensor of this name, which must be float32, of this shape, inside the file, and finite.
std::vector<float> readTensor(const std::filesystem::path &path, const json &header,
                              const std::vector<char> &bytes, std::size_t dataStart,
                              const std::string &name, const json &shape)
{
    const auto found = header.find(name);
    if (found == header.end() || !found->is_object() || found->value("dtype", json()) != "F32"
        || found->value("shape", json()) != shape)
        fail(path, "has no float32 tensor \"" + name + "\" of shape " + shape.dump());
    std::size_t count = 1;
    for (const json &size : shape)
        count *= size.get<std::size_t>();
    const json offsets = found->value("data_offsets", json());
    const bool pair = offsets.is_array() && offsets.size() == 2 && offsets[0].is_number_unsigned()
                      && offsets[1].is_number_unsigned();
    const std::size_t available = bytes.size() - dataStart;
    if (!pair || offsets[0].get<std::size_t>() > available
        || offsets[1].get<std::size_t>() > available
        || offsets[0].get<std::size_t>() + count * sizeof(float) != offsets[1].get<std::size_t>())
        fail(path, "is truncated or damaged: tensor \"" + name + "\" is not inside the file");
    std::vector<float> values(count);
    std::memcpy(values.data(), bytes.data() + dataStart + offsets[0].get<std::size_t>(),
                count * sizeof(float));
    for (const float value : values) {
        if (!std::isfinite(value))
            fail(path, "is damaged: tensor \"" + name + "\" holds a number that is not finite");
    }
    return values;
}

std::string text(const std::map<std::string, std::string> &metadata, const std::string &key,
                 const std::string &otherwise)
{
    const auto found = metadata.find(key);
    return found == metadata.end() ? otherwise : found->second;
}

Architecture readArchitecture(const std::filesystem::path &path,
                              const std::map<std::string, std::string> &metadata)
{
    Architecture architecture;
    architecture.layers = readLayers(path, metadata);
    const json names = json::parse(text(metadata, "activations", ""), nullptr, false);
    if (!names.is_array() || names.size() + 1 != architecture.layers.size())
        fail(path, "does not name an activation for each of its layers");
    architecture.activations.clear();
    for (const json &name : names)
        architecture.activations.push_back(name.is_string() ? name.get<std::string>() : "");
    architecture.batchNormalization = text(metadata, "normalization", "none") == "batch";
    architecture.outputCode = text(metadata, "outputs", "one-hot") == "binary" ? OutputCode::Binary
                                                                               : OutputCode::OneHot;
    return architecture;
}

} // namespace

void saveModel(const std::filesystem::path &path, const Network &network,
               const std::map<std::string, std::string> &metadata)
{
    std::vector<float> data;
    std::string header = describe(network, metadata, data).dump();
    header.resize((header.size() + 7) / 8 * 8, ' '); // tensors start aligned
    const std::uint64_t length = header.size();
    std::filesystem::path aside = path;
    aside += ".part";
    std::ofstream file(aside, std::ios::binary | std::ios::trunc);
    if (!file)
        fail(path, "cannot be written; does the folder exist, and may you write there?");
    file.write(reinterpret_cast<const char *>(&length), sizeof length);
    file.write(header.data(), static_cast<std::streamsize>(header.size()));
    file.write(reinterpret_cast<const char *>(data.data()),
               static_cast<std::streamsize>(data.size() * sizeof(float)));
    file.close();
    std::error_code error;
    if (file)
        std::filesystem::rename(aside, path, error);
    if (!file || error) {
        std::error_code ignored;
        std::filesystem::remove(aside, ignored);
        fail(path, "could not be written completely"
                       + (error ? ": " + error.message() : std::string()) + "; is the disk full?");
    }
}

LoadedModel loadModel(const std::filesystem::path &path)
{
    const std::vector<char> bytes = readWhole(path);
    std::size_t dataStart = 0;
    const json header = parseHeader(path, bytes, dataStart);
    auto metadata = readMetadata(path, header);
    const Architecture architecture = readArchitecture(path, metadata);
    const std::vector<int> &layers = architecture.layers;
    for (std::size_t l = 1; l < layers.size(); ++l) { // before any memory is taken for it
        const auto count
            = static_cast<std::uint64_t>(layers[l - 1]) * static_cast<std::uint64_t>(layers[l]);
        if (count * sizeof(float) > bytes.size())
            fail(path, "is truncated: layer " + std::to_string(l) + " does not fit into the file");
    }
    try {
        LoadedModel model{Network(architecture), metadata};
        for (int l = 1; l <= model.network.layerCount(); ++l) {
            for (const LayerTensor &tensor : model.network.layer(l).tensors()) {
                const auto values = readTensor(path, header, bytes, dataStart,
                                               tensorName(l, tensor.name), shapeOf(tensor));
                model.network.setTensor(l, tensor,
                                        std::vector<Scalar>(values.begin(), values.end()));
            }
        }
        return model;
    } catch (const std::invalid_argument &error) {
        fail(path, error.what());
    }
}

} // namespace nabla::inline NABLA_PRECISION
