// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/sha256.h"
#include "tests/support/test_program.h"

#include <QCryptographicHash>
#include <QTest>

using namespace nabla;

class TestSha256 final : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithThePublishedExamples_data();
    void agreesWithThePublishedExamples();
    void agreesWithAnIndependentOneAtEveryLengthAndInPieces();
};

namespace {

std::span<const std::uint8_t> bytes(const QByteArray &text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.constData()),
            static_cast<std::size_t>(text.size())};
}

} // namespace

void TestSha256::agreesWithThePublishedExamples_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("hash");
    QTest::newRow("empty") << QByteArray()
                           << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    QTest::newRow("abc") << QByteArray("abc")
                         << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    QTest::newRow("a million a") << QByteArray(
        1'000'000, 'a') << "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
}

void TestSha256::agreesWithThePublishedExamples()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, hash);
    Sha256 sha;
    sha.add(bytes(text));
    QCOMPARE(QString::fromStdString(sha.hex()), hash);
}

void TestSha256::agreesWithAnIndependentOneAtEveryLengthAndInPieces()
{
    QByteArray text;
    for (int length = 0; length < 300; ++length) {
        const auto expected = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
        const int cut = (length * 37) % (length + 1);
        Sha256 sha;
        sha.add(bytes(text).first(static_cast<std::size_t>(cut)));
        static_cast<void>(sha.hex()); // asking on the way changes nothing
        sha.add(bytes(text).subspan(static_cast<std::size_t>(cut)));
        QCOMPARE(QByteArray::fromStdString(sha.hex()), expected);
        text.append(static_cast<char>(length * 91));
    }
}

NABLA_TEST(TestSha256)
#include "tst_sha256.moc"
