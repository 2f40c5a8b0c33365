// SPDX-License-Identifier: GPL-3.0-or-later
// A run that is killed, or interrupted, and goes on as if nothing had happened.
#include "core/experiments/model_metadata.h"
#include "core/experiments/recorded_run.h"
#include "core/sources/data_catalog.h"
#include "core/train/checkpoint.h"
#include "core/train/trainer.h"
#include "tests/support/files/idx_folder.h"
#include "tests/support/nabla_process.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using nabla::test::CommandResult;
using nabla::test::runNabla;

class TestResume final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void killedAtAnyMomentItEndsInTheSameDigest();
    void interruptedItWritesItsCheckpoint();
    void aFinishedRunHasNothingLeftToDo();
    void metricsAreWholeAfterAResume();
    void aResumedRunRecordsTheEpochsBefore();
    void anotherExperimentIsRefused();
    void aRunThatTheWindowSavedGoesOn();
    void aDamagedCheckpointIsRefused();

private:
    [[nodiscard]] QStringList words(const QString &folder) const;
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QByteArray m_digest; ///< of the undisturbed run
};

QStringList TestResume::words(const QString &folder) const
{
    return {"train",
            "--digest",
            "--data",
            path("digits"),
            "--layers",
            "784,12,10",
            "--activation",
            "relu",
            "--dropout",
            "0.2",
            "--epochs",
            "12",
            "--optimizer",
            "adam",
            "--schedule",
            "cosine",
            "--expansion",
            "shift",
            "--normalization",
            "batch",
            "--checkpoint",
            path(qPrintable(folder)),
            "--checkpoint-seconds",
            "0",
            "--resume"};
}

void TestResume::initTestCase()
{
    nabla::test::writeIdxFolder(path("digits").toStdString(), 300, 60);
    const CommandResult whole = runNabla(words("whole"));
    QCOMPARE(whole.exitCode, 0);
    m_digest = whole.output;
    QCOMPARE(m_digest.trimmed().size(), 16);
}

void TestResume::killedAtAnyMomentItEndsInTheSameDigest()
{
    QRandomGenerator random(50);
    int kills = 0;
    for (int round = 0; kills < 50 && round < 400; ++round) {
        const QString folder = QStringLiteral("killed%1").arg(round / 10);
        QProcess process;
        process.start(QStringLiteral(NABLA_EXECUTABLE), words(folder));
        QVERIFY(process.waitForStarted());
        if (process.waitForFinished(random.bounded(5, 250))) {
            QCOMPARE(process.readAllStandardOutput(), m_digest); // it had been killed before
            continue;
        }
        process.kill();
        process.waitForFinished();
        ++kills;
        if (random.bounded(2) == 0) // or it is killed once more
            QCOMPARE(runNabla(words(folder)).output, m_digest);
    }
    QCOMPARE(kills, 50);
}

void TestResume::interruptedItWritesItsCheckpoint()
{
    QStringList slow = words("interrupted");
    slow[slow.indexOf("--checkpoint-seconds") + 1] = "1000"; // only the interruption writes one
    slow[slow.indexOf("--epochs") + 1] = "100000";
    QProcess process;
    slow.removeOne("--digest");
    process.start(QStringLiteral(NABLA_EXECUTABLE), slow);
    while (process.bytesAvailable() < 400) // it is training
        QVERIFY(process.waitForReadyRead());
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(QFile::exists(path("interrupted") + "/run.checkpoint"));
    QVERIFY(process.readAllStandardOutput().contains("digest"));
}

void TestResume::aFinishedRunHasNothingLeftToDo()
{
    const CommandResult again = runNabla(words("whole"));
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(again.output, m_digest);
}

void TestResume::metricsAreWholeAfterAResume()
{
    QProcess process;
    process.start(QStringLiteral(NABLA_EXECUTABLE), words("metrics"));
    process.waitForFinished(120);
    process.kill();
    process.waitForFinished();
    const QString file = path("metrics.jsonl");
    QCOMPARE(runNabla(words("metrics") + QStringList{"--metrics", file}).output, m_digest);
    QFile metrics(file);
    QVERIFY(metrics.open(QIODevice::ReadOnly));
    int epoch = 0;
    for (; !metrics.atEnd(); ++epoch) {
        const QJsonObject record = QJsonDocument::fromJson(metrics.readLine()).object();
        QCOMPARE(record["epoch"].toInt(-1), epoch);
        QVERIFY(record["validationAccuracy"].isDouble());
    }
    QCOMPARE(epoch, 13);

    const QString table = path("metrics.csv");
    QCOMPARE(runNabla(words("whole") + QStringList{"--metrics", table}).exitCode, 0);
    QFile csv(table);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = csv.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), 14);
    for (const QByteArray &line : lines)
        QCOMPARE(line.count(','), lines.first().count(','));
}

void TestResume::aResumedRunRecordsTheEpochsBefore()
{
    const QString file = path("resumed.nablarun");
    QCOMPARE(runNabla(words("whole") << "--record" << file).exitCode, 0); // nothing is left to do
    const nabla::RecordedRun run = nabla::loadRecordedRun(file.toStdString());
    QCOMPARE(run.history.series({nabla::Metric::ValidationCost}).count(), std::uint64_t(13));
    QCOMPARE(run.history.series({nabla::Metric::ProbeSpeed, 1}).count(), std::uint64_t(13));
    QVERIFY(run.history.series({nabla::Metric::MiniBatchCost}).empty());
    QCOMPARE(run.status.state, nabla::RunState::Finished);
}

void TestResume::anotherExperimentIsRefused()
{
    QStringList other = words("whole");
    other[other.indexOf("--dropout") + 1] = "0.3";
    const CommandResult result = runNabla(other);
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.errors.contains("another experiment"), result.errors.constData());
}

void TestResume::aRunThatTheWindowSavedGoesOn()
{
    using namespace nabla;
    const std::string whole = path("whole/run.checkpoint").toStdString();
    const ExperimentConfig config = experimentOf(loadCheckpoint(whole).metadata);
    Trainer trainer(config, loadData(config.data));
    for (int step = 0; step < 47; ++step)
        trainer.stepMiniBatch();
    QVERIFY(QDir().mkpath(path("window")));
    // The window keeps no record of the epochs.
    saveCheckpoint(path("window/run.checkpoint").toStdString(), trainer.network(), trainer.state(),
                   modelMetadata(config));
    const CommandResult result = runNabla(words("window"));
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QCOMPARE(result.output, m_digest);
}

void TestResume::aDamagedCheckpointIsRefused()
{
    QVERIFY(QDir().mkpath(path("damaged")));
    QFile::copy(path("whole") + "/run.checkpoint", path("damaged") + "/run.checkpoint");
    QFile file(path("damaged") + "/run.checkpoint");
    QVERIFY(file.resize(file.size() / 2));
    const CommandResult result = runNabla(words("damaged"));
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.errors.contains("truncated"), result.errors.constData());
}

NABLA_TEST(TestResume)
#include "tst_resume.moc"
