// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/settings/launch_options.h"

#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestLaunchOptions final : public QObject
{
    Q_OBJECT

private slots:
    void nothingSaidIsNothingChosen();
    void everyOptionIsRead();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void theHelpNamesEveryOption();

private:
    static LaunchOptions parse(const QString &words)
    {
        return parseLaunchOptions(QStringList("nablascope") + words.split(' ', Qt::SkipEmptyParts));
    }
};

void TestLaunchOptions::nothingSaidIsNothingChosen()
{
    const LaunchOptions options = parse("");
    QVERIFY(options.error.isEmpty());
    QVERIFY(!options.theme && !options.language && !options.data && !options.experiment
            && !options.pace && !options.size);
    QVERIFY(!options.trains && !options.isClean && options.screenshot.isEmpty());
}

void TestLaunchOptions::everyOptionIsRead()
{
    const LaunchOptions options
        = parse("--theme dark --language zh_CN --data mnist --experiment first-network --train "
                "--pace watch --size 1024x700 --clean --screenshot picture.png --after-epochs 2");
    QCOMPARE(options.error, QString());
    QCOMPARE(options.theme, std::optional(ThemeChoice::Dark));
    QCOMPARE(options.language, std::optional(QStringLiteral("zh_CN")));
    QCOMPARE(options.data, std::optional(std::string("mnist")));
    QCOMPARE(options.experiment->learningRate, 3.0);
    QCOMPARE(options.pace, std::optional(Pace::watch()));
    QCOMPARE(options.size, std::optional(QSize(1024, 700)));
    QCOMPARE(options.screenshot, QStringLiteral("picture.png"));
    QCOMPARE(options.afterEpochs, 2);
    QVERIFY(options.trains && options.isClean);
}

void TestLaunchOptions::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow("--theme pink") << "--theme is one of";
    QTest::newRow("--language klingon") << "--language is one of";
    QTest::newRow("--experiment nothing") << "vanishing-gradient";
    QTest::newRow("--pace quickly") << "--pace";
    QTest::newRow("--size big") << "--size";
    QTest::newRow("--size 1x1") << "--size";
    QTest::newRow("--after-epochs -2 --screenshot a.png") << "--after-epochs";
    QTest::newRow("--after-epochs 2") << "--screenshot";
    QTest::newRow("--screenshot /no/such/folder/a.png") << "/no/such/folder";
    QTest::newRow("--frobnicate") << "frobnicate";
    QTest::newRow("surplus") << "surplus";
    QTest::newRow("--theme") << "theme";
}

void TestLaunchOptions::whatIsWrongIsNamed()
{
    QFETCH(QString, expected);
    const LaunchOptions options = parse(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(options.error.contains(expected), qPrintable(options.error));
}

void TestLaunchOptions::theHelpNamesEveryOption()
{
    const QString help = launchHelp();
    for (const char *name : {"theme", "language", "data", "experiment", "train", "pace", "size",
                             "clean", "screenshot"})
        QVERIFY2(help.contains(QStringLiteral("--") + QLatin1String(name)), name);
}

NABLA_EVENTS_TEST(TestLaunchOptions)
#include "tst_launch_options.moc"
