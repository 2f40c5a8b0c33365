// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/forms/field_problem.h"

#include <QTest>

#include <stdexcept>

using namespace nabla;
using namespace nabla::ui;

class TestFieldProblem final : public QObject
{
    Q_OBJECT

private slots:
    void whatTheCoreRefusesIsExplained_data();
    void whatTheCoreRefusesIsExplained();
};

void TestFieldProblem::whatTheCoreRefusesIsExplained_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("an empty layer") << "layers"
                                    << "784,,10"
                                    << "Write whole numbers";
    QTest::newRow("a layer of nothing") << "layers"
                                        << "784,0,10"
                                        << "Entry 2 is 0";
    QTest::newRow("a giant layer") << "layers"
                                   << "784,1000000,10"
                                   << "Entry 2 is 1000000";
    QTest::newRow("a layer beyond any number") << "layers"
                                               << "784,99999999999,10"
                                               << "Write whole numbers";
    QTest::newRow("words") << "layers"
                           << "many"
                           << "Write whole numbers";
    QTest::newRow("one layer") << "layers"
                               << "784"
                               << "at least the input and the output layer";
    QTest::newRow("other pixels") << "layers"
                                  << "100,10"
                                  << "must be 784, not 100";
    QTest::newRow("other digits") << "layers"
                                  << "784,12"
                                  << "must be 10, or 4";
    QTest::newRow("too many weights") << "layers"
                                      << "784,4096,4096,10"
                                      << "too many";
    QTest::newRow("no number") << "learningRate"
                               << "fast"
                               << "“fast” is no number";
    QTest::newRow("nan") << "learningRate"
                         << "nan"
                         << "no number";
    QTest::newRow("negative") << "learningRate"
                              << "-1"
                              << "Must be between";
    QTest::newRow("infinite") << "learningRate"
                              << "inf"
                              << "Must be between";
    QTest::newRow("absurd") << "regularizationParameter"
                            << "1e30"
                            << "Must be between";
    QTest::newRow("nothing") << "regularizationParameter"
                             << ""
                             << "no number";
    QTest::newRow("no mini-batch") << "miniBatchSize"
                                   << "0"
                                   << "Must be between";
    QTest::newRow("half an epoch") << "epochs"
                                   << "1.5"
                                   << "no whole number";
    QTest::newRow("a long epoch") << "epochs"
                                  << "99999999999999999999"
                                  << "Must be between";
    QTest::newRow("a negative seed") << "seed"
                                     << "-1"
                                     << "18446744073709551615";
    QTest::newRow("a long seed") << "seed"
                                 << "18446744073709551616"
                                 << "18446744073709551615";
}

void TestFieldProblem::whatTheCoreRefusesIsExplained()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Field &field = *findField(key.toStdString());
    ExperimentConfig config;
    std::string reason;
    try {
        setFromText(config, field, text.toStdString());
    } catch (const std::invalid_argument &error) {
        reason = error.what();
    }
    QVERIFY(!reason.empty());
    const QString problem = fieldProblem(field, text.toStdString(), reason);
    QVERIFY2(problem.contains(expected), qPrintable(problem));
    QCOMPARE(config, ExperimentConfig());
}

NABLA_TEST(TestFieldProblem)
#include "tst_field_problem.moc"
