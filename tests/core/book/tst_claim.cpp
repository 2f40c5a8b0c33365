// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/claim.h"
#include "core/sources/data_catalog.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace nabla;

class TestClaim final : public QObject
{
    Q_OBJECT

private slots:
    void theCatalogueIsSound();
    void verdicts_data();
    void verdicts();
    void otherDataAreRefusedInWords();
    void whatNeedsNoDataHolds_data();
    void whatNeedsNoDataHolds();
    void darknessIsExact();
};

void TestClaim::theCatalogueIsSound()
{
    std::set<std::string> ids;
    for (const Claim &claim : claims()) {
        QVERIFY2(ids.insert(claim.id).second, claim.id.c_str());
        QVERIFY2(!claim.values.empty() && claim.measure, claim.id.c_str());
        for (const ClaimedValue &value : claim.values)
            QVERIFY2(value.min <= value.max && !value.what.empty() && !value.book.empty(),
                     claim.id.c_str());
        QCOMPARE(findClaim(claim.id), &claim);
    }
    QVERIFY(ids.size() > 40);
    QVERIFY(!findClaim("9.9"));
}

void TestClaim::verdicts_data()
{
    QTest::addColumn<QList<double>>("measured");
    QTest::addColumn<bool>("isSpread");
    QTest::addColumn<bool>("passes");
    QTest::newRow("the median counts") << QList<double>{1, 5, 99} << false << true;
    QTest::newRow("of an even number") << QList<double>{1, 9.5} << false << true;
    QTest::newRow("too small") << QList<double>{3.9} << false << false;
    QTest::newRow("too large") << QList<double>{6.1, 7, 5} << false << false;
    QTest::newRow("NaN") << QList<double>{5, NAN, 5} << false << false;
    QTest::newRow("nothing") << QList<double>{} << false << false;
    QTest::newRow("the record lies within") << QList<double>{1, 2.5} << true << true;
    QTest::newRow("the record lies beyond") << QList<double>{0.1, 0.2} << true << false;
}

void TestClaim::verdicts()
{
    QFETCH(QList<double>, measured);
    QFETCH(bool, isSpread);
    QFETCH(bool, passes);
    ClaimedValue value{"x", "5", 4.0, 6.0};
    if (isSpread)
        value = {"x", "2", 0.9, 1.1, true, 2.0};
    QCOMPARE(judgeClaim(value, {measured.begin(), measured.end()}).passed, passes);
}

void TestClaim::otherDataAreRefusedInWords()
{
    QVERIFY(QString::fromStdString(whyNotTheBooksData(*test::barData())).contains("50000"));
}

void TestClaim::whatNeedsNoDataHolds_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"2.7", "3.0a", "3.0b", "3.0c", "3.0d", "3.11a"})
        QTest::newRow(id) << id;
}

void TestClaim::whatNeedsNoDataHolds()
{
    QFETCH(QString, id);
    const Claim *claim = findClaim(id.toStdString());
    QVERIFY(claim);
    const std::vector<double> measured = claim->measure({nullptr, 1, {}});
    QCOMPARE(measured.size(), claim->values.size());
    for (std::size_t i = 0; i < measured.size(); ++i)
        QVERIFY2(judgeClaim(claim->values[i], {measured[i]}).passed, claim->values[i].what.c_str());
}

void TestClaim::darknessIsExact()
{
    const std::filesystem::path folder = qgetenv("NABLA_MNIST_DIR").toStdString();
    if (folder.empty() || !looksLikeIdxFolder(folder))
        QSKIP("needs the real MNIST: set NABLA_MNIST_DIR to its folder");
    const std::shared_ptr<const Dataset> data = loadData(folder.string());
    QCOMPARE(whyNotTheBooksData(*data), std::string());
    QCOMPARE(findClaim("1.8")->measure({data, 1, {}}), (std::vector<double>{2225, 2230}));
}

NABLA_TEST(TestClaim)
#include "tst_claim.moc"
