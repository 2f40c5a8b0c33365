// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/scope/scope_export.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QIODevice>
#include <QTemporaryDir>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestScopeExport final : public QObject
{
    Q_OBJECT

private slots:
    void aTableHasARowForEveryBucket();
    void aFileIsWrittenWhole();
    void aFailedWriteLeavesTheOldFileAlone();
    void aFolderThatIsNotThereIsSaidInWords();
};

void TestScopeExport::aTableHasARowForEveryBucket()
{
    const std::vector<MetricBucket> cost{MetricBucket::of(10, 0.5),
                                         {11, 12, 2, 0.25, 0.75, 1.0, 0.75}};
    const std::vector<MetricBucket> speed{MetricBucket::of(0, 1e-7)};
    const std::vector<MetricBucket> seconds{MetricBucket::of(10, 1.0)};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const StepScale epochs(XUnit::Epochs, 10, {});
    const ExportedRun first{"one, two",
                            {{{Metric::MiniBatchCost}, cost}, {{Metric::ProbeSpeed, 2}, speed}},
                            epochs,
                            StepScale(XUnit::Seconds, 10, seconds)};
    const ExportedRun second{"a \"b\"",
                             {{{Metric::ErrorSize, 1}, speed}, {{Metric::DigitScore, 0}, speed}},
                             epochs,
                             epochs};
    QVERIFY(writeCsv(buffer, {first, second}));
    const QList<QByteArray> lines = buffer.data().trimmed().split('\n');
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[0],
             QByteArray("run,curve,first_step,last_step,epoch,seconds,count,min,mean,max"));
    QCOMPARE(lines[1], QByteArray("\"one, two\",mini_batch_cost,10,10,1,1,1,0.5,0.5,0.5"));
    QCOMPARE(lines[2], QByteArray("\"one, two\",mini_batch_cost,11,12,1.2,1.2,2,0.25,0.5,0.75"));
    QCOMPARE(lines[3], QByteArray("\"one, two\",probe_speed_layer_2,0,0,0,0,1,1e-07,1e-07,1e-07"));
    QCOMPARE(lines[4],
             QByteArray("\"a \"\"b\"\"\",error_size_layer_1,0,0,0,0,1,1e-07,1e-07,1e-07"));
    QCOMPARE(lines[5], QByteArray("\"a \"\"b\"\"\",digit_score_0,0,0,0,0,1,1e-07,1e-07,1e-07"));
}

void TestScopeExport::aFileIsWrittenWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("values.csv");
    QCOMPARE(writeFile(path, [](QIODevice &device) { return device.write("abc") == 3; }),
             QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("abc"));
}

void TestScopeExport::aFailedWriteLeavesTheOldFileAlone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("values.csv");
    QCOMPARE(writeFile(path, [](QIODevice &device) { return device.write("old") == 3; }),
             QString());
    const QString error = writeFile(path, [](QIODevice &device) {
        device.write("ne");
        return false;
    });
    QVERIFY(error.contains(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
}

void TestScopeExport::aFolderThatIsNotThereIsSaidInWords()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("missing/values.csv");
    QVERIFY(writeFile(path, [](QIODevice &) { return true; }).contains(path));
}

NABLA_WINDOW_TEST(TestScopeExport)
#include "tst_scope_export.moc"
