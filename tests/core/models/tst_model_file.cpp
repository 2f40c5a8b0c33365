// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/random_stream.h"
#include "core/models/model_file.h"
#include "core/nn/activation.h"
#include "core/nn/initializer.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace nabla;

class TestModelFile final : public QObject
{
    Q_OBJECT

private slots:
    void savedAndLoadedParametersAreTheSameBits();
    void anythingCutOrChangedIsRefusedNotCrashed();
    void aFolderThatIsNotThereIsNamed();
    void nothingIsLeftBehindWhenTheDiskIsFull();

private:
    [[nodiscard]] std::filesystem::path file(const char *name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    QTemporaryDir m_folder;
};

namespace {

Network seeded()
{
    Network network({784, 12, 10}, "tanh");
    RandomStream stream(2, RandomPurpose::Initialization);
    network.initialize(findInitializer("scaled"), stream);
    return network;
}

std::string readAll(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void writeAll(const std::filesystem::path &path, const std::string &bytes)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

} // namespace

void TestModelFile::savedAndLoadedParametersAreTheSameBits()
{
    const Network network = seeded();
    saveModel(file("a.safetensors"), network, {{"experiment", "{\"seed\":2}"}});
    const LoadedModel model = loadModel(file("a.safetensors"));
    QCOMPARE(model.network.digest(), network.digest());
    QCOMPARE(model.network.layerSizes(), network.layerSizes());
    QCOMPARE(std::string(model.network.layer(1).activation().id), std::string("tanh"));
    QCOMPARE(model.metadata.at("experiment"), std::string("{\"seed\":2}"));
    QVERIFY(!std::filesystem::exists(file("a.safetensors.part")));
}

void TestModelFile::anythingCutOrChangedIsRefusedNotCrashed()
{
    saveModel(file("b.safetensors"), seeded(), {});
    const std::string whole = readAll(file("b.safetensors"));
    for (std::size_t length = 0; length < whole.size(); length += 997) {
        writeAll(file("cut"), whole.substr(0, length));
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(loadModel(file("cut"))), ModelFileError);
    }
    RandomStream stream(5, RandomPurpose::Dropout);
    const std::size_t header
        = 8 + static_cast<std::size_t>(static_cast<unsigned char>(whole[0]))
          + 256 * static_cast<std::size_t>(static_cast<unsigned char>(whole[1]));
    int refused = 0;
    for (int round = 0; round < 400; ++round) {
        std::string bytes = whole;
        bytes[stream.below(header)] = static_cast<char>(stream.below(256));
        writeAll(file("changed"), bytes);
        try {
            static_cast<void>(loadModel(file("changed"))); // a changed text may still be a model
        } catch (const ModelFileError &error) {
            QVERIFY(std::string(error.what()).find("changed") != std::string::npos);
            ++refused;
        }
    }
    QVERIFY(refused > 200);
}

void TestModelFile::aFolderThatIsNotThereIsNamed()
{
    try {
        saveModel(file("no/such/folder/m"), seeded(), {});
        QFAIL("saved into a folder that does not exist");
    } catch (const ModelFileError &error) {
        QVERIFY(std::string(error.what()).find("no/such/folder/m") != std::string::npos);
    }
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(loadModel(file("nothing"))), ModelFileError);
}

void TestModelFile::nothingIsLeftBehindWhenTheDiskIsFull()
{
    if (!std::filesystem::exists("/dev/full"))
        QSKIP("this system has no /dev/full");
    // The file written aside is a link to a device that is always full.
    const auto target = file("full.safetensors");
    std::filesystem::create_symlink("/dev/full", file("full.safetensors.part"));
    QVERIFY_EXCEPTION_THROWN(saveModel(target, seeded(), {}), ModelFileError);
    QVERIFY(!std::filesystem::exists(target));
    QVERIFY(!std::filesystem::is_symlink(file("full.safetensors.part")));
}

NABLA_TEST(TestModelFile)
#include "tst_model_file.moc"
