// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/forms/field_text.h"

#include <QLocale>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestFieldText final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void whatIsShownIsReadBackAsItWas_data();
    void whatIsShownIsReadBackAsItWas();
    void numbersAreReadAsTheyAreTyped_data();
    void numbersAreReadAsTheyAreTyped();
    void aGermanCommaIsADecimalPoint();
    void theLargestSeedKeepsEveryDigit();
    void layersStandWithBlanksBetween();
    void everyFieldExplainsItself();
};

void TestFieldText::whatIsShownIsReadBackAsItWas_data()
{
    QTest::addColumn<QString>("locale");
    QTest::newRow("English") << "en";
    QTest::newRow("Chinese") << "zh_CN";
    QTest::newRow("German") << "de";
}

void TestFieldText::whatIsShownIsReadBackAsItWas()
{
    QFETCH(QString, locale);
    QLocale::setDefault(QLocale(locale));
    ExperimentConfig config;
    config.learningRate = 0.0625;
    config.regularizationParameter = 12345.5;
    config.trainingSetSize = 1500;
    config.epochs = 1234;
    config.seed = 12345678901234567890ULL;
    for (const Field &field : fieldTable()) {
        ExperimentConfig read;
        setFromText(read, field, typedText(field, shownText(config, field)));
        QCOMPARE(toText(read, field), toText(config, field));
    }
}

void TestFieldText::numbersAreReadAsTheyAreTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << "0.1"
                           << "0.1";
    QTest::newRow("blanks around") << " 3 "
                                   << "3";
    QTest::newRow("exponent") << "1e-3"
                              << "0.001";
    QTest::newRow("groups") << "1,500"
                            << "1500";
    QTest::newRow("no number") << "a lot"
                               << "a lot";
    QTest::newRow("comma") << "0,1"
                           << "0,1";
    QTest::newRow("empty") << ""
                           << "";
}

void TestFieldText::numbersAreReadAsTheyAreTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(typedText(*findField("learningRate"), typed)), expected);
}

void TestFieldText::aGermanCommaIsADecimalPoint()
{
    QLocale::setDefault(QLocale(QStringLiteral("de")));
    QCOMPARE(typedText(*findField("learningRate"), "0,1"), std::string("0.1"));
    QCOMPARE(typedText(*findField("learningRate"), "1e-3"), std::string("0.001"));
}

void TestFieldText::theLargestSeedKeepsEveryDigit()
{
    ExperimentConfig config;
    config.seed = std::numeric_limits<std::uint64_t>::max();
    QCOMPARE(shownText(config, *findField("seed")), QStringLiteral("18446744073709551615"));
    QCOMPARE(typedText(*findField("seed"), "18446744073709551615"),
             std::string("18446744073709551615"));
}

void TestFieldText::layersStandWithBlanksBetween()
{
    ExperimentConfig config;
    config.layers = {784, 30, 10};
    QCOMPARE(shownText(config, *findField("layers")), QStringLiteral("784 30 10"));
}

void TestFieldText::everyFieldExplainsItself()
{
    for (const Field &field : fieldTable()) {
        QVERIFY2(!fieldTitle(field).isEmpty(), field.key);
        QVERIFY2(!fieldHelp(field).isEmpty(), field.key);
        QVERIFY2(!groupTitle(field.group).isEmpty(), field.key);
    }
}

NABLA_TEST(TestFieldText)
#include "tst_field_text.moc"
