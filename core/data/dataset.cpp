// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

#include <algorithm>
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
    m_index.reserve(nonZero);
    m_value.reserve(nonZero);
    m_rowStart.push_back(0);
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const std::uint8_t *image = m_pixels.data() + i * imagePixels;
        for (int k = 0; k < imagePixels; ++k) {
            if (image[k] == 0)
                continue;
            m_index.push_back(static_cast<std::uint16_t>(k));
            m_value.push_back(image[k]);
        }
        m_rowStart.push_back(static_cast<std::uint32_t>(m_index.size()));
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
    return static_cast<double>(m_index.size()) / static_cast<double>(m_pixels.size());
}

} // namespace nabla
