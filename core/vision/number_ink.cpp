// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/number_ink.h"

#include <algorithm>

namespace nabla {

double lineHeightOf(std::span<const InkFragment> fragments)
{
    constexpr double flattest = 0.1; // height against width: a dash is no line of ten digits
    double height = 0.0;
    for (const InkFragment &fragment : fragments)
        height = std::max({height, fragment.height(), flattest * fragment.width()});
    return height > 0.0 ? height : 1.0; // dots have no size: any unit will do
}

} // namespace nabla
