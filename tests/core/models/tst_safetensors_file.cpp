// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/safetensors_file.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fstream>
#include <random>

using namespace nabla;

class TestSafetensorsFile final : public QObject
{
    Q_OBJECT

private slots:
    void whatWasWrittenIsRead();
    void sameContentSameBytes();
    void anotherWritersFileIsRead();
    void aFileCutAnywhereIsRefused();
    void badHeadersAreRefused_data();
    void badHeadersAreRefused();
    void aWrongTypeOrShapeIsRefused();
    void mutationsLoadOrAreRefused();
    void aFileThatCannotBeWrittenSaysSoAndKeepsTheOldOne();

private:
    [[nodiscard]] std::filesystem::path path(const char *name) const
    {
        return m_folder.filePath(name).toStdString();
    }
    QTemporaryDir m_folder;
};

namespace {

std::string bytesOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::filesystem::path &path, const std::string &bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

/// A file with this header and so many bytes of data.
std::string fileOf(const std::string &header, std::size_t data)
{
    const std::uint64_t length = header.size();
    return std::string(reinterpret_cast<const char *>(&length), sizeof length) + header
           + std::string(data, '\1');
}

SafetensorsWriter sample()
{
    SafetensorsWriter writer;
    const std::array<float, 6> floats{1.5F, -2.0F, 3.0F, 0.0F, 1e-30F, 7.0F};
    const std::array<std::uint64_t, 2> numbers{1, ~0ULL};
    const std::array<double, 1> real{0.1};
    writer.setMetadata({{"format", "test"}, {"quote", "a \"b\" \n"}});
    writer.add("w", {2, 3}, std::span<const float>(floats));
    writer.add("n", {2}, std::span<const std::uint64_t>(numbers));
    writer.add("x", {}, std::span<const double>(real));
    writer.add("none", {0, 4}, std::span<const std::int32_t>());
    return writer;
}

bool isRefused(const std::filesystem::path &path)
{
    try {
        const SafetensorsFile file(path);
        return false;
    } catch (const ModelFileError &error) {
        return QByteArray(error.what()).startsWith(path.c_str());
    }
}

} // namespace

void TestSafetensorsFile::whatWasWrittenIsRead()
{
    sample().write(path("a"));
    const SafetensorsFile file(path("a"));
    QCOMPARE(file.metadata().at("quote"), std::string("a \"b\" \n"));
    QCOMPARE(file.values<float>("w", {2, 3}),
             (std::vector<float>{1.5F, -2.0F, 3.0F, 0.0F, 1e-30F, 7.0F}));
    QCOMPARE(file.values<std::uint64_t>("n", {2}), (std::vector<std::uint64_t>{1, ~0ULL}));
    QCOMPARE(file.values<double>("x", {}), std::vector<double>{0.1});
    QVERIFY(file.values<std::int32_t>("none", {0, 4}).empty());
    QVERIFY(file.has("n") && !file.has("m"));
    QVERIFY(!std::filesystem::exists(path("a.part")));
}

void TestSafetensorsFile::sameContentSameBytes()
{
    sample().write(path("a"));
    sample().write(path("b"));
    QCOMPARE(bytesOf(path("a")), bytesOf(path("b")));
}

void TestSafetensorsFile::anotherWritersFileIsRead()
{
    // No metadata, no padding, tensors not in the order of their bytes, a type that is not ours.
    write(path("a"), fileOf(R"({"b":{"dtype":"F16","shape":[2],"data_offsets":[4,8]},)"
                            R"("a":{"dtype":"I8","shape":[4],"data_offsets":[0,4]}})",
                            8));
    const SafetensorsFile file(path("a"));
    QVERIFY(file.metadata().empty());
    QVERIFY(file.has("a") && file.has("b"));
}

void TestSafetensorsFile::aFileCutAnywhereIsRefused()
{
    sample().write(path("a"));
    const std::string whole = bytesOf(path("a"));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        write(path("cut"), whole.substr(0, length));
        QVERIFY2(isRefused(path("cut")), qPrintable(QString::number(length)));
    }
}

void TestSafetensorsFile::badHeadersAreRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    const auto row = [](const char *name, const char *header) {
        QTest::newRow(name) << QByteArray(header);
    };
    row("no JSON", "{\"w\":");
    row("no object", "[1, 2]");
    row("a tensor is a number", R"({"w": 3})");
    row("unknown type", R"({"w":{"dtype":"F7","shape":[1],"data_offsets":[0,8]}})");
    row("negative size", R"({"w":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})");
    row("fractional size", R"({"w":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}})");
    row("sizes that overflow to the right number",
        R"({"w":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}})");
    row("offsets that do not fit the shape",
        R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}})");
    row("offsets backwards", R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}})");
    row("offsets beyond the end",
        R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[18446744073709551608,18446744073709551615]}})");
    row("a hole", R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})");
    row("an overlap", R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
                      R"("v":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})");
    row("bytes left over", R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})");
    row("a key twice", R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
                       R"("w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})");
    row("three offsets", R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}})");
    row("deep nesting", R"({"w":[[[[[[[[[[[[]]]]]]]]]]]]})");
}

void TestSafetensorsFile::badHeadersAreRefused()
{
    QFETCH(QByteArray, header);
    write(path("bad"), fileOf(header.toStdString(), 8));
    QVERIFY(isRefused(path("bad")));
}

void TestSafetensorsFile::aWrongTypeOrShapeIsRefused()
{
    sample().write(path("a"));
    const SafetensorsFile file(path("a"));
    QVERIFY_EXCEPTION_THROWN((void)file.values<float>("w", {3, 2}), ModelFileError);
    QVERIFY_EXCEPTION_THROWN((void)file.values<double>("w", {2, 3}), ModelFileError);
    QVERIFY_EXCEPTION_THROWN((void)file.values<float>("v", {2, 3}), ModelFileError);
    SafetensorsWriter writer;
    const std::array<float, 2> two{};
    QVERIFY_EXCEPTION_THROWN(writer.add("w", {3}, std::span<const float>(two)),
                             std::invalid_argument);
}

void TestSafetensorsFile::mutationsLoadOrAreRefused()
{
    sample().write(path("a"));
    const std::string whole = bytesOf(path("a"));
    std::mt19937_64 random(20);
    const std::string alphabet = "{}[]\",:0123456789-eFIU\\ \xff";
    int refused = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string bytes = whole;
        const int changes = 1 + static_cast<int>(random() % 4);
        for (int i = 0; i < changes; ++i) {
            const std::size_t at = random() % bytes.size();
            switch (random() % 3) {
            case 0:
                bytes[at] = static_cast<char>(random());
                break;
            case 1:
                bytes[at] = alphabet[random() % alphabet.size()];
                break;
            default:
                bytes.insert(at, 1, alphabet[random() % alphabet.size()]);
            }
        }
        write(path("mutant"), bytes);
        refused += isRefused(path("mutant")) ? 1 : 0;
    }
    QVERIFY(refused > 1000); // and none of the others crashed
}

void TestSafetensorsFile::aFileThatCannotBeWrittenSaysSoAndKeepsTheOldOne()
{
    QVERIFY_EXCEPTION_THROWN(sample().write(path("missing/folder/a")), ModelFileError);
    std::filesystem::create_directory(path("folder"));
    QVERIFY_EXCEPTION_THROWN(sample().write(path("folder")), ModelFileError);
    QVERIFY(std::filesystem::is_directory(path("folder")));
    QVERIFY(!std::filesystem::exists(path("folder.part")));
}

NABLA_TEST(TestSafetensorsFile)
#include "tst_safetensors_file.moc"
