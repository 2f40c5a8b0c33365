// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/ink_image.h"
#include "core/vision/number_ink.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nabla {

namespace {

constexpr double speck = 0.002; ///< area against the squared line height: dust, not a stroke
constexpr double widePart = 0.8; ///< width against line height from which several digits may touch
constexpr double thinColumn = 0.4; ///< ink against line height that a cut may go through
constexpr double valley = 0.12; ///< line heights of ink more on either side of a cut
constexpr int mostCuts = 8; ///< of one part

/// Pixels that hang together, by columns and rows of the picture.
struct Part
{
    PixelBox box;
    int area = 0;
    int label = 0;
    bool isCut = false; ///< from the part before it
};

/// Union of labels by path halving.
class Labels
{
public:
    int add()
    {
        m_parent.push_back(static_cast<int>(m_parent.size()));
        return m_parent.back();
    }
    int find(int label)
    {
        while (parent(label) != label)
            label = parent(label) = parent(parent(label));
        return label;
    }
    void unite(int a, int b) { parent(find(a)) = find(b); }
    [[nodiscard]] int count() const { return static_cast<int>(m_parent.size()); }

private:
    int &parent(int label) { return m_parent[static_cast<std::size_t>(label)]; }
    std::vector<int> m_parent;
};

class PictureInk final : public NumberInk
{
public:
    PictureInk(const GrayImage &picture, std::span<const double> cuts)
        : m_ink(inkOf(picture))
    {
        if (m_ink.width == 0)
            return;
        std::vector<Part> parts = connectedParts();
        std::vector<InkFragment> boxes;
        for (const Part &part : parts)
            boxes.push_back(fragmentOf(part));
        const double lineHeight = lineHeightOf(boxes) / m_ink.reduction;
        std::erase_if(
            parts, [&](const Part &part) { return part.area < speck * lineHeight * lineHeight; });
        for (const Part &part : parts) {
            if (m_parts.size() > maxInkFragments)
                break;
            addParted(part, lineHeight, cuts);
        }
        std::ranges::stable_sort(m_parts, {},
                                 [](const Part &part) { return part.box.left + part.box.right; });
        for (const Part &part : m_parts)
            m_fragments.push_back(fragmentOf(part));
    }

    /// What meets is one part already.
    [[nodiscard]] bool meet(std::size_t, std::size_t) const override { return false; }

    [[nodiscard]] Raster raster(std::size_t first, std::size_t last) const override
    {
        PixelBox box = m_parts[first].box;
        for (std::size_t i = first + 1; i < last; ++i)
            box = {std::min(box.left, m_parts[i].box.left), std::min(box.top, m_parts[i].box.top),
                   std::max(box.right, m_parts[i].box.right),
                   std::max(box.bottom, m_parts[i].box.bottom)};
        InkImage own{box.right - box.left, box.bottom - box.top, {}, m_ink.full, 1};
        own.ink.assign(static_cast<std::size_t>(own.width) * static_cast<std::size_t>(own.height),
                       0.0F);
        for (std::size_t i = first; i < last; ++i)
            copy(m_parts[i], box, own);
        return normalizeInk(own, {0, 0, own.width, own.height});
    }

private:
    [[nodiscard]] std::size_t index(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_ink.width)
               + static_cast<std::size_t>(x);
    }

    void copy(const Part &part, const PixelBox &box, InkImage &own) const
    {
        for (int y = part.box.top; y < part.box.bottom; ++y) {
            for (int x = part.box.left; x < part.box.right; ++x) {
                if (m_label[index(x, y)] == part.label)
                    own.ink[static_cast<std::size_t>(y - box.top)
                                * static_cast<std::size_t>(own.width)
                            + static_cast<std::size_t>(x - box.left)]
                        = m_ink.at(x, y);
            }
        }
    }

    [[nodiscard]] InkFragment fragmentOf(const Part &part) const
    {
        const double unit = m_ink.reduction;
        return {unit * part.box.left, unit * part.box.top, unit * part.box.right,
                unit * part.box.bottom, part.isCut};
    }

    /// Labels every pixel of ink with what it hangs together with, corners included.
    std::vector<Part> connectedParts()
    {
        Labels labels;
        m_label.assign(m_ink.ink.size(), -1);
        for (int y = 0; y < m_ink.height; ++y) {
            for (int x = 0; x < m_ink.width; ++x) {
                if (m_ink.at(x, y) > 0.0F)
                    m_label[index(x, y)] = labelAt(x, y, labels);
            }
        }
        std::vector<Part> parts(static_cast<std::size_t>(labels.count()));
        for (int y = 0; y < m_ink.height; ++y) {
            for (int x = 0; x < m_ink.width; ++x) {
                int &label = m_label[index(x, y)];
                if (label < 0)
                    continue;
                label = labels.find(label);
                grow(parts[static_cast<std::size_t>(label)], label, x, y);
            }
        }
        std::erase_if(parts, [](const Part &part) { return part.area == 0; });
        return parts;
    }

    int labelAt(int x, int y, Labels &labels)
    {
        int own = -1;
        const auto join = [&](int u, int v) {
            if (u < 0 || u >= m_ink.width || v < 0 || m_label[index(u, v)] < 0)
                return;
            if (own < 0)
                own = m_label[index(u, v)];
            else
                labels.unite(own, m_label[index(u, v)]);
        };
        join(x - 1, y);
        join(x - 1, y - 1);
        join(x, y - 1);
        join(x + 1, y - 1);
        return own < 0 ? labels.add() : own;
    }

    static void grow(Part &part, int label, int x, int y)
    {
        if (part.area == 0)
            part = {{x, y, x + 1, y + 1}, 0, label, false};
        part.box = {std::min(part.box.left, x), std::min(part.box.top, y),
                    std::max(part.box.right, x + 1), std::max(part.box.bottom, y + 1)};
        ++part.area;
    }

    /// How little stands in the way of a cut through each column of a part: its pixels of ink, or
    /// half the height that they span, where two bows touch with their sides.
    [[nodiscard]] std::vector<int> profileOf(const Part &part) const
    {
        std::vector<int> profile;
        for (int x = part.box.left; x < part.box.right; ++x) {
            int count = 0;
            int top = part.box.bottom;
            int bottom = part.box.top;
            for (int y = part.box.top; y < part.box.bottom; ++y) {
                if (m_label[index(x, y)] != part.label)
                    continue;
                ++count;
                top = std::min(top, y);
                bottom = y + 1;
            }
            profile.push_back(std::min(count, (bottom - top) / 2));
        }
        return profile;
    }

    /// The columns that are easiest to cut, apart from each other, from left to right: valleys
    /// with more ink on either side, not the tips of a stroke.
    [[nodiscard]] std::vector<int> thinColumns(const Part &part, double lineHeight) const
    {
        const std::vector<int> profile = profileOf(part);
        const auto depth = [&profile](int i) {
            const auto here = profile.begin() + i;
            return std::min(*std::max_element(profile.begin(), here + 1),
                            *std::max_element(here, profile.end()))
                   - *here;
        };
        const int apart = std::max(2, static_cast<int>(lineHeight / 8.0));
        std::vector<int> order(profile.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_sort(order, {},
                                 [&](int i) { return profile[static_cast<std::size_t>(i)]; });
        std::vector<int> columns;
        for (const int i : order) {
            if (static_cast<int>(columns.size()) == mostCuts
                || profile[static_cast<std::size_t>(i)] > thinColumn * lineHeight)
                break;
            const auto isNear = [&](int other) {
                return std::abs(other - part.box.left - i) < apart;
            };
            if (depth(i) >= valley * lineHeight && std::ranges::none_of(columns, isNear))
                columns.push_back(part.box.left + i);
        }
        std::ranges::sort(columns);
        return columns;
    }

    void addParted(const Part &part, double lineHeight, std::span<const double> cuts)
    {
        std::vector<int> columns;
        if (!cuts.empty()) {
            for (const double cut : cuts)
                columns.push_back(static_cast<int>(std::lround(cut / m_ink.reduction)));
            std::ranges::sort(columns);
        } else if (part.box.right - part.box.left > widePart * lineHeight) {
            columns = thinColumns(part, lineHeight);
        }
        PixelBox rest = part.box;
        bool isCut = false;
        const int least = cuts.empty() ? 1 : std::max(1, (part.box.right - part.box.left) / 5);
        for (const int column : columns) {
            if (column - rest.left < least || rest.right - column < least)
                continue;
            addTrimmed(part, {rest.left, rest.top, column, rest.bottom}, isCut);
            rest.left = column;
            isCut = true;
        }
        addTrimmed(part, rest, isCut);
    }

    /// With the box drawn tight around what of the part is in it.
    void addTrimmed(const Part &part, const PixelBox &box, bool isCut)
    {
        Part trimmed;
        for (int y = box.top; y < box.bottom; ++y) {
            for (int x = box.left; x < box.right; ++x) {
                if (m_label[index(x, y)] == part.label)
                    grow(trimmed, part.label, x, y);
            }
        }
        if (trimmed.area == 0)
            return;
        trimmed.isCut = isCut;
        m_parts.push_back(trimmed);
    }

    InkImage m_ink;
    std::vector<int> m_label; ///< of every pixel: its connected part, -1 for paper
    std::vector<Part> m_parts; ///< in the order of the fragments
};

} // namespace

std::unique_ptr<NumberInk> inkOfPicture(const GrayImage &image, std::span<const double> cuts)
{
    return std::make_unique<PictureInk>(image, cuts);
}

} // namespace nabla
