// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/label_layout.h"

#include <algorithm>
#include <numeric>

namespace nabla::ui {

namespace {

/// Labels that touch, placed as one block around the middle of what they want.
struct Block
{
    std::vector<std::size_t> labels;
    double start = 0.0;
    double extent = 0.0;
};

double blockStart(const Block &block, const std::vector<double> &wanted, double height, double top,
                  double bottom)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < block.labels.size(); ++i)
        sum += wanted[block.labels[i]] - (static_cast<double>(i) + 0.5) * height;
    const double ideal = sum / static_cast<double>(block.labels.size());
    return std::max(top, std::min(ideal, bottom - block.extent));
}

} // namespace

std::vector<double> spreadLabels(const std::vector<double> &wanted, double height, double top,
                                 double bottom)
{
    const double room = std::max(0.0, bottom - top);
    const double step
        = wanted.empty() ? height : std::min(height, room / static_cast<double>(wanted.size()));
    std::vector<std::size_t> order(wanted.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });

    std::vector<Block> blocks;
    for (const std::size_t label : order) {
        blocks.push_back({{label}, 0.0, step});
        blocks.back().start = blockStart(blocks.back(), wanted, step, top, bottom);
        while (blocks.size() > 1) {
            Block &above = blocks[blocks.size() - 2];
            const Block &below = blocks.back();
            if (above.start + above.extent <= below.start)
                break;
            above.labels.insert(above.labels.end(), below.labels.begin(), below.labels.end());
            above.extent += below.extent;
            above.start = blockStart(above, wanted, step, top, bottom);
            blocks.pop_back();
        }
    }

    std::vector<double> centres(wanted.size());
    for (const Block &block : blocks) {
        for (std::size_t i = 0; i < block.labels.size(); ++i)
            centres[block.labels[i]] = block.start + (static_cast<double>(i) + 0.5) * step;
    }
    return centres;
}

} // namespace nabla::ui
