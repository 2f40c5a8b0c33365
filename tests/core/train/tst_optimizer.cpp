// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/optimizer.h"
#include "tests/core/kernels/kernel_rows.h"
#include "tests/support/compare.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <array>
#include <functional>

using namespace nabla;

/// Every rule of every set of kernels step by step on the bowl C = (w_1^2 + 10 w_2^2) / 2, against
/// its published form written out for one number, independent of the core.
class TestOptimizer final : public QObject
{
    Q_OBJECT

private slots:
    void stepsFollowThePublishedRule_data();
    void stepsFollowThePublishedRule();
    void nesterovIsThePublishedRuleSeenFromTheLookAhead_data() { test::addKernelRows(); }
    void nesterovIsThePublishedRuleSeenFromTheLookAhead();
    void penaltiesEnterTheGradient_data();
    void penaltiesEnterTheGradient();
    void l1OfAZeroWeightIsZero_data() { test::addKernelRows(); }
    void l1OfAZeroWeightIsZero();
    void unknownNamesAreRefused();
};

namespace {

constexpr std::array<double, 2> curvature{1.0, 10.0};
constexpr int steps = 200;

/// A few numbers as the kernels take them.
class Numbers
{
public:
    Numbers() = default;
    Numbers(std::initializer_list<Scalar> values)
    {
        std::copy(values.begin(), values.end(), data());
    }

    [[nodiscard]] Scalar *data() { return m_buffer.data(); }
    [[nodiscard]] std::size_t size() const { return m_buffer.size(); }
    Scalar &operator[](std::size_t i) { return m_buffer.data()[i]; }

private:
    AlignedBuffer<Scalar> m_buffer{vectorWidth};
};

void update(const char *id, const UpdateRule &rule, Numbers &w, Numbers gradient, Numbers &first,
            Numbers &second)
{
    (test::fetchedKernels().*findOptimizer(id).update)(rule, w.data(), gradient.data(),
                                                       first.data(), second.data(), w.size());
}

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
    QTest::addColumn<QString>("kernels");
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("rate");
    for (const Kernels *kernels : supportedKernels()) {
        const auto add = [kernels](const char *id, double rate) {
            QTest::addRow("%s, %s", id, kernels->id) << kernels->id << id << rate;
        };
        add("sgd", 0.05);
        add("momentum", 0.02);
        add("rmsprop", 0.01);
        add("adam", 0.05);
    }
}

void TestOptimizer::stepsFollowThePublishedRule()
{
    QFETCH(QString, id);
    QFETCH(double, rate);
    Numbers w{1.5, -0.7};
    Numbers first;
    Numbers second;
    std::array<double, 2> expected{1.5, -0.7};
    std::array<PublishedRule, 2> rules{published(id, rate), published(id, rate)};
    UpdateRule ofStep = rule(rate);
    ofStep.gradientScale = 0.25; // of a gradient summed over four examples
    for (int step = 1; step <= steps; ++step) {
        ofStep.step = static_cast<std::uint64_t>(step);
        update(id.toUtf8().constData(), ofStep, w,
               {4.0 * curvature[0] * w[0], 4.0 * curvature[1] * w[1]}, first, second);
        for (std::size_t i = 0; i < expected.size(); ++i) {
            expected[i] = rules[i](expected[i], curvature[i] * expected[i], step);
            QVERIFY2(std::fabs(w[i] - expected[i]) <= 1e-12, qPrintable(QString::number(step)));
        }
    }
    QVERIFY(std::fabs(w[0]) < 0.2); // it went downhill: nothing was compared with a standstill
}

void TestOptimizer::nesterovIsThePublishedRuleSeenFromTheLookAhead()
{
    constexpr double eta = 0.02;
    constexpr double mu = 0.9;
    Numbers theta{1.5, -0.7}; // = w + mu v, and v begins at zero
    Numbers state;
    Numbers unused;
    std::array<double, 2> w{1.5, -0.7};
    std::array<double, 2> v{};
    for (int step = 1; step <= steps; ++step) {
        update("nesterov", rule(eta), theta, {curvature[0] * theta[0], curvature[1] * theta[1]},
               state, unused);
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
    QTest::addColumn<QString>("kernels");
    QTest::addColumn<QString>("id");
    for (const Kernels *kernels : supportedKernels()) {
        for (const Optimizer &optimizer : optimizers())
            QTest::addRow("%s, %s", optimizer.id, kernels->id) << kernels->id << optimizer.id;
    }
}

void TestOptimizer::penaltiesEnterTheGradient()
{
    QFETCH(QString, id);
    const std::array<Scalar, 3> start{0.8, -0.3, 0.05};
    const std::array<Scalar, 3> gradient{0.1, 0.2, -0.4};
    UpdateRule penalized = rule(0.01);
    penalized.weightDecay = 0.03;
    penalized.weightShrinkage = 0.02;
    Numbers w{start[0], start[1], start[2]};
    Numbers states[4];
    update(id.toUtf8().constData(), penalized, w, {gradient[0], gradient[1], gradient[2]},
           states[0], states[1]);

    Numbers whole;
    for (std::size_t i = 0; i < start.size(); ++i)
        whole[i] = gradient[i] + 0.03 * start[i] + 0.02 * (start[i] > 0 ? 1.0 : -1.0);
    Numbers expected{start[0], start[1], start[2]};
    update(id.toUtf8().constData(), rule(0.01), expected, whole, states[2], states[3]);
    for (std::size_t i = 0; i < start.size(); ++i)
        NABLA_COMPARE_RELATIVE(w[i], expected[i], 1e-12);
}

void TestOptimizer::l1OfAZeroWeightIsZero()
{
    UpdateRule shrinking = rule(0.1);
    shrinking.weightShrinkage = 1.0;
    Numbers w;
    Numbers unused;
    update("sgd", shrinking, w, {}, unused, unused);
    QCOMPARE(w[0], 0.0);
}

void TestOptimizer::unknownNamesAreRefused()
{
    QVERIFY_EXCEPTION_THROWN((void)findOptimizer("newton"), std::invalid_argument);
}

NABLA_TEST(TestOptimizer)
#include "tst_optimizer.moc"
