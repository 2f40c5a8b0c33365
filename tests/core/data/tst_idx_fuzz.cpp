// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx_file.h"
#include "core/files/file_error.h"
#include "tests/support/files/idx_bytes.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace nabla;
using namespace nabla::test;

/// Thousands of damaged files: each is either read as a sound set or refused with a FileError,
/// never anything else. Deterministic.
class TestIdxFuzz final : public QObject
{
    Q_OBJECT

private slots:
    void damagedFilesAreReadSoundlyOrRefused_data();
    void damagedFilesAreReadSoundlyOrRefused();
};

namespace {

using Random = std::mt19937_64;

std::string damaged(std::string bytes, Random &random)
{
    const auto somewhere = [&] {
        return bytes.empty() ? 0 : random() % bytes.size();
    };
    // Headers are where readers fail: half of the damage goes there.
    const auto place = [&] {
        return random() % 2 ? somewhere() : somewhere() % 20;
    };
    const int changes = 1 + static_cast<int>(random() % 4);
    for (int i = 0; i < changes && !bytes.empty(); ++i) {
        const std::size_t at = place() % bytes.size();
        switch (random() % 5) {
        case 0:
            bytes[at] = static_cast<char>(random());
            break;
        case 1:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
            break;
        case 2:
            bytes.resize(somewhere());
            break;
        case 3:
            bytes.insert(at, random() % 50, static_cast<char>(random()));
            break;
        default:
            bytes.erase(at, 1 + random() % 9);
            break;
        }
    }
    return bytes;
}

} // namespace

void TestIdxFuzz::damagedFilesAreReadSoundlyOrRefused_data()
{
    QTest::addColumn<std::string>("sound");
    QTest::newRow("images") << idxImages(7);
    QTest::newRow("labels") << idxLabels(40);
    QTest::newRow("gzipped images") << gzipped(idxImages(7));
    QTest::newRow("gzipped labels") << gzipped(idxLabels(40));
}

void TestIdxFuzz::damagedFilesAreReadSoundlyOrRefused()
{
    QFETCH(std::string, sound);
    const QTemporaryDir dir;
    const std::filesystem::path path = (dir.path() + "/file").toStdString();
    Random random(20261);
    int refused = 0;
    constexpr int rounds = 3000;
    for (int round = 0; round < rounds; ++round) {
        writeFile(path, damaged(sound, random));
        try {
            const auto pixels = readIdxImages(path);
            QVERIFY(!pixels.empty() && pixels.size() % imagePixels == 0);
        } catch (const FileError &) {
            ++refused;
        }
        try {
            const auto labels = readIdxLabels(path);
            QVERIFY(!labels.empty());
            QVERIFY(
                std::all_of(labels.begin(), labels.end(), [](auto label) { return label < 10; }));
        } catch (const FileError &) {
            ++refused;
        }
    }
    QVERIFY(refused > rounds); // at least the reader of the other kind refused each
}

NABLA_TEST(TestIdxFuzz)
#include "tst_idx_fuzz.moc"
