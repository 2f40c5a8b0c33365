// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/experiment_file.h"
#include "core/experiments/presets.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <random>

using namespace nabla;

class TestExperimentFile final : public QObject
{
    Q_OBJECT

private slots:
    void everyPresetSurvivesAFile();
    void whatIsNotNamedHasItsDefault();
    void badFilesAreNamedWithPlaceAndReason_data();
    void badFilesAreNamedWithPlaceAndReason();
    void allProblemsAreNamedAtOnce();
    void mutationsLoadOrAreRefused();

private:
    std::filesystem::path write(const std::string &text) const
    {
        const std::filesystem::path path = m_folder.filePath("experiment.json").toStdString();
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    QTemporaryDir m_folder;
};

void TestExperimentFile::everyPresetSurvivesAFile()
{
    const std::filesystem::path path = m_folder.filePath("preset.json").toStdString();
    for (const Preset &preset : presets()) {
        saveExperiment(path, preset.config);
        QVERIFY2(loadExperiment(path) == preset.config, preset.id);
    }
}

void TestExperimentFile::whatIsNotNamedHasItsDefault()
{
    ExperimentConfig expected;
    expected.learningRate = 0.25;
    QVERIFY(loadExperiment(write(R"({"learningRate": 0.25})")) == expected);
}

void TestExperimentFile::badFilesAreNamedWithPlaceAndReason_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << "{\n  \"epochs\": 3,\n  \"seed\" 4\n}"
                             << "line 3, column";
    QTest::newRow("empty") << ""
                           << "line 1, column 1";
    QTest::newRow("no object") << "[1]"
                               << "JSON object";
    QTest::newRow("unknown key") << R"({"learningrate": 1})"
                                 << "learningrate: no such field";
    QTest::newRow("out of range") << R"({"learningRate": -1})"
                                  << "must be between";
    QTest::newRow("wrong type") << R"({"epochs": 2.5})"
                                << "whole number";
    QTest::newRow("unknown choice") << R"({"optimizer": "newton"})"
                                    << "sgd, momentum";
    QTest::newRow("do not fit") << R"({"cost": "log-likelihood"})"
                                << "needs softmax";
    QTest::newRow("too many names") << R"({"activation": "relu,tanh"})"
                                    << "2 names for 4 hidden";
    QTest::newRow("too deep") << QString(300, QLatin1Char('[')) << "nested too deeply";
}

void TestExperimentFile::badFilesAreNamedWithPlaceAndReason()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto path = write(text.toStdString());
    try {
        (void)loadExperiment(path);
        QFAIL("was taken");
    } catch (const std::invalid_argument &error) {
        const QString message = QString::fromUtf8(error.what());
        QVERIFY2(message.contains(says), error.what());
        QVERIFY2(message.startsWith(QString::fromStdString(path.string())), error.what());
    }
}

void TestExperimentFile::allProblemsAreNamedAtOnce()
{
    try {
        (void)loadExperiment(write(R"({"epochs": -1, "seeds": 3, "dropout": 2})"));
        QFAIL("was taken");
    } catch (const std::invalid_argument &error) {
        const QString message = QString::fromUtf8(error.what());
        for (const char *field : {"epochs", "seeds", "dropout"})
            QVERIFY2(message.contains(QLatin1String(field)), error.what());
    }
}

void TestExperimentFile::mutationsLoadOrAreRefused()
{
    const std::filesystem::path path = m_folder.filePath("preset.json").toStdString();
    saveExperiment(path, presets().front().config);
    std::ifstream file(path);
    const std::string whole{std::istreambuf_iterator<char>(file), {}};
    std::mt19937_64 random(4);
    int refused = 0;
    for (int round = 0; round < 2000; ++round) {
        std::string text = whole;
        for (int i = 0; i < 3; ++i)
            text[random() % text.size()] = static_cast<char>(random());
        try {
            const ExperimentConfig config = loadExperiment(write(text));
            QVERIFY(validate(config).empty());
        } catch (const std::invalid_argument &) {
            ++refused;
        }
    }
    QVERIFY(refused > 1000);
}

NABLA_TEST(TestExperimentFile)
#include "tst_experiment_file.moc"
