// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/kernels.h"
#include "core/math/aligned_buffer.h"
#include "core/math/random_stream.h"

#include <QTest>

namespace nabla::test {

/// A data row for every set of kernels that this processor can run.
inline void addKernelRows()
{
    QTest::addColumn<QString>("kernels");
    for (const Kernels *kernels : supportedKernels())
        QTest::newRow(kernels->id) << kernels->id;
}

inline const Kernels &fetchedKernels()
{
    return findKernels(
        static_cast<QString *>(QTest::qData("kernels", QMetaType::QString))->toStdString());
}

/// `examples` columns of `stride` numbers, the first `used` of each drawn from N(0, 1), the others
/// zero.
inline AlignedBuffer<Scalar> randomColumns(int used, int stride, int examples, RandomStream &stream)
{
    AlignedBuffer<Scalar> columns(static_cast<std::size_t>(stride)
                                  * static_cast<std::size_t>(examples));
    for (int j = 0; j < examples; ++j) {
        for (int k = 0; k < used; ++k)
            columns.data()[j * stride + k] = static_cast<Scalar>(stream.normal());
    }
    return columns;
}

/// Within rounding of sums of this many terms of size 1.
inline bool areClose(const AlignedBuffer<Scalar> &actual, const AlignedBuffer<Scalar> &expected,
                     int terms)
{
    const double tolerance = 3e-7 * std::sqrt(static_cast<double>(terms) + 4.0) * 4.0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto e = static_cast<double>(expected.data()[i]);
        if (!(std::fabs(static_cast<double>(actual.data()[i]) - e)
              <= tolerance * (1.0 + std::fabs(e))))
            return false;
    }
    return actual.size() == expected.size();
}

} // namespace nabla::test
