// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: words, output, exit codes.
#include "core/experiments/recorded_run.h"
#include "core/kernels/kernels.h"
#include "core/math/digest.h"
#include "tests/support/files/idx_folder.h"
#include "tests/support/nabla_process.h"
#include "tests/support/test_program.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>

using nabla::test::CommandResult;
using nabla::test::runNabla;

class TestNabla final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void trainPrintsOneObjectWithEveryEpoch();
    void theSameWordsGiveTheSameDigest();
    void everySetOfKernelsTrainsAndOthersAreRefused();
    void noEpochsGiveTheUntrainedNetworkAlone();
    void aSavedModelIsEvaluatedToTheSameAccuracy();
    void wrongInputEndsWithTwoAndWords_data();
    void wrongInputEndsWithTwoAndWords();
    void divergenceEndsWithOneAndSaysWhere();
    void experimentsAreListed();
    void drawingsAreClassified();
    void numbersAreReadWithTheirCuts();
    void badPicturesEndWithTwoAndWords();
    void aModelIsExported();
    void digitsAreGeneratedAndInspected();
    void aRunIsRecordedAsItWasMeasured();
    void aRecordThatCannotBeWrittenIsToldBeforeTheTraining();
    void claimsAreListedAndOtherDataRefused();
    void aClaimThatFailsIsExitCodeOne();

private:
    [[nodiscard]] QJsonObject train(const QStringList &words) const;
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_data;
};

QJsonObject TestNabla::train(const QStringList &words) const
{
    const CommandResult result
        = runNabla(QStringList{"train", "--json", "--data", m_data, "--layers", "784,12,10",
                               "--learning-rate", "0.5"}
                   + words);
    if (result.exitCode != 0)
        qWarning("%s", result.errors.constData());
    return QJsonDocument::fromJson(result.output).object();
}

void TestNabla::initTestCase()
{
    m_data = path("digits");
    nabla::test::writeIdxFolder(m_data.toStdString(), 600, 120);
}

void TestNabla::trainPrintsOneObjectWithEveryEpoch()
{
    const QJsonObject object = train({"--epochs", "3", "--seed", "7"});
    QCOMPARE(object["configuration"].toObject()["seed"].toInt(), 7);
    QCOMPARE(object["digest"].toString().size(), 16);
    const QJsonArray epochs = object["epochs"].toArray();
    QCOMPARE(epochs.size(), 4);
    for (int epoch = 0; epoch < epochs.size(); ++epoch) {
        const QJsonObject entry = epochs[epoch].toObject();
        QCOMPARE(entry["epoch"].toInt(), epoch);
        for (const char *key : {"trainingCost", "penalty", "validationCost", "validationAccuracy",
                                "testAccuracy", "digitsPerSecond"})
            QVERIFY2(entry[key].isDouble(), key);
        QCOMPARE(entry["learningSpeed"].toArray().size(), 1); // one hidden layer
        QVERIFY(entry["learningSpeed"].toArray()[0].toDouble() > 0.0);
    }
    QVERIFY(epochs[3].toObject()["testAccuracy"].toDouble()
            > epochs[0].toObject()["testAccuracy"].toDouble());
    QVERIFY(epochs[3].toObject()["digitsPerSecond"].toDouble() > 0.0);
}

void TestNabla::theSameWordsGiveTheSameDigest()
{
    const QString digest = train({"--epochs", "2"})["digest"].toString();
    QVERIFY(!digest.isEmpty());
    QCOMPARE(train({"--epochs", "2"})["digest"].toString(), digest);
    QVERIFY(train({"--epochs", "2", "--seed", "9"})["digest"].toString() != digest);
}

void TestNabla::noEpochsGiveTheUntrainedNetworkAlone()
{
    const QJsonArray epochs = train({"--epochs", "0"})["epochs"].toArray();
    QCOMPARE(epochs.size(), 1);
    QCOMPARE(epochs[0].toObject()["epoch"].toInt(), 0);
}

void TestNabla::aSavedModelIsEvaluatedToTheSameAccuracy()
{
    const QString model = path("m.safetensors");
    const QJsonArray epochs = train({"--epochs", "3", "--save", model})["epochs"].toArray();
    const CommandResult result
        = runNabla({"evaluate", "--model", model, "--data", m_data, "--json"});
    QCOMPARE(result.exitCode, 0);
    const QJsonObject object = QJsonDocument::fromJson(result.output).object();
    QCOMPARE(object["testAccuracy"].toDouble(), epochs[3].toObject()["testAccuracy"].toDouble());
    QVERIFY(object["testCost"].toDouble() > 0.0);
    int digits = 0;
    QCOMPARE(object["confusion"].toArray().size(), 10);
    for (const QJsonValue row : object["confusion"].toArray()) {
        for (const QJsonValue count : row.toArray())
            digits += count.toInt();
    }
    QCOMPARE(digits, 120);
}

void TestNabla::wrongInputEndsWithTwoAndWords_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("says");
    QTest::newRow("no word") << QStringList{} << "subcommand";
    QTest::newRow("an unknown word") << QStringList{"dance"} << "subcommand";
    QTest::newRow("an unknown flag") << QStringList{"train", "--colour", "red"} << "--colour";
    QTest::newRow("a gap in the layers")
        << QStringList{"train", "--layers", "784,,10"} << "entry 2 is empty";
    QTest::newRow("no neurons") << QStringList{"train", "--layers", "784,0,10"} << "entry 2 is 0";
    QTest::newRow("too many") << QStringList{"train", "--layers", "784,1000000,10"} << "4096";
    QTest::newRow("NaN") << QStringList{"train", "--learning-rate", "nan"} << "between";
    QTest::newRow("negative") << QStringList{"train", "--learning-rate", "-3"} << "between";
    QTest::newRow("an unknown data set") << QStringList{"train", "--data", "emnist"} << "builtin";
    QTest::newRow("no such folder")
        << QStringList{"train", "--data", "/no/such/folder"} << "/no/such/folder";
    QTest::newRow("an unknown experiment")
        << QStringList{"train", "--experiment", "x"} << "experiments";
    QTest::newRow("no such model")
        << QStringList{"evaluate", "--model", "/no/model", "--data", "builtin"} << "/no/model";
}

void TestNabla::wrongInputEndsWithTwoAndWords()
{
    QFETCH(QStringList, words);
    QFETCH(QString, says);
    const CommandResult result = runNabla(words);
    QCOMPARE(result.exitCode, 2);
    QVERIFY2((result.errors + result.output).contains(says.toUtf8()), result.errors.constData());
    QVERIFY(!result.output.contains("digest"));
}

void TestNabla::divergenceEndsWithOneAndSaysWhere()
{
    const CommandResult result = runNabla(
        {"train", "--data", m_data, "--layers", "784,30,30,30,30,10", "--activation", "relu",
         "--learning-rate", "100", "--regularization-parameter", "0", "--epochs", "20"});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errors.contains("diverged at step"), result.errors.constData());
    QVERIFY(result.errors.contains("in layer"));
}

void TestNabla::experimentsAreListed()
{
    const CommandResult result = runNabla({"experiments"});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.output.contains("vanishing-gradient"));
    QVERIFY(result.output.contains("built-in-digits"));
}

void TestNabla::drawingsAreClassified()
{
    const QString model = path("drawn.safetensors");
    QVERIFY(!train({"--epochs", "1", "--save", model}).isEmpty());
    const QByteArray drawings = R"({"strokes": [[[0, 0], [0, 9]]]})"
                                "\n"
                                R"({"strokes": [[[0, 0], [5, 0], [2, 9]]]})";
    const CommandResult result
        = runNabla({"classify", "--model", model, "--strokes", "-"}, drawings);
    QCOMPARE(result.exitCode, 0);
    const QList<QByteArray> lines = result.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    for (const QByteArray &line : lines) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QCOMPARE(object["outputs"].toArray().size(), 10);
        double sum = 0.0;
        for (const QJsonValue probability : object["probabilities"].toArray())
            sum += probability.toDouble();
        QVERIFY(std::abs(sum - 1.0) < 1e-6);
        QVERIFY(object["doubt"].isString());
        QVERIFY(object["digit"].toInt(-1) >= 0);
    }
}

void TestNabla::numbersAreReadWithTheirCuts()
{
    const QString model = path("number.safetensors");
    QVERIFY(!train({"--epochs", "1", "--save", model}).isEmpty());
    const QByteArray drawing
        = R"({"strokes": [[[0, 0], [0, 9]], [[8, 0], [8, 9]], [[16, 0], [16, 9]]]})";
    const CommandResult result
        = runNabla({"classify", "--model", model, "--number", "--strokes", "-"}, drawing);
    QCOMPARE(result.exitCode, 0);
    const QJsonObject object = QJsonDocument::fromJson(result.output).object();
    QCOMPARE(object["number"].toString().size(), 3);
    QCOMPARE(object["cuts"].toArray(), (QJsonArray{4, 12}));
    QCOMPARE(object["digits"].toArray().size(), 3);
    QVERIFY(object["others"].isArray());
    for (const QByteArray &bad :
         {QByteArray(R"({"strokes": []})"), QByteArray(R"({"strokes": [[[NaN, 0]]]})")}) {
        const CommandResult refused
            = runNabla({"classify", "--model", model, "--number", "--strokes", "-"}, bad);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY(!refused.errors.isEmpty());
    }
}

void TestNabla::badPicturesEndWithTwoAndWords()
{
    const QString model = path("bad.safetensors");
    QVERIFY(!train({"--epochs", "0", "--save", model}).isEmpty());
    for (const QStringList &words : {QStringList{path("missing.png")}, QStringList{model},
                                     QStringList{"--strokes", model}, QStringList{}}) {
        const CommandResult result = runNabla(QStringList{"classify", "--model", model} + words);
        QCOMPARE(result.exitCode, 2);
        QVERIFY(!result.errors.isEmpty());
    }
}

void TestNabla::aModelIsExported()
{
    const QString model = path("export.safetensors");
    QVERIFY(!train({"--epochs", "0", "--save", model}).isEmpty());
    for (const char *format : {"onnx", "safetensors"}) {
        const QString file = path("exported");
        const CommandResult result
            = runNabla({"export", "--model", model, "--format", format, "--output", file});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(QFileInfo(file).size() > 784 * 12 * 4);
    }
    QCOMPARE(
        runNabla({"export", "--model", model, "--format", "onnx", "--output", "/no/f"}).exitCode,
        1);
    QCOMPARE(runNabla({"export", "--model", model, "--format", "png", "--output", "x"}).exitCode,
             2);
}

void TestNabla::digitsAreGeneratedAndInspected()
{
    const QString folder = path("generated");
    QCOMPARE(runNabla({"data", "generate", folder, "--training", "60", "--test", "20"}).exitCode,
             0);
    const CommandResult again = runNabla({"data", "generate", folder});
    QCOMPARE(again.exitCode, 2);
    QVERIFY(again.errors.contains("--force"));
    const CommandResult result = runNabla({"data", "inspect", folder, "--json"});
    QCOMPARE(result.exitCode, 0);
    const QJsonObject facts = QJsonDocument::fromJson(result.output).object();
    QCOMPARE(facts["training"].toObject()["digits"].toInt(), 50);
    QCOMPARE(facts["validation"].toObject()["digits"].toInt(), 10);
    QCOMPARE(facts["test"].toObject()["digits"].toInt(), 20);
    QCOMPARE(facts["testImagesInTraining"].toInt(-1), 0);
    QVERIFY(runNabla({"data", "list"}).output.contains("builtin-strong"));
    QCOMPARE(runNabla({"data", "inspect", "/no/folder"}).exitCode, 2);
}

void TestNabla::aRunIsRecordedAsItWasMeasured()
{
    using nabla::Metric;
    const QString file = path("run.nablarun");
    const QJsonObject object
        = train({"--epochs", "3", "--seed", "7", "--record", file, "--kernels", "plain"});
    const nabla::RecordedRun run = nabla::loadRecordedRun(file.toStdString());
    QCOMPARE(run.experiment.seed, std::uint64_t(7));
    QCOMPARE(run.status.state, nabla::RunState::Finished);
    QCOMPARE(run.status.step, static_cast<std::uint64_t>(object["steps"].toInt()));
    QCOMPARE(QString::fromStdString(nabla::formatDigest(run.status.digest)),
             object["digest"].toString());
    QCOMPARE(run.kernels, std::string("plain"));
    QCOMPARE(run.data.training, 500);
    for (const Metric metric : {Metric::MiniBatchCost, Metric::MiniBatchAccuracy, Metric::Seconds})
        QCOMPARE(run.history.series({metric}).count(), run.status.step);
    for (const int layer : {1, 2})
        QCOMPARE(run.history.series({Metric::LearningSpeed, layer}).count(), run.status.step);
    const auto &accuracies = run.history.series({Metric::ValidationAccuracy}).buckets();
    const QJsonArray epochs = object["epochs"].toArray();
    QCOMPARE(accuracies.size(), std::size_t(4));
    for (int epoch = 0; epoch < 4; ++epoch) {
        const nabla::MetricBucket &bucket = accuracies[static_cast<std::size_t>(epoch)];
        QCOMPARE(bucket.lastStep, static_cast<std::uint64_t>(50 * epoch));
        QCOMPARE(bucket.last, epochs[epoch].toObject()["validationAccuracy"].toDouble());
    }
    QVERIFY(run.confusion);
}

void TestNabla::aRecordThatCannotBeWrittenIsToldBeforeTheTraining()
{
    const CommandResult result
        = runNabla({"train", "--data", m_data, "--record", path("no/folder/run.nablarun")});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.errors.contains("does the folder exist?"), result.errors.constData());
    QVERIFY(!result.output.contains("digest"));
}

void TestNabla::claimsAreListedAndOtherDataRefused()
{
    const CommandResult list = runNabla({"reproduce", "--list"});
    QCOMPARE(list.exitCode, 0);
    QVERIFY(list.output.contains("3.6"));
    const CommandResult other = runNabla({"reproduce", "1.8", "--data", m_data});
    QCOMPARE(other.exitCode, 2);
    QVERIFY2(other.errors.contains("MNIST"), other.errors.constData());
    QCOMPARE(runNabla({"reproduce", "9.9"}).exitCode, 2);
    QCOMPARE(runNabla({"reproduce", "1.8", "--seeds", "2"}).exitCode, 2);
}

void TestNabla::aClaimThatFailsIsExitCodeOne()
{
    // As large as MNIST and with its first labels, but every image is the same: darkness knows
    // nothing.
    const auto blank = [](int count) {
        std::vector<std::uint8_t> labels(static_cast<std::size_t>(count));
        for (std::size_t i = 0; i < labels.size(); ++i)
            labels[i] = static_cast<std::uint8_t>(i % 10);
        std::ranges::copy(std::array{5, 0, 4, 1, 9, 2}, labels.begin());
        return nabla::LabelledImages(
            std::vector<std::uint8_t>(labels.size() * nabla::imagePixels, 1), labels);
    };
    const std::filesystem::path folder = m_folder.filePath("blank").toStdString();
    std::filesystem::create_directories(folder);
    nabla::test::writeIdxPair(folder / "train-images-idx3-ubyte",
                              folder / "train-labels-idx1-ubyte", blank(60000));
    nabla::test::writeIdxPair(folder / "t10k-images-idx3-ubyte", folder / "t10k-labels-idx1-ubyte",
                              blank(10000));
    const CommandResult result
        = runNabla({"reproduce", "1.8", "2.7", "--data", QString::fromStdString(folder)});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.output.contains("| **FAIL** |"), result.output.constData());
    QVERIFY(result.output.contains("| PASS |"));
    QVERIFY(result.output.contains("2 fail."));
}

void TestNabla::everySetOfKernelsTrainsAndOthersAreRefused()
{
    for (const nabla::Kernels *kernels : nabla::supportedKernels()) {
        const QJsonObject object = train({"--epochs", "1", "--kernels", kernels->id});
        QCOMPARE(object["kernels"].toString(), QString(kernels->id));
    }
    const CommandResult result = runNabla({"train", "--data", m_data, "--kernels", "mmx"});
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.errors.contains("no kernels \"mmx\""), result.errors.constData());
}

NABLA_TEST(TestNabla)
#include "tst_nabla.moc"
