// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/gray_image.h"
#include "core/vision/mnist_raster.h"
#include "core/vision/stroke.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace nabla {

/// A part of a number's ink that one digit holds whole. Lengths in the ink's own unit, y down.
struct InkFragment
{
    double left = 0.0;
    double top = 0.0;
    double right = 0.0;
    double bottom = 0.0;
    /// The line that parts it from the fragment before it goes through ink.
    bool cutFromPrevious = false;
    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    [[nodiscard]] double middle() const { return 0.5 * (left + right); }
};

/// How tall the digits are that these are parts of: the height of the tallest, but of no dash less
/// than a tenth of its width. Always positive.
[[nodiscard]] double lineHeightOf(std::span<const InkFragment> fragments);

/// The ink of a number, in fragments from left to right (by their middles): any digit is a run of
/// neighbouring fragments. Immutable once made.
class NumberInk
{
public:
    virtual ~NumberInk() = default;

    [[nodiscard]] std::span<const InkFragment> fragments() const { return m_fragments; }
    /// Whether the ink of two fragments meets, as that of one digit's strokes mostly does.
    [[nodiscard]] virtual bool meet(std::size_t a, std::size_t b) const = 0;
    /// The image that a network reads of fragments first ... last - 1.
    [[nodiscard]] virtual Raster raster(std::size_t first, std::size_t last) const = 0;

protected:
    NumberInk() = default;
    NumberInk(const NumberInk &) = default;
    NumberInk &operator=(const NumberInk &) = default;

    std::vector<InkFragment> m_fragments;
};

/// More fragments than this are no number.
inline constexpr std::size_t maxInkFragments = 200;

/// Of strokes. A stroke stays whole unless it is wider than a digit; then it is parted where one
/// line of it crosses a vertical. With cuts (in the drawing's unit) strokes are parted at these
/// alone, where a good part of one lies on either side. No fragments without usable points.
[[nodiscard]] std::unique_ptr<NumberInk> inkOfStrokes(const Drawing &drawing,
                                                      std::span<const double> cuts = {});

/// Of a picture: what hangs together is a fragment; what is wider than a digit is parted where its
/// columns hold little ink. Specks are left out. With cuts (in the picture's pixels), parted at
/// these alone. No fragments where no ink stands out.
[[nodiscard]] std::unique_ptr<NumberInk> inkOfPicture(const GrayImage &image,
                                                      std::span<const double> cuts = {});

} // namespace nabla
