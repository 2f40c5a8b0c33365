// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <cmath>

namespace nabla::test {

/// |a - b| relative to the larger of the two, absolute where both are below 1e-300.
inline double relativeError(double a, double b)
{
    const double scale = std::max(std::fabs(a), std::fabs(b));
    return scale < 1e-300 ? 0.0 : std::fabs(a - b) / scale;
}

} // namespace nabla::test

/// QCOMPARE on doubles is useless near 0: compares relative to the larger, and prints both.
#define NABLA_COMPARE_RELATIVE(actual, expected, tolerance)                                        \
    QVERIFY2(nabla::test::relativeError((actual), (expected)) <= (tolerance),                      \
             qPrintable(QStringLiteral("%1 against %2")                                            \
                            .arg((actual), 0, 'g', 17)                                             \
                            .arg((expected), 0, 'g', 17)))
