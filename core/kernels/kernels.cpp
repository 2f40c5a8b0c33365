// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/kernels.h"

#include "core/kernels/plain_kernels.h"
#include "core/kernels/vector_kernels.h"

#include <stdexcept>
#include <string>
#include <vector>

namespace nabla::inline NABLA_PRECISION {

std::span<const Kernels *const> supportedKernels()
{
    static const std::vector<const Kernels *> supported = [] {
        std::vector<const Kernels *> all = supportedVectorKernels();
        all.push_back(&plainKernels);
        return all;
    }();
    return supported;
}

const Kernels &bestKernels()
{
    return *supportedKernels().front();
}

const Kernels &kernelsOrBest(std::string_view id)
{
    for (const Kernels *kernels : supportedKernels()) {
        if (kernels->id == id)
            return *kernels;
    }
    return bestKernels();
}

const Kernels &findKernels(std::string_view id)
{
    const Kernels &found = kernelsOrBest(id);
    if (found.id == id)
        return found;
    std::string known;
    for (const Kernels *kernels : supportedKernels())
        known += (known.empty() ? "" : ", ") + std::string(kernels->id);
    throw std::invalid_argument("this processor has no kernels \"" + std::string(id) + "\"; it has "
                                + known);
}

} // namespace nabla::inline NABLA_PRECISION
