// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book_curves.h"
#include "core/experiments/field_table.h"
#include "core/experiments/presets.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace nabla;

class TestBookCurves final : public QObject
{
    Q_OBJECT

private slots:
    void everyRowIsOrderedAsTheBookFound_data();
    void everyRowIsOrderedAsTheBookFound();
    void otherDepthsHaveNone();
    void theProtocolIsKnownWhateverItsSeedDataAndLength();
    void anotherExperimentHasNone_data();
    void anotherExperimentHasNone();
};

void TestBookCurves::everyRowIsOrderedAsTheBookFound_data()
{
    QTest::addColumn<int>("hiddenLayers");
    QTest::addColumn<double>("firstRatio"); // last layer / first layer, untrained
    QTest::addColumn<double>("lastRatio");
    QTest::newRow("2") << 2 << 4.70 << 2.80;
    QTest::newRow("3") << 3 << 23.9 << 14.7;
    QTest::newRow("4") << 4 << 95.8 << 112.6;
}

void TestBookCurves::everyRowIsOrderedAsTheBookFound()
{
    QFETCH(int, hiddenLayers);
    QFETCH(double, firstRatio);
    QFETCH(double, lastRatio);
    const auto rows = bookLearningSpeeds(hiddenLayers);
    QCOMPARE(rows.size(), std::size_t(12));
    QCOMPARE(rows.front().step, std::uint64_t(0));
    QCOMPARE(rows.back().step, std::uint64_t(499));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows[i].speeds.size(), static_cast<std::size_t>(hiddenLayers));
        QVERIFY(std::ranges::is_sorted(rows[i].speeds, std::less_equal<>()));
        QVERIFY(i == 0 || rows[i].step > rows[i - 1].step);
    }
    const auto ratio = [](const RecordedSpeeds &row) {
        return row.speeds.back() / row.speeds.front();
    };
    QVERIFY(std::abs(ratio(rows.front()) / firstRatio - 1.0) < 0.005);
    QVERIFY(std::abs(ratio(rows.back()) / lastRatio - 1.0) < 0.005);
}

void TestBookCurves::otherDepthsHaveNone()
{
    for (const int hiddenLayers : {-1, 0, 1, 5, 60})
        QVERIFY(bookLearningSpeeds(hiddenLayers).empty());
}

void TestBookCurves::theProtocolIsKnownWhateverItsSeedDataAndLength()
{
    for (const int hiddenLayers : {2, 3, 4}) {
        ExperimentConfig experiment
            = findPreset("learning-speed-" + std::to_string(hiddenLayers))->config;
        experiment.seed = 77;
        experiment.data = "mnist";
        experiment.epochs = 3;
        const auto rows = bookLearningSpeedsFor(experiment);
        QVERIFY(rows.data() == bookLearningSpeeds(hiddenLayers).data() && !rows.empty());
    }
}

void TestBookCurves::anotherExperimentHasNone_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("rate") << "learningRate"
                          << "0.2";
    QTest::newRow("lambda") << "regularizationParameter"
                            << "0.1";
    QTest::newRow("mini-batches") << "miniBatchSize"
                                  << "10";
    QTest::newRow("digits") << "trainingSetSize"
                            << "0";
    QTest::newRow("activation") << "activation"
                                << "relu";
    QTest::newRow("initializer") << "initializer"
                                 << "large";
    QTest::newRow("layers") << "layers"
                            << "784,30,30,20,30,10";
    QTest::newRow("no hidden layer") << "layers"
                                     << "784,10";
    QTest::newRow("dropout") << "dropout"
                             << "0.5";
}

void TestBookCurves::anotherExperimentHasNone()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    ExperimentConfig experiment = findPreset("learning-speed-4")->config;
    setFromText(experiment, *findField(field.toStdString()), value.toStdString());
    QVERIFY(bookLearningSpeedsFor(experiment).empty());
}

NABLA_TEST(TestBookCurves)
#include "tst_book_curves.moc"
