// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/prepared_picture.h"

#include "core/vision/ink_image.h"

#include <algorithm>

namespace nabla {

namespace {

std::size_t indexOf(const Normalization &steps)
{
    return (steps.fitBox ? 1U : 0U) | (steps.keepAspect ? 2U : 0U) | (steps.centerByMass ? 4U : 0U);
}

} // namespace

PreparedPicture::PreparedPicture(const Raster &onPaper, const Raster &inShape,
                                 const Raster &asSquare)
{
    for (const bool fitBox : {false, true}) {
        for (const bool keepAspect : {false, true}) {
            const Raster &placed = !fitBox ? onPaper : keepAspect ? inShape : asSquare;
            m_rasters[indexOf({fitBox, keepAspect, true, false})] = placed;
            m_rasters[indexOf({fitBox, keepAspect, true, true})] = centerByMass(placed);
        }
    }
}

const Raster &PreparedPicture::raster(const Normalization &steps) const
{
    return m_rasters[indexOf(steps)];
}

NormalizationStages PreparedPicture::stages(const Normalization &steps) const
{
    return stagesOf(steps, [this](const Normalization &taken) { return raster(taken); });
}

std::optional<PreparedPicture> preparePicture(const GrayImage &image)
{
    if (isPreparedAlready(image)) {
        Raster raster{};
        std::ranges::copy(image.pixels, raster.begin());
        return PreparedPicture(raster);
    }
    const InkImage ink = inkOf(image);
    if (ink.width == 0)
        return std::nullopt;
    const PixelBox box = boxOfInk(ink);
    return PreparedPicture(inkOnPaper(ink), fitInk(ink, box, BoxShape::Kept),
                           fitInk(ink, box, BoxShape::Square));
}

} // namespace nabla
