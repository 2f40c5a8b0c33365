// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/random_stream.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <array>
#include <cmath>
#include <numeric>
#include <vector>

using namespace nabla;

class TestRandomStream final : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedAndPurposeGiveTheSameNumbers();
    void theNumbersAreGoldenOnEveryMachine();
    void normalHasTheMomentsOfANormalDistribution();
    void belowIsUniformAndInRange();
    void shuffleIsAPermutationWithoutBias();
    void aRestoredStreamGoesOn();
    void whatIsNoStateIsRefused();
};

void TestRandomStream::sameSeedAndPurposeGiveTheSameNumbers()
{
    RandomStream a(1, RandomPurpose::Shuffling);
    RandomStream b(1, RandomPurpose::Shuffling);
    RandomStream otherPurpose(1, RandomPurpose::Dropout);
    RandomStream otherSeed(2, RandomPurpose::Shuffling);
    const double first = a.uniform();
    QCOMPARE(b.uniform(), first);
    QVERIFY(otherPurpose.uniform() != first);
    QVERIFY(otherSeed.uniform() != first);
}

void TestRandomStream::theNumbersAreGoldenOnEveryMachine()
{
    RandomStream stream(42, RandomPurpose::Initialization);
    QCOMPARE(QString::number(stream.uniform(), 'g', 17), QStringLiteral("0.79452784021389311"));
    QCOMPARE(QString::number(stream.normal(), 'g', 17), QStringLiteral("-1.1014670964481126"));
}

void TestRandomStream::normalHasTheMomentsOfANormalDistribution()
{
    constexpr int draws = 200000;
    RandomStream stream(3, RandomPurpose::Initialization);
    std::array<double, 5> moment{};
    int beyondTwo = 0;
    for (int i = 0; i < draws; ++i) {
        const double x = stream.normal();
        for (std::size_t k = 1; k < moment.size(); ++k)
            moment[k] += std::pow(x, static_cast<double>(k)) / draws;
        beyondTwo += std::fabs(x) > 2.0 ? 1 : 0;
    }
    // Five standard errors each.
    QVERIFY(std::fabs(moment[1]) < 0.0112);
    QVERIFY(std::fabs(moment[2] - 1.0) < 0.0158);
    QVERIFY(std::fabs(moment[3]) < 0.0433);
    QVERIFY(std::fabs(moment[4] - 3.0) < 0.11);
    QVERIFY(std::fabs(static_cast<double>(beyondTwo) / draws - 0.0455) < 0.0024);
}

void TestRandomStream::belowIsUniformAndInRange()
{
    RandomStream stream(4, RandomPurpose::Shuffling);
    std::array<int, 7> counts{};
    for (int i = 0; i < 70000; ++i)
        ++counts.at(stream.below(7));
    for (const int count : counts)
        QVERIFY2(std::abs(count - 10000) < 500, qPrintable(QString::number(count)));
    QCOMPARE(stream.below(1), std::uint64_t(0));
}

void TestRandomStream::shuffleIsAPermutationWithoutBias()
{
    RandomStream stream(5, RandomPurpose::Shuffling);
    std::array<int, 5> firstPlace{};
    for (int round = 0; round < 50000; ++round) {
        std::vector<int> values(5);
        std::iota(values.begin(), values.end(), 0);
        stream.shuffle(std::span(values));
        ++firstPlace.at(static_cast<std::size_t>(values.front()));
        std::sort(values.begin(), values.end());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(values[static_cast<std::size_t>(i)], i);
    }
    for (const int count : firstPlace)
        QVERIFY(std::abs(count - 10000) < 500);
}

void TestRandomStream::aRestoredStreamGoesOn()
{
    RandomStream stream(3, RandomPurpose::Dropout);
    for (int i = 0; i < 701; ++i) // beyond a refill of the engine, and with a spare normal number
        (void)stream.normal();
    RandomStream restored(9, RandomPurpose::Shuffling);
    restored.setState(stream.state());
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(restored.normal(), stream.normal());
        QCOMPARE(restored.uniform(), stream.uniform());
    }
    QCOMPARE(restored.state(), stream.state());
}

void TestRandomStream::whatIsNoStateIsRefused()
{
    RandomStream stream(3, RandomPurpose::Dropout);
    const std::vector<std::uint64_t> whole = stream.state();
    std::vector<std::uint64_t> state = whole;
    state.pop_back();
    QVERIFY_EXCEPTION_THROWN(stream.setState(state), std::invalid_argument);
    state = whole;
    state.back() = 100000; // a position outside of the engine
    QVERIFY_EXCEPTION_THROWN(stream.setState(state), std::invalid_argument);
    state = whole;
    state.front() = 7;
    QVERIFY_EXCEPTION_THROWN(stream.setState(state), std::invalid_argument);
    QCOMPARE(stream.state(), whole);
}

NABLA_TEST(TestRandomStream)
#include "tst_random_stream.moc"
