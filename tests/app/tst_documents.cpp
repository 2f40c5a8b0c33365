// SPDX-License-Identifier: GPL-3.0-or-later
// What `nabla` says of itself: help, completion, manual page.
#include "core/experiments/field_table.h"
#include "tests/support/nabla_process.h"
#include "tests/support/test_program.h"

#include <QProcess>
#include <QTest>

using nabla::test::runNabla;

class TestDocuments final : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldIsAFlagWithItsHelp();
    void completionOffersCommandsFlagsAndChoices_data();
    void completionOffersCommandsFlagsAndChoices();
    void theManualPageNamesEveryCommandAndFlag();
    void gradcheckPasses();
};

namespace {

QByteArray flagBytes(const nabla::Field &field)
{
    return QByteArray::fromStdString(flagOf(field));
}

} // namespace

void TestDocuments::everyFieldIsAFlagWithItsHelp()
{
    const QByteArray help = runNabla({"train", "--help"}).output;
    for (const nabla::Field &field : nabla::fieldTable())
        QVERIFY2(help.contains("--" + flagBytes(field)), field.key);
}

void TestDocuments::completionOffersCommandsFlagsAndChoices_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("offers");
    QTest::newRow("commands") << "nabla tr"
                              << "train";
    QTest::newRow("flags") << "nabla train --learn"
                           << "--learning-rate";
    QTest::newRow("choices") << "nabla train --optimizer ne"
                             << "nesterov";
    QTest::newRow("flags after a value") << "nabla train --optimizer adam --dropo"
                                         << "--dropout";
    QTest::newRow("a second word") << "nabla completion b"
                                   << "bash";
}

void TestDocuments::completionOffersCommandsFlagsAndChoices()
{
    QFETCH(QString, typed);
    QFETCH(QString, offers);
    const QByteArray script = runNabla({"completion", "bash"}).output;
    QProcess bash;
    bash.start("bash", {"--norc"});
    bash.write(script);
    bash.write("\nCOMP_WORDS=(" + typed.toUtf8()
               + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); "
                 "_nabla; printf '%s\\n' \"${COMPREPLY[@]}\"\n");
    bash.closeWriteChannel();
    QVERIFY(bash.waitForFinished());
    const QString offered = QString::fromUtf8(bash.readAllStandardOutput());
    QVERIFY2(offered.split(QLatin1Char('\n')).contains(offers),
             qPrintable(offered + QString::fromUtf8(bash.readAllStandardError())));
}

void TestDocuments::theManualPageNamesEveryCommandAndFlag()
{
    const QByteArray page = runNabla({"man"}).output;
    QVERIFY(page.startsWith(".TH nabla 1"));
    for (const char *command :
         {"train", "evaluate", "classify", "export", "data inspect", "reproduce", "gradcheck"})
        QVERIFY2(page.contains(QByteArray("nabla ") + command), command);
    for (const nabla::Field &field : nabla::fieldTable())
        QVERIFY2(page.contains("\\fB\\-\\-" + flagBytes(field).replace("-", "\\-")), field.key);
    for (const QByteArray &line : page.split('\n'))
        QVERIFY2(!line.startsWith("'"), line.constData());
}

void TestDocuments::gradcheckPasses()
{
    const auto result = runNabla({"gradcheck", "--seed", "5"});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.output.contains("PASS"));
    QVERIFY(!result.output.contains("FAIL"));
}

NABLA_TEST(TestDocuments)
#include "tst_documents.moc"
