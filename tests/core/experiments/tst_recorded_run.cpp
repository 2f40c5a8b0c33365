// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/presets.h"
#include "core/experiments/recorded_run.h"
#include "core/experiments/recorded_run_json.h"
#include "tests/support/files/without_rights.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <bit>
#include <cmath>
#include <fstream>
#include <limits>
#include <random>

using namespace nabla;

class TestRecordedRun final : public QObject
{
    Q_OBJECT

private slots:
    void everyNumberSurvivesToTheBit();
    void aRunWithoutAStepSurvives();
    void aLongRunSurvivesAsItWasKept();
    void numbersThatAreNoneSurvive();
    void aRunIsAtRestInItsRecord();
    void badFilesAreNamedWithPlaceAndReason_data();
    void badFilesAreNamedWithPlaceAndReason();
    void impossibleContentIsRefusedWithItsPlace_data();
    void impossibleContentIsRefusedWithItsPlace();
    void aChangedByteIsNoticedOrChangesNothing();
    void aCutFileIsRefused();
    void whatCannotBeWrittenIsSaid();

private:
    [[nodiscard]] std::filesystem::path file(const char *name) const
    {
        return m_folder.filePath(name).toStdString();
    }
    QTemporaryDir m_folder;
};

namespace {

bool isSameBits(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b)
           || (std::isnan(a) && std::isnan(b));
}

bool isSame(const MetricBucket &a, const MetricBucket &b)
{
    return a.firstStep == b.firstStep && a.lastStep == b.lastStep && a.count == b.count
           && isSameBits(a.min, b.min) && isSameBits(a.max, b.max) && isSameBits(a.sum, b.sum)
           && isSameBits(a.last, b.last);
}

bool isSame(const RunHistory &a, const RunHistory &b)
{
    if (a.layerCount() != b.layerCount() || a.stepsPerEpoch() != b.stepsPerEpoch()
        || a.lastStep() != b.lastStep() || a.marks() != b.marks()
        || a.allSeries().size() != b.allSeries().size())
        return false;
    return std::ranges::all_of(a.allSeries(), [&b](const auto &entry) {
        return std::ranges::equal(entry.second.buckets(), b.series(entry.first).buckets(),
                                  [](const auto &x, const auto &y) { return isSame(x, y); });
    });
}

bool isSame(const RecordedRun &a, const RecordedRun &b)
{
    const bool isSameConfusion
        = a.confusion && b.confusion ? *a.confusion == *b.confusion : a.confusion == b.confusion;
    return a.experiment == b.experiment && a.data == b.data && a.program == b.program
           && a.kernels == b.kernels && a.status == b.status && isSameConfusion
           && isSame(a.history, b.history);
}

RecordedRun emptyRun()
{
    RecordedRun run;
    run.experiment = findPreset("two-hidden-layers")->config;
    run.data = {"Built-in digits, “neat”", 50'000, 10'000, 10'000};
    run.program = "0.1.0";
    run.kernels = "avx2";
    run.status.stepsPerEpoch = 5000;
    run.status.totalSteps = 150'000;
    run.status.epochs = 30;
    run.history = RunHistory(3, 5000);
    return run;
}

/// Every metric, with numbers of every size.
RecordedRun someRun(int steps = 40)
{
    RecordedRun run = emptyRun();
    std::mt19937_64 random(7);
    const auto number = [&random] {
        const double mantissa = static_cast<double>(random()) * 0x1p-64;
        return std::ldexp(mantissa - 0.25, static_cast<int>(random() % 600) - 300);
    };
    for (const MetricName &metric : metricNames()) {
        for (int layer = metric.isOfLayer ? 1 : 0; layer <= (metric.isOfLayer ? 3 : 0); ++layer) {
            for (int step = 1; step <= steps; ++step)
                run.history.append({metric.metric, layer}, static_cast<std::uint64_t>(step),
                                   number());
        }
    }
    run.history.mark({3, "learningRate", 0.1, 0.30000000000000004});
    run.history.mark({5, "regularizationParameter", 5.0, 0.0});
    run.status.state = RunState::Diverged;
    run.status.step = static_cast<std::uint64_t>(steps);
    run.status.seconds = 12.345678901234567;
    run.status.digitsPerSecond = 212'345.6789;
    run.status.digest = 0x00ab'cdef'0123'4567;
    run.status.digestStep = 40;
    run.status.hasDigest = true;
    run.status.divergedLayer = 2;
    run.status.message = "no \"end\"\nof it";
    Confusion confusion{};
    confusion[3][5] = 17;
    confusion[9][9] = 1009;
    run.confusion = std::make_shared<const Confusion>(confusion);
    return run;
}

std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const std::filesystem::path &path, const std::string &content)
{
    std::ofstream(path, std::ios::binary) << content;
}

QString problemOf(const std::filesystem::path &path)
{
    try {
        (void)loadRecordedRun(path);
    } catch (const std::invalid_argument &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

void TestRecordedRun::everyNumberSurvivesToTheBit()
{
    const RecordedRun run = someRun();
    saveRecordedRun(file("run.nablarun"), run);
    QVERIFY(isSame(loadRecordedRun(file("run.nablarun")), run));
}

void TestRecordedRun::aRunWithoutAStepSurvives()
{
    saveRecordedRun(file("empty.nablarun"), emptyRun());
    const RecordedRun loaded = loadRecordedRun(file("empty.nablarun"));
    QVERIFY(isSame(loaded, emptyRun()));
    QVERIFY(loaded.history.allSeries().empty());
    QVERIFY(!loaded.status.hasDigest);
}

void TestRecordedRun::aLongRunSurvivesAsItWasKept()
{
    RecordedRun run = emptyRun();
    for (std::uint64_t step = 1; step <= 100'000; ++step)
        run.history.append({Metric::MiniBatchCost}, step, 1.0 / static_cast<double>(step));
    QVERIFY(run.history.series({Metric::MiniBatchCost}).recordsPerBucket() > 1);
    saveRecordedRun(file("long.nablarun"), run);
    QVERIFY(isSame(loadRecordedRun(file("long.nablarun")), run));
}

void TestRecordedRun::numbersThatAreNoneSurvive()
{
    RecordedRun run = emptyRun();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::uint64_t step = 0;
    for (const double value : {infinity, -infinity, std::nan(""), -0.0, 5e-324, 1.7e308})
        run.history.append({Metric::ValidationCost}, ++step, value);
    run.history.append({Metric::TestCost},
                       MetricBucket{1, 9, 3, -infinity, 4.0, std::nan(""), 4.0});
    saveRecordedRun(file("nan.nablarun"), run);
    QVERIFY(isSame(loadRecordedRun(file("nan.nablarun")), run));
}

void TestRecordedRun::aRunIsAtRestInItsRecord()
{
    RecordedRun run = someRun();
    run.status.state = RunState::Running;
    saveRecordedRun(file("running.nablarun"), run);
    QCOMPARE(loadRecordedRun(file("running.nablarun")).status.state, RunState::Paused);
}

void TestRecordedRun::badFilesAreNamedWithPlaceAndReason_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << ""
                           << "line 1, column 1";
    QTest::newRow("no JSON") << "digits"
                             << "is no JSON";
    QTest::newRow("no object") << "[1]"
                               << "is no record of a run";
    QTest::newRow("an experiment") << R"({"learningRate": 0.25})"
                                   << "is no record of a run";
    QTest::newRow("no version") << R"({"format": "nablarun"})"
                                << "does not say in which version";
    QTest::newRow("newer") << R"({"format": "nablarun", "version": 2})"
                           << "version 2 of the format, this program reads version 1";
    QTest::newRow("no hash") << R"({"format": "nablarun", "version": 1, "run": {}})"
                             << "changed or damaged";
    QTest::newRow("too deep") << QString(300, QLatin1Char('[')) << "nested too deeply";
    QTest::newRow("too large a number") << "[1e999]"
                                        << "too large";
}

void TestRecordedRun::badFilesAreNamedWithPlaceAndReason()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto path = file("bad.nablarun");
    write(path, text.toStdString());
    const QString problem = problemOf(path);
    QVERIFY2(problem.contains(says), qPrintable(problem));
    QVERIFY2(problem.startsWith(QString::fromStdString(path.string())), qPrintable(problem));
}

void TestRecordedRun::impossibleContentIsRefusedWithItsPlace_data()
{
    QTest::addColumn<QString>("place"); // a JSON pointer into the record
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *place, const char *value, const char *says) {
        QTest::addRow("%s %s", place, value) << place << value << says;
    };
    row("/program", "3", "program must be a text");
    row("/data/test", "-1", "data.test must be a whole number");
    row("/data", "[]", "data.title is missing");
    row("/experiment/learningRate", "-2", "learningRate");
    row("/experiment/layers", "[784, 10]", "series[");
    row("/status/state", "\"running\"", "status.state is \"running\"");
    row("/status/step", "1.5", "status.step must be a whole number");
    row("/status/stepsPerEpoch", "0", "must not be 0");
    row("/status/seconds", "\"inf\"", "status.seconds must be finite");
    row("/status/digest", "\"00AB\"", "sixteen hexadecimal digits");
    row("/status/epochs", "3000000000", "from 0 to 2147483647");
    row("/marks", "{}", "marks must be a list");
    row("/marks/1/field", "\"seed\"", "marks[1].field is \"seed\"");
    row("/marks/0/after", "\"nan\"", "marks[0].after must be finite");
    row("/confusion", "[[1]]", "ten rows");
    row("/confusion/3", "[1]", "ten numbers");
    row("/confusion/3/3", "-1", "confusion must be a whole number");
    row("/series", "null", "series must be a list");
    row("/series/0/metric", "\"loss\"", "series[0].metric is \"loss\"");
    row("/series/0/layer", "1", "is not measured of");
    row("/series/2/layer", "9", "is not measured of");
    row("/series/1/metric", "\"miniBatchCost\"", "stands there already");
    row("/series/0/buckets", "7", "must be a list of at most 4096");
    row("/series/0/buckets/4", "[1, 2, 3]", "series[0].buckets[4] must be a list");
    row("/series/0/buckets/4/1", "\"many\"", "series[0].buckets[4] must be a number");
    row("/series/0/buckets/4/0", "2", "series[0].buckets[4] cannot have been measured");
    row("/series/0/buckets/4", "[5, 4, 2, 1, 2, 3, 2]", "cannot have been measured");
    row("/series/0/buckets/4", "[5, 5, 0, 1, 2, 3, 2]", "cannot have been measured");
    row("/series/0/buckets/4", "[5, 5, 2, 3, 2, 5, 2]", "cannot have been measured");
    row("/series/0/buckets/4", "[5, 5, 2, 1, 2, 9, 2]", "cannot have been measured");
    row("/series/0/buckets/4", "[5, 5, 2, 1, 2, 3, 4]", "cannot have been measured");
}

void TestRecordedRun::impossibleContentIsRefusedWithItsPlace()
{
    QFETCH(QString, place);
    QFETCH(QString, value);
    QFETCH(QString, says);
    nlohmann::json object = nlohmann::json::parse(toJson(someRun()).dump());
    const nlohmann::json::json_pointer pointer(place.toStdString());
    QVERIFY(object.contains(pointer));
    object[pointer] = nlohmann::json::parse(value.toStdString());
    try {
        (void)recordedRunFromJson(object);
        QFAIL("was taken");
    } catch (const std::invalid_argument &error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
    }
}

void TestRecordedRun::aChangedByteIsNoticedOrChangesNothing()
{
    const auto path = file("whole.nablarun");
    const RecordedRun run = someRun(3);
    saveRecordedRun(path, run);
    const std::string whole = contentOf(path);
    std::mt19937_64 random(11);
    int refused = 0;
    constexpr int rounds = 3000;
    for (int round = 0; round < rounds; ++round) {
        std::string text = whole;
        // Half of them in the first line, which the hash does not cover.
        const std::size_t length = round % 2 == 0 ? text.find('\n') : text.size();
        text[random() % length] ^= static_cast<char>(1U << (random() % 8));
        write(path, text);
        try {
            QVERIFY(isSame(loadRecordedRun(path), run));
        } catch (const std::invalid_argument &) {
            ++refused;
        }
    }
    QVERIFY(refused > rounds * 9 / 10);
}

void TestRecordedRun::aCutFileIsRefused()
{
    const auto path = file("cut.nablarun");
    saveRecordedRun(path, someRun(3));
    const std::string whole = contentOf(path);
    for (std::size_t size = 0; size + 1 < whole.size(); size += 1 + whole.size() / 300) {
        write(path, whole.substr(0, size));
        QVERIFY2(!problemOf(path).isEmpty(), qPrintable(QString::number(size)));
    }
}

void TestRecordedRun::whatCannotBeWrittenIsSaid()
{
    const auto says = [](const std::filesystem::path &path, const RecordedRun &run) {
        try {
            saveRecordedRun(path, run);
        } catch (const std::runtime_error &error) {
            return QString::fromUtf8(error.what());
        }
        return QString();
    };
    QVERIFY(says(file("gone/run.nablarun"), emptyRun()).contains("does the folder exist?"));
    RecordedRun run = emptyRun();
    run.data.title = "\xff\xfe";
    QVERIFY(says(file("title.nablarun"), run).contains("no UTF-8"));
    QVERIFY(!std::filesystem::exists(file("title.nablarun")));
    if (std::filesystem::exists("/dev/full")) {
        QVERIFY(says("/dev/full", someRun()).contains("make room on the disk"));
        QVERIFY(std::filesystem::is_character_file("/dev/full")); // no file took its place
    }
    const test::WithoutRights nobody;
    QVERIFY(says("/nobody.nablarun", emptyRun()).contains("may you write there?"));
    QVERIFY(problemOf(file("never.nablarun")).contains("does it exist"));
}

NABLA_TEST(TestRecordedRun)
#include "tst_recorded_run.moc"
