// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/field_table.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <set>
#include <stdexcept>

using namespace nabla;

class TestFieldTable final : public QObject
{
    Q_OBJECT

private slots:
    void everyConfigurationSurvivesJsonAndText();
    void keysAndFlagsAreUnique();
    void badTextsAreRefusedInWords_data();
    void badTextsAreRefusedInWords();
    void everyProblemOfAFileIsNamed();
    void validateFindsWhatNoTextCouldSay();
};

namespace {

ExperimentConfig unusual()
{
    ExperimentConfig config;
    config.layers = {784, 17, 23, 10};
    config.activation = "relu";
    config.cost = "quadratic";
    config.initializer = "large";
    config.learningRate = 0.012345678901234567;
    config.miniBatchSize = 77;
    config.epochs = 3;
    config.regularizationParameter = 1e-4;
    config.seed = 18446744073709551615ULL;
    config.trainingSetSize = 1234;
    config.data = "/tmp/digits with a space";
    return config;
}

} // namespace

void TestFieldTable::everyConfigurationSurvivesJsonAndText()
{
    const ExperimentConfig config = unusual();
    QVERIFY(configFromJson(nlohmann::json::parse(toJson(config).dump())) == config);
    ExperimentConfig copy;
    for (const Field &field : fieldTable())
        setFromText(copy, field, toText(config, field));
    QVERIFY(copy == config);
    QVERIFY(validate(config).empty());
    QVERIFY(validate(ExperimentConfig()).empty());
}

void TestFieldTable::keysAndFlagsAreUnique()
{
    std::set<std::string> names;
    for (const Field &field : fieldTable()) {
        QVERIFY(names.insert(field.key).second);
        const std::string flag = flagOf(field);
        QVERIFY(flag == field.key || names.insert(flag).second);
        QVERIFY(*field.title != '\0' && *field.help != '\0');
        QCOMPARE(findField(field.key), &field);
    }
    QVERIFY(!findField("learning rate"));
    QCOMPARE(flagOf(*findField("cost")), std::string("cost"));
    QCOMPARE(flagOf(*findField("l1RegularizationParameter")),
             std::string("l1-regularization-parameter"));
}

void TestFieldTable::badTextsAreRefusedInWords_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("layers with a gap") << "layers"
                                       << "784,,10"
                                       << "entry 2 is empty";
    QTest::newRow("a layer without neurons") << "layers"
                                             << "784,0,10"
                                             << "entry 2 is 0";
    QTest::newRow("a layer of a million") << "layers"
                                          << "784,1000000,10"
                                          << "1 to 4096";
    QTest::newRow("NaN") << "learningRate"
                         << "nan"
                         << "between";
    QTest::newRow("infinity") << "learningRate"
                              << "inf"
                              << "between";
    QTest::newRow("a negative rate") << "learningRate"
                                     << "-1"
                                     << "between";
    QTest::newRow("an absurd rate") << "learningRate"
                                    << "1e300"
                                    << "between";
    QTest::newRow("no rate") << "learningRate"
                             << "0"
                             << "between";
    QTest::newRow("a word for a rate") << "learningRate"
                                       << "fast"
                                       << "number";
    QTest::newRow("rubbish behind a rate") << "learningRate"
                                           << "3x"
                                           << "number";
    QTest::newRow("nothing") << "learningRate"
                             << ""
                             << "number";
    QTest::newRow("a negative lambda") << "regularizationParameter"
                                       << "-0.1"
                                       << "between";
    QTest::newRow("an empty mini-batch") << "miniBatchSize"
                                         << "0"
                                         << "between";
    QTest::newRow("half a digit") << "miniBatchSize"
                                  << "2.5"
                                  << "whole number";
    QTest::newRow("epochs beyond counting") << "epochs"
                                            << "99999999999999999999"
                                            << "too large";
    QTest::newRow("negative epochs") << "epochs"
                                     << "-1"
                                     << "between";
    QTest::newRow("a negative seed") << "seed"
                                     << "-1"
                                     << "whole number";
    QTest::newRow("a seed of 65 bits") << "seed"
                                       << "18446744073709551616"
                                       << "too large";
    QTest::newRow("an unknown activation") << "activation"
                                           << "step"
                                           << "sigmoid, tanh, relu";
    QTest::newRow("an unknown cost") << "cost"
                                     << "hinge"
                                     << "quadratic, cross-entropy";
    QTest::newRow("no data") << "data"
                             << ""
                             << "folder";
}

void TestFieldTable::badTextsAreRefusedInWords()
{
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, says);
    ExperimentConfig config;
    try {
        setFromText(config, *findField(key.toStdString()), text.toStdString());
        QFAIL("taken");
    } catch (const std::invalid_argument &error) {
        QVERIFY2(QString(error.what()).contains(says), error.what());
        QVERIFY2(QString(error.what()).startsWith(key), error.what());
    }
    QVERIFY(config == ExperimentConfig()); // nothing half set
}

void TestFieldTable::everyProblemOfAFileIsNamed()
{
    const auto file = nlohmann::json::parse(
        R"({"learningRate": "fast", "epoch": 3, "layers": [784, 1e9, 10]})");
    try {
        static_cast<void>(configFromJson(file));
        QFAIL("taken");
    } catch (const std::invalid_argument &error) {
        const QString text = error.what();
        QVERIFY2(text.contains("learningRate") && text.contains("epoch: no such field")
                     && text.contains("layers"),
                 error.what());
    }
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(configFromJson(nlohmann::json::array())),
                             std::invalid_argument);
}

void TestFieldTable::validateFindsWhatNoTextCouldSay()
{
    ExperimentConfig config;
    config.learningRate = std::nan("");
    config.miniBatchSize = -3;
    const auto issues = validate(config);
    QCOMPARE(issues.size(), std::size_t(2));
    QCOMPARE(issues[0].field, std::string("learningRate"));
    QCOMPARE(issues[1].field, std::string("miniBatchSize"));
}

NABLA_TEST(TestFieldTable)
#include "tst_field_table.moc"
