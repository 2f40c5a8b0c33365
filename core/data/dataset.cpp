// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <utility>

namespace nabla {

namespace {

void checkSizes(const std::vector<std::uint8_t> &pixels, const std::vector<std::uint8_t> &labels)
{
    // Row starts are 32 bits wide; the limit is 5.4 million images.
    if (labels.size() > std::numeric_limits<std::uint32_t>::max() / imagePixels)
        throw std::invalid_argument("LabelledImages: too many images");
    if (pixels.size() != labels.size() * imagePixels) {
        throw std::invalid_argument("LabelledImages: " + std::to_string(pixels.size())
                                    + " pixels for " + std::to_string(labels.size())
                                    + " labels; each label needs " + std::to_string(imagePixels));
    }
    const auto wrong = std::find_if(labels.begin(), labels.end(),
                                    [](std::uint8_t label) { return label >= classCount; });
    if (wrong != labels.end())
        throw std::invalid_argument("LabelledImages: label " + std::to_string(*wrong)
                                    + " is not a digit");
}

/// Writes index and value of the pixels that are not zero and returns their count. It writes each
/// pixel and keeps those with ink, without a branch to mispredict; so it may write one beyond them.
std::size_t compress(const std::uint8_t *image, std::uint16_t *index, std::uint8_t *value)
{
    static_assert(imagePixels % sizeof(std::uint64_t) == 0);
    std::size_t count = 0;
    for (std::size_t first = 0; first < imagePixels; first += sizeof(std::uint64_t)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, image + first, sizeof eight);
        if (eight == 0)
            continue;
        for (std::size_t k = first; k < first + sizeof eight; ++k) {
            index[count] = static_cast<std::uint16_t>(k);
            value[count] = image[k];
            count += image[k] != 0 ? 1 : 0;
        }
    }
    return count;
}

} // namespace

LabelledImages::LabelledImages(std::vector<std::uint8_t> pixels, std::vector<std::uint8_t> labels)
    : m_pixels(std::move(pixels))
    , m_labels(std::move(labels))
{
    checkSizes(m_pixels, m_labels);
    const auto nonZero
        = m_pixels.size()
          - static_cast<std::size_t>(std::count(m_pixels.begin(), m_pixels.end(), std::uint8_t{0}));
    m_rowStart.reserve(m_labels.size() + 1);
    m_index.resize(nonZero + rowSlack); // compress() writes one too many
    m_value.resize(nonZero + rowSlack);
    m_rowStart.push_back(0);
    std::size_t end = 0;
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        end += compress(m_pixels.data() + i * imagePixels, m_index.data() + end,
                        m_value.data() + end);
        m_rowStart.push_back(static_cast<std::uint32_t>(end));
    }
}

std::span<const std::uint8_t> LabelledImages::image(int i) const
{
    return {m_pixels.data() + static_cast<std::size_t>(i) * imagePixels,
            static_cast<std::size_t>(imagePixels)};
}

LabelledImages::Row LabelledImages::row(int i) const
{
    const std::size_t first = m_rowStart[static_cast<std::size_t>(i)];
    const std::size_t count = m_rowStart[static_cast<std::size_t>(i) + 1] - first;
    return {{m_index.data() + first, count}, {m_value.data() + first, count}};
}

double LabelledImages::density() const
{
    if (m_pixels.empty())
        return 0.0;
    return static_cast<double>(m_rowStart.back()) / static_cast<double>(m_pixels.size());
}

} // namespace nabla
