// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/digit_cache.h"

#include "core/digits/digit_generator.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QIODevice>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace nabla;
using nabla::test::areEqual;

class TestDigitCache final : public QObject
{
    Q_OBJECT

private slots:
    void aSetComesBackAsItWas();
    void aDamagedFileIsNoFile();
    void digitsAreMadeOnceAndThenRead();
    void aFileOfOtherDigitsIsReplaced();
    void aFolderThatCannotBeWrittenCostsOnlyTime();
    void cancellingGivesNothing();

private:
    [[nodiscard]] std::filesystem::path path(const char *name) const
    {
        return m_folder.filePath(name).toStdString();
    }
    QTemporaryDir m_folder;
};

namespace {

QByteArray contentOf(const std::filesystem::path &file)
{
    QFile input(QString::fromStdString(file.string()));
    return input.open(QIODevice::ReadOnly) ? input.readAll() : QByteArray();
}

void setContent(const std::filesystem::path &file, const QByteArray &content)
{
    QFile output(QString::fromStdString(file.string()));
    QVERIFY(output.open(QIODevice::WriteOnly));
    output.write(content);
}

/// Whether the digits were generated: only that tells its progress beyond the beginning.
class Watch
{
public:
    ProgressFunction progress()
    {
        return [this](double done) {
            m_last = done;
            return true;
        };
    }
    [[nodiscard]] bool hasSeenWork() const { return m_last > 0.0; }

private:
    double m_last = 0.0;
};

} // namespace

void TestDigitCache::aSetComesBackAsItWas()
{
    const auto set = test::barData(60, 20, 30);
    writeDigitCache(path("deep/below/bars"), *set);
    const auto kept = readDigitCache(path("deep/below/bars"));
    QVERIFY(kept.has_value());
    QVERIFY(areEqual(*kept, *set));
    QVERIFY(!readDigitCache(path("nothing")).has_value());
}

void TestDigitCache::aDamagedFileIsNoFile()
{
    writeDigitCache(path("bars"), *test::barData(20, 10, 10));
    const QByteArray whole = contentOf(path("bars"));
    for (qsizetype length = 0; length < whole.size(); length += 1 + length / 7) {
        setContent(path("damaged"), whole.left(length));
        QVERIFY(!readDigitCache(path("damaged")).has_value());
    }
    setContent(path("damaged"), whole + 'x');
    QVERIFY(!readDigitCache(path("damaged")).has_value());
    for (qsizetype i = 0; i < whole.size(); i += 1 + i / 20) {
        QByteArray changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 0x10);
        setContent(path("damaged"), changed);
        QVERIFY2(!readDigitCache(path("damaged")).has_value(), qPrintable(QString::number(i)));
    }
}

void TestDigitCache::digitsAreMadeOnceAndThenRead()
{
    Watch first;
    const auto made = cachedDigits(path("mild"), mildDigits(), 1, first.progress());
    QVERIFY(made.has_value() && first.hasSeenWork());
    Watch second;
    const auto read = cachedDigits(path("mild"), mildDigits(), 1, second.progress());
    QVERIFY(read.has_value() && !second.hasSeenWork());
    QVERIFY(areEqual(*made, *read));
    QCOMPARE(read->training.size(), 50'000);
}

void TestDigitCache::aFileOfOtherDigitsIsReplaced()
{
    QVERIFY(readDigitCache(path("mild")).has_value()); // of the test before
    DigitStyle thicker = mildDigits();
    thicker.penWidth = 2.4;
    for (const std::uint64_t seed : {std::uint64_t(1), std::uint64_t(2)}) {
        Watch watch;
        const auto made = cachedDigits(path("mild"), thicker, seed, watch.progress());
        QVERIFY(made.has_value() && watch.hasSeenWork());
        QVERIFY(std::ranges::equal(made->training.image(5),
                                   generateDigit(thicker, seed, 5, generatedLabel(seed, 5))));
    }
}

void TestDigitCache::aFolderThatCannotBeWrittenCostsOnlyTime()
{
    setContent(path("file"), "no folder");
    Watch watch;
    const auto made = cachedDigits(path("file/below"), mildDigits(), 1, watch.progress());
    QVERIFY(made.has_value() && watch.hasSeenWork());
}

void TestDigitCache::cancellingGivesNothing()
{
    QVERIFY(!cachedDigits(path("mild"), mildDigits(), 2, [](double) { return false; }).has_value());
}

NABLA_TEST(TestDigitCache)
#include "tst_digit_cache.moc"
