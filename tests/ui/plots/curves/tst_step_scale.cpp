// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/curves/step_scale.h"

#include <QTest>

#include <cmath>

using namespace nabla;
using namespace nabla::ui;

class TestStepScale final : public QObject
{
    Q_OBJECT

private slots:
    void epochsAndStepsAreProportional();
    void secondsFollowThePace();
    void everyUnitGoesThereAndBack();
    void secondsWithoutMeasurementsStillHaveAScale();
};

namespace {

/// Ten steps a second for ten seconds, then a hundred.
std::vector<MetricBucket> fasterLater()
{
    std::vector<MetricBucket> seconds;
    for (std::uint64_t step = 10; step <= 100; step += 10)
        seconds.push_back(MetricBucket::of(step, static_cast<double>(step) / 10.0));
    for (std::uint64_t step = 200; step <= 1000; step += 100)
        seconds.push_back(MetricBucket::of(step, 10.0 + static_cast<double>(step - 100) / 100.0));
    return seconds;
}

} // namespace

void TestStepScale::epochsAndStepsAreProportional()
{
    QCOMPARE(StepScale(XUnit::Epochs, 500, {}).xAt(1250.0), 2.5);
    QCOMPARE(StepScale(XUnit::Epochs, 500, {}).stepAt(2.5), 1250.0);
    QCOMPARE(StepScale(XUnit::Steps, 500, {}).xAt(1250.0), 1250.0);
}

void TestStepScale::secondsFollowThePace()
{
    const auto moments = fasterLater();
    const StepScale scale(XUnit::Seconds, 500, moments);
    QVERIFY(std::abs(scale.xAt(0.0)) < 1e-12);
    QVERIFY(std::abs(scale.xAt(55.0) - 5.5) < 1e-12);
    QVERIFY(std::abs(scale.xAt(250.0) - 11.5) < 1e-12);
    QVERIFY(std::abs(scale.stepAt(20.0) - 1100.0) < 1e-9);
}

void TestStepScale::everyUnitGoesThereAndBack()
{
    const auto moments = fasterLater();
    for (const XUnit unit : {XUnit::Epochs, XUnit::Steps, XUnit::Seconds}) {
        const StepScale scale(unit, 500, moments);
        for (double step = 0.0; step < 1500.0; step += 7.0)
            QVERIFY(std::abs(scale.stepAt(scale.xAt(step)) - step) < 1e-9 * (1.0 + step));
    }
}

void TestStepScale::secondsWithoutMeasurementsStillHaveAScale()
{
    const StepScale scale(XUnit::Seconds, 500, {});
    QVERIFY(std::isfinite(scale.xAt(100.0)));
    QVERIFY(std::isfinite(scale.stepAt(5.0)));
    const std::vector<MetricBucket> standstill{MetricBucket::of(1, 0.0), MetricBucket::of(2, 0.0)};
    QVERIFY(std::isfinite(StepScale(XUnit::Seconds, 1, standstill).stepAt(5.0)));
}

NABLA_TEST(TestStepScale)
#include "tst_step_scale.moc"
