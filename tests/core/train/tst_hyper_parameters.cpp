// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/hyper_parameters.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <stdexcept>

using namespace nabla;

class TestHyperParameters final : public QObject
{
    Q_OBJECT

private slots:
    void layersAreReadAsAPersonWritesThem_data();
    void layersAreReadAsAPersonWritesThem();
    void badLayersAreRefusedInWords_data();
    void badLayersAreRefusedInWords();
    void impossibleNetworksAreRefusedInWords_data();
    void impossibleNetworksAreRefusedInWords();
    void largeNetworksAreTaken();
};

void TestHyperParameters::layersAreReadAsAPersonWritesThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("commas") << "784,30,10";
    QTest::newRow("commas and blanks") << " 784, 30 ,10 ";
    QTest::newRow("blanks") << "784  30 10";
}

void TestHyperParameters::layersAreReadAsAPersonWritesThem()
{
    QFETCH(QString, text);
    QCOMPARE(parseLayers(text.toStdString()), (std::vector<int>{784, 30, 10}));
    QCOMPARE(formatLayers({784, 30, 10}), std::string("784,30,10"));
}

void TestHyperParameters::badLayersAreRefusedInWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << ""
                             << "entry 1 is empty";
    QTest::newRow("a gap") << "784,,10"
                           << "entry 2 is empty";
    QTest::newRow("a comma too many") << "784,10,"
                                      << "entry 3 is empty";
    QTest::newRow("a word") << "784,thirty,10"
                            << "\"thirty\"";
    QTest::newRow("a fraction") << "784,30.5,10"
                                << "\"30.5\"";
    QTest::newRow("beyond an integer") << "784,99999999999,10"
                                       << "too large";
    QTest::newRow("a semicolon") << "784;30;10"
                                 << "no whole number";
}

void TestHyperParameters::badLayersAreRefusedInWords()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    try {
        static_cast<void>(parseLayers(text.toStdString()));
        QFAIL("taken");
    } catch (const std::invalid_argument &error) {
        QVERIFY2(QString(error.what()).contains(says), error.what());
    }
}

void TestHyperParameters::impossibleNetworksAreRefusedInWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("no neurons") << "784,0,10"
                                << "entry 2 is 0";
    QTest::newRow("negative") << "784,-5,10"
                              << "entry 2 is -5";
    QTest::newRow("a million neurons") << "784,1000000,10"
                                       << "entry 2 is 1000000";
    QTest::newRow("one layer") << "784"
                               << "an input and an output layer";
    QTest::newRow("another image") << "100,30,10"
                                   << "must be 784";
    QTest::newRow("another answer") << "784,30,26"
                                    << "10 neurons, or 4";
    QTest::newRow("too many parameters") << "784,4096,4096,10"
                                         << "smaller layers";
}

void TestHyperParameters::impossibleNetworksAreRefusedInWords()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto issues = validateLayers(parseLayers(text.toStdString()));
    QCOMPARE(issues.size(), std::size_t(1));
    QCOMPARE(issues.front().field, std::string("layers"));
    QVERIFY2(QString::fromStdString(issues.front().message).contains(says),
             issues.front().message.c_str());
}

void TestHyperParameters::largeNetworksAreTaken()
{
    QVERIFY(validateLayers({784, 10}).empty());
    QVERIFY(validateLayers({784, 1000, 1000, 10}).empty());
    QVERIFY(validateLayers({784, 3000, 500, 10}).empty());
}

NABLA_TEST(TestHyperParameters)
#include "tst_hyper_parameters.moc"
