// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/error_decay.h"
#include "core/telemetry/run_history.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace nabla;

class TestErrorDecay final : public QObject
{
    Q_OBJECT

private slots:
    void namesFactorAndCausesOfEveryHiddenLayer();
    void anErrorOfZeroHasNoFactorBeforeIt();
    void whatWasNotMeasuredIsNothing();
    void aNetworkWithoutHiddenLayersHasNone();
    void aMomentTellsWhatWasKnownThen();
};

namespace {

/// Two hidden layers: errors 0.5, 2, 8; slopes 0.2, 0.1; norms 3, 4, 5.
RunHistory probed()
{
    RunHistory history(3, 10);
    const double errors[] = {0.5, 2.0, 8.0};
    const double slopes[] = {0.2, 0.1, 0.25};
    const double norms[] = {3.0, 4.0, 5.0};
    for (int layer = 1; layer <= 3; ++layer) {
        history.append({Metric::ErrorSize, layer}, 0, errors[layer - 1]);
        history.append({Metric::MeanSlope, layer}, 0, slopes[layer - 1]);
        history.append({Metric::WeightNorm, layer}, 0, norms[layer - 1]);
    }
    return history;
}

} // namespace

void TestErrorDecay::namesFactorAndCausesOfEveryHiddenLayer()
{
    const auto decays = errorDecays(probed());
    QCOMPARE(decays.size(), std::size_t{2});
    QCOMPARE(decays[0], (ErrorDecay{0.25, 0.2, 4.0}));
    QCOMPARE(decays[1], (ErrorDecay{0.25, 0.1, 5.0})); // from the output layer's error
}

void TestErrorDecay::anErrorOfZeroHasNoFactorBeforeIt()
{
    RunHistory history = probed();
    history.append({Metric::ErrorSize, 2}, 5, 0.0);
    const auto decays = errorDecays(history);
    QVERIFY(!decays[0].factor.has_value());
    QCOMPARE(decays[1].factor, std::optional(0.0));
}

void TestErrorDecay::whatWasNotMeasuredIsNothing()
{
    const auto decays = errorDecays(RunHistory(4, 10));
    QCOMPARE(decays, (std::vector<ErrorDecay>(3)));
}

void TestErrorDecay::aNetworkWithoutHiddenLayersHasNone()
{
    QVERIFY(errorDecays(RunHistory(1, 10)).empty());
    QVERIFY(errorDecays(RunHistory()).empty());
}

void TestErrorDecay::aMomentTellsWhatWasKnownThen()
{
    RunHistory history = probed();
    history.append({Metric::ErrorSize, 1}, 20, 4.0);
    QCOMPARE(errorDecays(history)[0].factor, std::optional(2.0));
    QCOMPARE(errorDecays(history, 19)[0].factor, std::optional(0.25));
    QCOMPARE(errorDecays(history, 20)[0].factor, std::optional(2.0));
}

NABLA_TEST(TestErrorDecay)
#include "tst_error_decay.moc"
