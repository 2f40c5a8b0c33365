// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/gradient_check.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <set>

using namespace nabla;

class TestGradientCheck final : public QObject
{
    Q_OBJECT

private slots:
    void backpropagationAgreesWithCentralDifferences_data();
    void backpropagationAgreesWithCentralDifferences();
    void everyKindIsThere();
    void theNameTellsChecksApart();
    void anErrorIsSeen();
};

void TestGradientCheck::backpropagationAgreesWithCentralDifferences_data()
{
    QTest::addColumn<int>("index");
    const auto checks = allGradientChecks();
    for (std::size_t i = 0; i < checks.size(); ++i)
        QTest::newRow(checks[i].name().c_str()) << static_cast<int>(i);
}

void TestGradientCheck::backpropagationAgreesWithCentralDifferences()
{
    QFETCH(int, index);
    const GradientCheck check = allGradientChecks()[static_cast<std::size_t>(index)];
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const GradientCheckResult result = checkGradient(check, seed);
        const double bound = check.isSmooth() ? smoothGradientBound : kinkedGradientBound;
        QVERIFY2(result.relativeError <= bound,
                 qPrintable(QStringLiteral("%1 in %2, seed %3")
                                .arg(result.relativeError)
                                .arg(QString::fromStdString(result.tensor))
                                .arg(seed)));
        QVERIFY(result.relativeError > 0.0); // differences are never exact: 0 would compare nothing
    }
}

void TestGradientCheck::everyKindIsThere()
{
    std::set<std::string> seen;
    for (const GradientCheck &check : allGradientChecks()) {
        seen.insert(check.architecture.activations.front());
        seen.insert(check.architecture.activations.back());
        seen.insert(check.cost);
        seen.insert(check.architecture.batchNormalization ? "batch" : "none");
        seen.insert(check.architecture.outputCode == OutputCode::Binary ? "binary" : "one-hot");
        seen.insert(check.dropout > 0.0 ? "dropout" : "whole");
    }
    const std::set<std::string> expected{"sigmoid",        "tanh",    "relu",      "leaky-relu",
                                         "linear",         "softmax", "quadratic", "cross-entropy",
                                         "log-likelihood", "batch",   "none",      "binary",
                                         "one-hot",        "dropout", "whole"};
    QCOMPARE(seen, expected);
}

void TestGradientCheck::theNameTellsChecksApart()
{
    std::set<std::string> names;
    for (const GradientCheck &check : allGradientChecks())
        names.insert(check.name());
    QCOMPARE(names.size(), allGradientChecks().size());
}

void TestGradientCheck::anErrorIsSeen()
{
    // The cross-entropy's output error a - y is wrong for tanh outputs: the check must say so.
    GradientCheck wrong;
    wrong.architecture = {{12, 7, 10}, {"sigmoid", "tanh"}};
    wrong.cost = "cross-entropy";
    QVERIFY(checkGradient(wrong, 1).relativeError > 1e-3);
}

NABLA_TEST(TestGradientCheck)
#include "tst_gradient_check.moc"
