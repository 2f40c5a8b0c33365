// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/catalogue.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace nabla;

class TestCatalogue final : public QObject
{
    Q_OBJECT

private slots:
    void anEntryIsFoundByItsId();
    void anUnknownOneIsRefusedWithTheKnownOnes();
};

namespace {

struct Fruit
{
    const char *id;
    int price;
};
constexpr Fruit fruits[] = {{"apple", 2}, {"pear", 3}};

} // namespace

void TestCatalogue::anEntryIsFoundByItsId()
{
    QCOMPARE(findEntry<Fruit>(fruits, "pear", "fruit").price, 3);
}

void TestCatalogue::anUnknownOneIsRefusedWithTheKnownOnes()
{
    try {
        (void)findEntry<Fruit>(fruits, "peach", "fruit");
        QFAIL("was found");
    } catch (const std::invalid_argument &error) {
        QCOMPARE(std::string(error.what()), std::string("unknown fruit \"peach\": apple, pear"));
    }
}

NABLA_TEST(TestCatalogue)
#include "tst_catalogue.moc"
