// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/download.h"

#include "core/files/file_error.h"
#include "core/files/sha256.h"
#include "tests/support/files/idx_bytes.h"
#include "tests/support/files/local_http_server.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace nabla;
using namespace nabla::test;
using namespace std::chrono_literals;

class TestDownload final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void keepsFilesWhoseContentIsRight();
    void reportsBytesAndTheMirror();
    void aMirrorThatFailsIsFollowedByTheNext_data();
    void aMirrorThatFailsIsFollowedByTheNext();
    void everyFailureOfEveryMirrorIsTold();
    void theMirrorThatWorkedIsAskedFirstForTheNextFile();
    void followsAFewRedirections();
    void cancelInTheMiddleLeavesNothing();
    void cancelEndsAStall();
    void whatIsThereAndRightIsNotFetchedAgain();
    void whatIsThereAndWrongIsReplaced();
    void aFullDiskIsNamedAndEndsIt();
    void aFolderThatCannotBeMadeIsNamed();
    void mnistIsDescribedAsItLies();

private:
    [[nodiscard]] DownloadOptions options() const;
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] std::filesystem::path folder() const { return m_dir->path().toStdString(); }
    QString failure(const DownloadOptions &options) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LocalHttpServer> m_bad;
    std::unique_ptr<LocalHttpServer> m_good;
};

namespace {

// Random bytes do not compress: several network packets.
std::string content(int seed)
{
    std::string bytes(300'000, '\0');
    std::uint32_t state = static_cast<std::uint32_t>(seed);
    for (char &byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

HttpAnswer serving(const std::string &body)
{
    HttpAnswer answer;
    answer.body = body;
    return answer;
}

DownloadFile describe(const std::string &name, const std::string &bytes)
{
    Sha256 sha;
    sha.add({reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()});
    return {name, 1000, bytes.size(), sha.hex()};
}

} // namespace

void TestDownload::initTestCase()
{
    for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"})
        qunsetenv(name); // the server is on this machine
}

void TestDownload::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_bad = std::make_unique<LocalHttpServer>();
    m_good = std::make_unique<LocalHttpServer>();
    m_good->setAnswer("a.gz", serving(gzipped(content(1))));
    m_good->setAnswer("b.gz", serving(gzipped(content(2))));
}

DownloadOptions TestDownload::options() const
{
    DownloadOptions options;
    options.files = {describe("a.gz", content(1)), describe("b.gz", content(2))};
    options.mirrors = {m_bad->address(), m_good->address()};
    options.stallTimeout = 200ms;
    return options;
}

QString TestDownload::failure(const DownloadOptions &options) const
{
    try {
        static_cast<void>(download(options, folder()));
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

void TestDownload::keepsFilesWhoseContentIsRight()
{
    DownloadOptions plan = options();
    plan.mirrors = {m_good->address()};
    const auto target = folder() / "new" / "folder";
    QCOMPARE(download(plan, target), DownloadResult::Complete);
    QCOMPARE(readFile(target / "a.gz"), gzipped(content(1)));
    QCOMPARE(readFile(target / "b.gz"), gzipped(content(2)));
}

void TestDownload::reportsBytesAndTheMirror()
{
    std::vector<DownloadProgress> seen;
    QCOMPARE(download(options(), folder(),
                      [&](const DownloadProgress &progress) {
                          seen.push_back(progress);
                          return true;
                      }),
             DownloadResult::Complete);
    const std::uint64_t all = gzipped(content(1)).size() + gzipped(content(2)).size();
    QCOMPARE(seen.front().bytes, std::uint64_t(0));
    QCOMPARE(seen.back().bytes, all);
    QCOMPARE(seen.back().total, all);
    QCOMPARE(seen.back().mirror, m_good->address());
    QVERIFY(std::any_of(seen.begin(), seen.end(),
                        [&](const auto &p) { return p.mirror == m_bad->address(); }));
    for (const DownloadProgress &progress : seen)
        QVERIFY(progress.bytes <= progress.total);
}

void TestDownload::aMirrorThatFailsIsFollowedByTheNext_data()
{
    QTest::addColumn<HttpAnswer>("answer");
    const std::string zip = gzipped(content(1));
    HttpAnswer answer = serving(zip);
    answer.status = 404;
    QTest::newRow("404") << answer;
    answer.status = 500;
    QTest::newRow("500") << answer;
    answer = serving(zip);
    answer.sentBytes = 100'000;
    QTest::newRow("cuts off in the middle") << answer;
    answer.sentBytes = 0;
    QTest::newRow("cuts off at once") << answer;
    answer.sentBytes = 1'000;
    answer.stalls = true;
    QTest::newRow("stalls in the middle") << answer;
    answer.sentBytes = 0;
    QTest::newRow("stalls at once") << answer;
    QTest::newRow("wrong content") << serving(gzipped(content(3)));
    QTest::newRow("a web page") << serving("<html>Log in to the hotel's network</html>");
    QTest::newRow("not compressed") << serving(content(1));
    QTest::newRow("empty") << serving({});
    QTest::newRow("a bomb") << serving(gzipped(std::string(20'000'000, 'x')));
    answer = serving(zip);
    answer.announcedBytes = zip.size() - 1000;
    QTest::newRow("announces too little") << answer;
    answer.announcedBytes = zip.size() + 1000;
    QTest::newRow("announces too much") << answer;
    answer.announcedBytes = 1ULL << 60;
    QTest::newRow("announces an ocean") << answer;
    answer = {};
    answer.status = 302;
    answer.location = "a.gz";
    QTest::newRow("redirects in a circle") << answer;
    answer.location = "file:///etc/hostname";
    QTest::newRow("redirects to a local file") << answer;
    answer.location = "ftp://127.0.0.1/a.gz";
    QTest::newRow("redirects to another protocol") << answer;
}

void TestDownload::aMirrorThatFailsIsFollowedByTheNext()
{
    QFETCH(HttpAnswer, answer);
    m_bad->setAnswer("a.gz", answer);
    QCOMPARE(download(options(), folder()), DownloadResult::Complete);
    QVERIFY(m_bad->requests("a.gz") >= 1);
    QCOMPARE(readFile(folder() / "a.gz"), gzipped(content(1)));
    QCOMPARE(files(), (QStringList{"a.gz", "b.gz"}));
}

void TestDownload::everyFailureOfEveryMirrorIsTold()
{
    HttpAnswer stalling = serving(gzipped(content(1)));
    stalling.sentBytes = 10;
    stalling.stalls = true;
    m_good->setAnswer("a.gz", stalling);
    DownloadOptions plan = options();
    plan.mirrors.push_back("http://127.0.0.1:1/"); // nobody listens there
    const QString message = failure(plan);
    QVERIFY2(message.contains("a.gz could not be downloaded"), qPrintable(message));
    QVERIFY2(message.contains(QString::fromStdString(m_bad->address()) + "a.gz: answered 404"),
             qPrintable(message));
    QVERIFY2(message.contains(QString::fromStdString(m_good->address()) + "a.gz: stalled"),
             qPrintable(message));
    QVERIFY2(message.contains("127.0.0.1:1/a.gz: "), qPrintable(message));
    QVERIFY(message.contains(m_dir->path())); // where to put the files by hand
    QCOMPARE(files(), QStringList());
}

void TestDownload::theMirrorThatWorkedIsAskedFirstForTheNextFile()
{
    m_bad->setAnswer("b.gz", serving(gzipped(content(2))));
    QCOMPARE(download(options(), folder()), DownloadResult::Complete);
    QCOMPARE(m_bad->requests("a.gz"), 1);
    QCOMPARE(m_bad->requests("b.gz"), 0);
    QCOMPARE(m_good->requests("b.gz"), 1);
}

void TestDownload::followsAFewRedirections()
{
    HttpAnswer redirection;
    redirection.status = 302;
    redirection.location = "second.gz";
    redirection.body = "moved";
    m_bad->setAnswer("a.gz", redirection);
    redirection.location = m_good->address() + "a.gz";
    m_bad->setAnswer("second.gz", redirection);
    m_bad->setAnswer("b.gz", serving(gzipped(content(2))));
    QCOMPARE(download(options(), folder()), DownloadResult::Complete);
    QCOMPARE(m_bad->requests("b.gz"), 1); // the first mirror delivered
    QCOMPARE(readFile(folder() / "a.gz"), gzipped(content(1)));
}

void TestDownload::cancelInTheMiddleLeavesNothing()
{
    HttpAnswer half = serving(gzipped(content(1)));
    half.sentBytes = 150'000;
    half.stalls = true;
    m_bad->setAnswer("a.gz", half);
    DownloadOptions plan = options();
    plan.stallTimeout = 60s;
    const auto untilBytesArrive = [](const DownloadProgress &p) {
        return p.bytes < 100'000;
    };
    QCOMPARE(download(plan, folder(), untilBytesArrive), DownloadResult::Canceled);
    QCOMPARE(files(), QStringList());
    QCOMPARE(m_good->requests("a.gz"), 0); // a wish of the user is no failure of a mirror
}

void TestDownload::cancelEndsAStall()
{
    HttpAnswer silent = serving(gzipped(content(1)));
    silent.sentBytes = 0;
    silent.stalls = true;
    m_bad->setAnswer("a.gz", silent);
    DownloadOptions plan = options();
    plan.stallTimeout = 60s;
    int calls = 0;
    const auto tenTimes = [&](const DownloadProgress &) {
        return ++calls < 10;
    };
    QCOMPARE(download(plan, folder(), tenTimes), DownloadResult::Canceled);
    QCOMPARE(calls, 10);
    QCOMPARE(files(), QStringList());
}

void TestDownload::whatIsThereAndRightIsNotFetchedAgain()
{
    writeFile(folder() / "a.gz", gzipped(content(1)));
    QCOMPARE(download(options(), folder()), DownloadResult::Complete);
    QCOMPARE(m_bad->requests("a.gz"), 0);
    QCOMPARE(m_good->requests("b.gz"), 1);
}

void TestDownload::whatIsThereAndWrongIsReplaced()
{
    writeFile(folder() / "a.gz", gzipped(content(3)));
    writeFile(folder() / "b.gz", gzipped(content(2)).substr(0, 1000));
    QCOMPARE(download(options(), folder()), DownloadResult::Complete);
    QCOMPARE(readFile(folder() / "a.gz"), gzipped(content(1)));
    QCOMPARE(readFile(folder() / "b.gz"), gzipped(content(2)));
}

void TestDownload::aFullDiskIsNamedAndEndsIt()
{
    // A limit on the size of files stands for the full disk: the write fails in the same way.
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{100'000, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    DownloadOptions plan = options();
    plan.mirrors = {m_good->address(), m_bad->address()};
    const QString message = failure(plan);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, oldHandler);
    QVERIFY2(message.contains("cannot be written"), qPrintable(message));
    QVERIFY2(message.contains("a.gz.part"), qPrintable(message));
    QCOMPARE(m_bad->requests("a.gz"), 0); // another mirror would not help
    QCOMPARE(files(), QStringList());
}

void TestDownload::aFolderThatCannotBeMadeIsNamed()
{
    writeFile(folder() / "file", "in the way");
    try {
        static_cast<void>(download(options(), folder() / "file" / "below"));
        QFAIL("downloaded");
    } catch (const FileError &error) {
        QVERIFY(QString::fromUtf8(error.what()).contains("cannot be made"));
    }
}

void TestDownload::mnistIsDescribedAsItLies()
{
    const std::filesystem::path mnist = qgetenv("NABLA_MNIST_DIR").toStdString();
    if (!std::filesystem::exists(mnist / "train-images-idx3-ubyte.gz"))
        QSKIP("the real MNIST is not here: set NABLA_MNIST_DIR to its folder");
    for (const DownloadFile &file : mnistFiles())
        m_good->setAnswer(file.name, serving(readFile(mnist / file.name)));
    DownloadOptions plan;
    plan.mirrors = {m_good->address()};
    QCOMPARE(download(plan, folder()), DownloadResult::Complete);
    QCOMPARE(files().size(), 4);
}

NABLA_TEST(TestDownload)
#include "tst_download.moc"
