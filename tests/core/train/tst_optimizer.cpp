// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimizer.h"
#include "tests/support/compare.h"

#include <QtTest>

#include <array>
#include <functional>

using namespace nabla;

/// Every rule step by step on the bowl C = (w_1^2 + 10 w_2^2) / 2, against its published form
/// written out for one number, independent of the core.
class TestOptimizer final : public QObject
{
    Q_OBJECT

private slots:
    void stepsFollowThePublishedRule_data();
    void stepsFollowThePublishedRule();
    void nesterovIsThePublishedRuleSeenFromTheLookAhead();
    void penaltiesEnterTheGradient_data();
    void penaltiesEnterTheGradient();
    void l1OfAZeroWeightIsZero();
    void unknownNamesAreRefused();
};

namespace {

constexpr std::array<double, 2> curvature{1.0, 10.0};
constexpr int steps = 200;

/// One parameter's next value from its gradient; keeps its own state.
using PublishedRule = std::function<double(double w, double gradient, int step)>;

UpdateRule rule(double rate)
{
    UpdateRule made;
    made.learningRate = rate;
    made.momentumCoefficient = 0.9;
    made.squaredGradientDecay = 0.99;
    return made;
}

PublishedRule published(const QString &id, double eta)
{
    if (id == QStringLiteral("momentum"))
        return [eta, v = 0.0](double w, double g, int) mutable {
            v = 0.9 * v - eta * g;
            return w + v;
        };
    if (id == QStringLiteral("rmsprop"))
        return [eta, s = 0.0](double w, double g, int) mutable {
            s = 0.99 * s + 0.01 * g * g;
            return w - eta * g / (std::sqrt(s) + 1e-8);
        };
    if (id == QStringLiteral("adam"))
        return [eta, m = 0.0, v = 0.0](double w, double g, int step) mutable {
            m = 0.9 * m + 0.1 * g;
            v = 0.99 * v + 0.01 * g * g;
            const double mHat = m / (1.0 - std::pow(0.9, step));
            const double vHat = v / (1.0 - std::pow(0.99, step));
            return w - eta * mHat / (std::sqrt(vHat) + 1e-8);
        };
    return [eta](double w, double g, int) {
        return w - eta * g;
    };
}

} // namespace

void TestOptimizer::stepsFollowThePublishedRule_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("rate");
    QTest::newRow("sgd") << "sgd" << 0.05;
    QTest::newRow("momentum") << "momentum" << 0.02;
    QTest::newRow("rmsprop") << "rmsprop" << 0.01;
    QTest::newRow("adam") << "adam" << 0.05;
}

void TestOptimizer::stepsFollowThePublishedRule()
{
    QFETCH(QString, id);
    QFETCH(double, rate);
    const Optimizer &optimizer = findOptimizer(id.toStdString());
    std::array<Scalar, 2> w{1.5, -0.7};
    std::array<Scalar, 2> first{};
    std::array<Scalar, 2> second{};
    std::array<double, 2> expected = w;
    std::array<PublishedRule, 2> rules{published(id, rate), published(id, rate)};
    UpdateRule update = rule(rate);
    update.gradientScale = 0.25; // of a gradient summed over four examples
    for (int step = 1; step <= steps; ++step) {
        update.step = static_cast<std::uint64_t>(step);
        const std::array<Scalar, 2> gradient{4.0 * curvature[0] * w[0], 4.0 * curvature[1] * w[1]};
        optimizer.update(update, w.data(), gradient.data(), first.data(), second.data(), w.size());
        for (std::size_t i = 0; i < w.size(); ++i) {
            expected[i] = rules[i](expected[i], curvature[i] * expected[i], step);
            QVERIFY2(std::fabs(w[i] - expected[i]) <= 1e-12, qPrintable(QString::number(step)));
        }
    }
    QVERIFY(std::fabs(w[0]) < 0.2); // it went downhill: nothing was compared with a standstill
}

void TestOptimizer::nesterovIsThePublishedRuleSeenFromTheLookAhead()
{
    const Optimizer &optimizer = findOptimizer("nesterov");
    constexpr double eta = 0.02;
    constexpr double mu = 0.9;
    std::array<Scalar, 2> theta{1.5, -0.7}; // = w + mu v, and v begins at zero
    std::array<Scalar, 2> state{};
    std::array<double, 2> w = theta;
    std::array<double, 2> v{};
    for (int step = 1; step <= steps; ++step) {
        const std::array<Scalar, 2> gradient{curvature[0] * theta[0], curvature[1] * theta[1]};
        optimizer.update(rule(eta), theta.data(), gradient.data(), state.data(), nullptr, 2);
        for (std::size_t i = 0; i < w.size(); ++i) {
            // Sutskever et al. 2013, equations 3 and 4
            v[i] = mu * v[i] - eta * curvature[i] * (w[i] + mu * v[i]);
            w[i] += v[i];
            QVERIFY(std::fabs(theta[i] - (w[i] + mu * v[i])) <= 1e-12);
        }
    }
    QVERIFY(std::fabs(w[0]) < 0.2);
}

void TestOptimizer::penaltiesEnterTheGradient_data()
{
    QTest::addColumn<QString>("id");
    for (const Optimizer &optimizer : optimizers())
        QTest::newRow(optimizer.id) << optimizer.id;
}

void TestOptimizer::penaltiesEnterTheGradient()
{
    QFETCH(QString, id);
    const Optimizer &optimizer = findOptimizer(id.toStdString());
    const std::array<Scalar, 3> start{0.8, -0.3, 0.05};
    const std::array<Scalar, 3> gradient{0.1, 0.2, -0.4};
    UpdateRule penalized = rule(0.01);
    penalized.weightDecay = 0.03;
    penalized.weightShrinkage = 0.02;
    std::array<Scalar, 3> w = start;
    std::array<Scalar, 3> states[4] = {};
    optimizer.update(penalized, w.data(), gradient.data(), states[0].data(), states[1].data(), 3);

    std::array<Scalar, 3> whole{};
    for (std::size_t i = 0; i < whole.size(); ++i)
        whole[i] = gradient[i] + 0.03 * start[i] + 0.02 * (start[i] > 0 ? 1.0 : -1.0);
    std::array<Scalar, 3> expected = start;
    optimizer.update(rule(0.01), expected.data(), whole.data(), states[2].data(), states[3].data(),
                     3);
    for (std::size_t i = 0; i < w.size(); ++i)
        NABLA_COMPARE_RELATIVE(w[i], expected[i], 1e-12);
}

void TestOptimizer::l1OfAZeroWeightIsZero()
{
    UpdateRule shrinking = rule(0.1);
    shrinking.weightShrinkage = 1.0;
    Scalar w = 0.0;
    const Scalar gradient = 0.0;
    findOptimizer("sgd").update(shrinking, &w, &gradient, nullptr, nullptr, 1);
    QCOMPARE(w, 0.0);
}

void TestOptimizer::unknownNamesAreRefused()
{
    QVERIFY_EXCEPTION_THROWN((void)findOptimizer("newton"), std::invalid_argument);
}

QTEST_APPLESS_MAIN(TestOptimizer)
#include "tst_optimizer.moc"
