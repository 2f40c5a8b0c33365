// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sources/mnist_download.h"

#include "core/files/sha256.h"
#include "tests/support/files/idx_bytes.h"
#include "tests/support/files/local_http_server.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nabla;
using namespace nabla::test;
using namespace nabla::ui;

class TestMnistDownload final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void whatArrivedIsSaidOnce();
    void progressIsTold();
    void cancelingLeavesNothing();
    void aFailureIsToldInWords();
    void destroyingItCancels();

private:
    void serve(bool stalls);
    [[nodiscard]] DownloadOptions options() const;
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<LocalHttpServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_content = std::string(300'000, 'd');
};

void TestMnistDownload::initTestCase()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"})
        qunsetenv(name); // the server is on this machine
}

void TestMnistDownload::init()
{
    m_server = std::make_unique<LocalHttpServer>();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestMnistDownload::serve(bool stalls)
{
    HttpAnswer answer;
    answer.body = gzipped(m_content);
    answer.stalls = stalls;
    if (stalls)
        answer.sentBytes = 100;
    m_server->setAnswer("digits.gz", answer);
}

DownloadOptions TestMnistDownload::options() const
{
    Sha256 sha;
    sha.add({reinterpret_cast<const std::uint8_t *>(m_content.data()), m_content.size()});
    DownloadOptions options;
    options.files = {{"digits.gz", 1000, m_content.size(), sha.hex()}};
    options.mirrors = {m_server->address()};
    return options;
}

void TestMnistDownload::whatArrivedIsSaidOnce()
{
    serve(false);
    MnistDownload download(options(), m_folder->path().toStdString());
    QSignalSpy finished(&download, &MnistDownload::finished);
    download.start();
    QVERIFY(download.isRunning());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!download.isRunning());
    QCOMPARE(files(), QStringList{"digits.gz"});
}

void TestMnistDownload::progressIsTold()
{
    serve(true);
    MnistDownload download(options(), m_folder->path().toStdString());
    QSignalSpy progress(&download, &MnistDownload::progressed);
    download.start();
    QTRY_VERIFY(!progress.isEmpty() && progress.last()[0].toULongLong() == 100);
    QVERIFY(progress.last()[1].toULongLong() > 100);
}

void TestMnistDownload::cancelingLeavesNothing()
{
    serve(true);
    MnistDownload download(options(), m_folder->path().toStdString());
    QSignalSpy canceled(&download, &MnistDownload::canceled);
    download.start();
    download.cancel();
    QTRY_COMPARE(canceled.size(), 1);
    QCOMPARE(files(), QStringList());
}

void TestMnistDownload::aFailureIsToldInWords()
{
    MnistDownload download(options(), m_folder->path().toStdString());
    QSignalSpy failed(&download, &MnistDownload::failed);
    download.start();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY2(failed[0][0].toString().contains("404"), qPrintable(failed[0][0].toString()));
    QCOMPARE(files(), QStringList());
}

void TestMnistDownload::destroyingItCancels()
{
    serve(true);
    {
        MnistDownload download(options(), m_folder->path().toStdString());
        download.start();
        QTRY_VERIFY(m_server->requests("digits.gz") > 0);
    }
    QCOMPARE(files(), QStringList());
}

NABLA_EVENTS_TEST(TestMnistDownload)
#include "tst_mnist_download.moc"
