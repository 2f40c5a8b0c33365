// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sources/data_loader.h"

#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <future>
#include <stdexcept>

using namespace nabla;
using namespace nabla::ui;

class TestDataLoader final : public QObject
{
    Q_OBJECT

private slots:
    void whatWasLoadedIsTakenOnce();
    void theErrorOfTheCoreIsHandedOn();
    void progressIsSeenWhileItLoads();
    void aNewSetCancelsTheOneUnderWay();
    void destroyingItCancels();
};

namespace {

/// Reports progress until it is told to stop.
std::shared_ptr<const Dataset> loadForEver(const std::string &, const ProgressFunction &progress)
{
    while (progress(0.5))
        std::this_thread::yield();
    return nullptr;
}

std::optional<DataLoader::Result> taken(DataLoader &loader)
{
    std::optional<DataLoader::Result> result;
    // Asked once more after it held: what was taken must stay.
    (void)QTest::qWaitFor([&] {
        if (!result)
            result = loader.take();
        return result.has_value();
    });
    return result;
}

} // namespace

void TestDataLoader::whatWasLoadedIsTakenOnce()
{
    DataLoader loader(
        [](const std::string &, const ProgressFunction &) { return test::barData(20, 5, 5); });
    loader.start("bars");
    QCOMPARE(loader.source(), std::string("bars"));
    const auto result = taken(loader);
    QVERIFY(result && result->data);
    QCOMPARE(result->source, std::string("bars"));
    QCOMPARE(result->data->training.size(), 20);
    QVERIFY(!loader.isLoading());
    QVERIFY(!loader.take());
}

void TestDataLoader::theErrorOfTheCoreIsHandedOn()
{
    DataLoader loader;
    loader.start("/nowhere/at/all");
    const auto result = taken(loader);
    QVERIFY(result && !result->data);
    QVERIFY(QString::fromStdString(result->error).contains("/nowhere/at/all"));
}

void TestDataLoader::progressIsSeenWhileItLoads()
{
    DataLoader loader(loadForEver);
    loader.start("slow");
    QTRY_COMPARE(loader.fraction(), 0.5);
    QVERIFY(loader.isLoading());
    loader.cancel();
    QVERIFY(!loader.isLoading());
    QCOMPARE(loader.fraction(), 0.0);
}

void TestDataLoader::aNewSetCancelsTheOneUnderWay()
{
    DataLoader loader([](const std::string &source, const ProgressFunction &progress) {
        return source == "slow" ? loadForEver(source, progress) : test::barData(20, 5, 5);
    });
    loader.start("slow");
    loader.start("bars");
    const auto result = taken(loader);
    QVERIFY(result && result->data);
    QCOMPARE(result->source, std::string("bars"));
}

void TestDataLoader::destroyingItCancels()
{
    std::promise<void> begun;
    {
        DataLoader loader([&begun](const std::string &source, const ProgressFunction &progress) {
            begun.set_value();
            return loadForEver(source, progress);
        });
        loader.start("slow");
        begun.get_future().wait();
    }
    QVERIFY(true); // it came here
}

NABLA_TEST(TestDataLoader)
#include "tst_data_loader.moc"
