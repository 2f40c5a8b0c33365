// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace nabla {

inline constexpr int imageSide = 28;
inline constexpr int imagePixels = imageSide * imageSide;
inline constexpr int classCount = 10;

/// Images as bytes (0 = paper, 255 = full ink), their labels 0-9, and the same images in compressed
/// rows: index and value of every non-zero pixel, built once. Immutable once made.
class LabelledImages
{
public:
    LabelledImages() = default;
    /// pixels.size() must be labels.size() * imagePixels and labels at most 9; throws
    /// std::invalid_argument otherwise.
    LabelledImages(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels);

    [[nodiscard]] int size() const { return static_cast<int>(m_labels.size()); }
    [[nodiscard]] std::uint8_t label(int i) const { return m_labels[static_cast<std::size_t>(i)]; }
    /// imagePixels bytes, row by row from the top.
    [[nodiscard]] std::span<const std::uint8_t> image(int i) const;

    /// The non-zero pixels of one image: index[k] ascending, value[k] in 1 ... 255. Behind its end
    /// rowSlack more numbers of both kinds can be read.
    struct Row
    {
        std::span<const std::uint16_t> index;
        std::span<const std::uint8_t> value;
    };
    static constexpr std::size_t rowSlack = 16;
    [[nodiscard]] Row row(int i) const;
    /// Share of the pixels that is not zero.
    [[nodiscard]] double density() const;

private:
    std::vector<std::uint8_t> m_pixels;
    std::vector<std::uint8_t> m_labels;
    std::vector<std::uint32_t> m_rowStart;
    std::vector<std::uint16_t> m_index;
    std::vector<std::uint8_t> m_value;
};

/// Training, validation and test digits. With 60,000 training images the last 10,000 are
/// validation, as in the book; other counts keep that sixth. Immutable, shared between threads as
/// const.
struct Dataset
{
    std::string source; ///< what ExperimentConfig::data named: "builtin", "mnist", a folder
    std::string title; ///< for a person: "MNIST", "Built-in digits", a folder's name
    LabelledImages training;
    LabelledImages validation;
    LabelledImages test;
};

/// How many of the training images are kept for validation: the last sixth.
[[nodiscard]] constexpr std::size_t validationShare(std::size_t trainingImages)
{
    return trainingImages / 6;
}

} // namespace nabla
