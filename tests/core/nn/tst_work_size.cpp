// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/work_size.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

using namespace nabla;

class TestWorkSize final : public QObject
{
    Q_OBJECT

private slots:
    void theBooksParameterCountsAreRight();
    void chunksOfAnyOfferedNetworkAreSmall();
};

void TestWorkSize::theBooksParameterCountsAreRight()
{
    QCOMPARE(parameterCount({784, 30, 10}), std::uint64_t(23860));
    QCOMPARE(parameterCount({784, 100, 10}), std::uint64_t(79510));
}

void TestWorkSize::chunksOfAnyOfferedNetworkAreSmall()
{
    for (const std::vector<int> &layers :
         {std::vector<int>{784, 30, 10}, std::vector<int>{784, 1000, 1000, 10},
          std::vector<int>{784, 3000, 500, 10}}) {
        const int examples = examplesPerChunk(layers);
        QVERIFY(examples >= 1);
        const auto work = static_cast<std::uint64_t>(examples) * parameterCount(layers) * 3;
        // A core makes ten thousand million of these a second or more: 4 ms.
        QVERIFY(work <= std::max<std::uint64_t>(40'000'000, 3 * parameterCount(layers)));
    }
}

NABLA_TEST(TestWorkSize)
#include "tst_work_size.moc"
