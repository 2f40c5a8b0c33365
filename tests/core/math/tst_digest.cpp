// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/digest.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace nabla;

class TestDigest final : public QObject
{
    Q_OBJECT

private slots:
    void isFnv1aOfTheLittleEndianBytes();
    void isWrittenAsSixteenHexadecimalDigits();
};

void TestDigest::isFnv1aOfTheLittleEndianBytes()
{
    Digest digest;
    QCOMPARE(digest.value(), 0xcbf29ce484222325ULL); // of nothing
    digest.add(1.0F); // 00 00 80 3f
    std::uint64_t expected = 0xcbf29ce484222325ULL;
    for (const unsigned byte : {0x00U, 0x00U, 0x80U, 0x3fU})
        expected = (expected ^ byte) * 0x100000001b3ULL;
    QCOMPARE(digest.value(), expected);
}

void TestDigest::isWrittenAsSixteenHexadecimalDigits()
{
    QCOMPARE(formatDigest(0x00c0ffee00000001ULL), std::string("00c0ffee00000001"));
}

NABLA_TEST(TestDigest)
#include "tst_digest.moc"
