// SPDX-License-Identifier: GPL-3.0-or-later
// This file compiles itself and the -inl.h headers once for every instruction set (Highway's
// foreach_target), each time into a namespace of its own. No Eigen and nothing of the standard
// library may be instantiated in there: the linker would merge it across instruction sets.
#include "core/kernels/vector_kernels.h"

// Left out: sets that add nothing to our loops, and vectors whose length is not known in advance.
#define HWY_DISABLED_TARGETS                                                                       \
    (HWY_SSSE3 | HWY_AVX3_DL | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/vector_kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if HWY_TARGET != HWY_SCALAR

#include "core/kernels/cost_kernels-inl.h"
#include "core/kernels/dense_kernels-inl.h"
#include "core/kernels/elementwise_kernels-inl.h"
#include "core/kernels/sparse_kernels-inl.h"
#include "core/kernels/update_kernels-inl.h"

HWY_BEFORE_NAMESPACE();
namespace nabla::inline NABLA_PRECISION {
namespace HWY_NAMESPACE {

constexpr const char *id = HWY_TARGET == HWY_AVX3   ? "avx512"
                           : HWY_TARGET == HWY_AVX2 ? "avx2"
                           : HWY_TARGET == HWY_SSE4 ? "sse4"
                                                    : "neon";

constinit const Kernels kernels{
    .id = id,
    .decode = decode,
    .weighSparseInputs = weighSparseInputs,
    .addSparseProducts = addSparseProducts,
    .weighInputs = weighInputs,
    .addProducts = addProducts,
    .propagate = propagate,
    .addColumns = addColumns,
    .squaredNorm = squaredNorm,
    .sigmoid = {applyEach<sigmoid>, multiplyEach<sigmoidDerivative>},
    .tanh = {applyEach<hyperbolicTangent>, multiplyEach<tanhDerivative>},
    .relu = {applyEach<rectify>, multiplyEach<step>},
    .leakyRelu = {applyEach<rectifyLeakily>, multiplyEach<leakyStep>},
    .softmax = softmax,
    .quadraticCost = sumOfTerms<halfSquaredDifference>,
    .crossEntropyCost = sumOfTerms<crossEntropy>,
    .logLikelihoodCost = logLikelihoodCost,
    .subtract = subtract,
    .descend = descend,
    .roll = roll,
    .rollAhead = rollAhead,
    .scaleByRootMeanSquare = scaleByRootMeanSquare,
    .adapt = adapt,
};

} // namespace HWY_NAMESPACE
} // namespace nabla::inline NABLA_PRECISION
HWY_AFTER_NAMESPACE();

#endif // HWY_TARGET != HWY_SCALAR

#if HWY_ONCE

namespace nabla::inline NABLA_PRECISION {

std::vector<const Kernels *> supportedVectorKernels()
{
    std::vector<const Kernels *> supported;
    const auto add = [&](std::int64_t target, const Kernels &kernels) {
        if ((hwy::SupportedTargets() & target) != 0)
            supported.push_back(&kernels);
    };
#if (HWY_TARGETS & HWY_AVX3) != 0
    add(HWY_AVX3, N_AVX3::kernels);
#endif
#if (HWY_TARGETS & HWY_AVX2) != 0
    add(HWY_AVX2, N_AVX2::kernels);
#endif
#if (HWY_TARGETS & HWY_SSE4) != 0
    add(HWY_SSE4, N_SSE4::kernels);
#endif
#if (HWY_TARGETS & HWY_NEON) != 0
    add(HWY_NEON, N_NEON::kernels);
#endif
    return supported;
}

} // namespace nabla::inline NABLA_PRECISION

#endif // HWY_ONCE
