// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sources as text and holds them to the rules of the house.
#include "tests/architecture/house_rules.h"
#include "tests/architecture/rooms.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QIODevice>
#include <QRegularExpression>
#include <QTest>

using namespace nabla::test;

class TestIncludeRules final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aFolderKnowsOnlyWhatItMay();
    void theTableHasNoCycle();
    void aPanelsFolderKnowsNoOther();
    void coreAndUiHoldFoldersAlone();
    void noFolderIsCrowded();
    void noSourceIsLong();
    void noClassIsSpreadOverSources();
    void noClassIsLargeWithoutAReason();
    void namesOfAFolderDiffer();
    void everyTestRuns();
    void coreIncludesNoQt();
    void onlyPlotsIncludeQCustomPlot();
    void onlySessionAndAppKnowTheTrainerThread();
    void everySourceNamesItsLicence();
    void everyPanelIsInTheCatalogue();

private:
    QList<Source> m_sources;
    QList<Source> m_tests;
};

namespace {

void verifyNone(const QStringList &broken)
{
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join('\n')));
}

} // namespace

void TestIncludeRules::initTestCase()
{
    m_sources = readSources({"core", "ui", "app"});
    m_tests = readSources({"tests"});
    QVERIFY(m_sources.size() > 300);
    QVERIFY(m_tests.size() > 100);
}

void TestIncludeRules::aFolderKnowsOnlyWhatItMay()
{
    verifyNone(foldersOutsideTheTable(m_sources, mayKnow));
    verifyNone(forbiddenIncludes(m_sources, mayKnow));
}

void TestIncludeRules::theTableHasNoCycle()
{
    verifyNone(circle(mayKnow));
}

void TestIncludeRules::aPanelsFolderKnowsNoOther()
{
    verifyNone(panelsThatKnowOthers(m_sources));
}

void TestIncludeRules::coreAndUiHoldFoldersAlone()
{
    verifyNone(looseSources(m_sources));
}

void TestIncludeRules::noFolderIsCrowded()
{
    verifyNone(crowdedFolders(m_sources + m_tests, 16));
}

void TestIncludeRules::noSourceIsLong()
{
    verifyNone(longSources(m_sources + m_tests, 400));
}

void TestIncludeRules::noClassIsSpreadOverSources()
{
    verifyNone(spreadClasses(m_sources));
}

void TestIncludeRules::noClassIsLargeWithoutAReason()
{
    verifyNone(largeClasses(m_sources, 40));
}

void TestIncludeRules::namesOfAFolderDiffer()
{
    QList<Source> compiledTogether = m_sources;
    for (const Source &test : m_tests) {
        if (test.folder() != "tests/benchmarks") // a program each
            compiledTogether.append(test);
    }
    verifyNone(namesThatStandTwice(compiledTogether));
}

void TestIncludeRules::everyTestRuns()
{
    verifyNone(testsThatDoNotRun(m_tests, readSources({"tests"}, {"CMakeLists.txt"})));
}

void TestIncludeRules::coreIncludesNoQt()
{
    static const QRegularExpression qt("^(Q[A-Z]|Qt|qcustomplot)");
    for (const Source &source : readSources({"core", "app/commands", "app/headless"})) {
        for (const QString &include : source.includes())
            QVERIFY2(!qt.match(include).hasMatch(),
                     qPrintable(source.path + " includes " + include));
    }
}

void TestIncludeRules::onlyPlotsIncludeQCustomPlot()
{
    for (const Source &source : m_sources) {
        // It costs ten seconds of compiling.
        const bool mayInclude = source.path.startsWith("ui/plots/");
        QVERIFY2(mayInclude || !source.includes().contains("qcustomplot.h"),
                 qPrintable(source.path));
    }
}

void TestIncludeRules::onlySessionAndAppKnowTheTrainerThread()
{
    for (const Source &source : readSources({"ui"})) {
        const bool knows = source.includes().contains("core/train/trainer_thread.h");
        QVERIFY2(!knows || source.folder() == "ui/session", qPrintable(source.path));
    }
}

void TestIncludeRules::everySourceNamesItsLicence()
{
    for (const Source &source : m_sources + m_tests)
        QVERIFY2(source.text.startsWith("// SPDX-License-Identifier: GPL-3.0-or-later\n"),
                 qPrintable(source.path));
}

void TestIncludeRules::everyPanelIsInTheCatalogue()
{
    QFile file(QDir(NABLA_SOURCE_DIR).filePath("ui/panels/catalog/panel_catalog.cpp"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString catalogue = QString::fromUtf8(file.readAll());
    static const QRegularExpression factory("\\bPanel \\*(create\\w+)\\(");
    int panels = 0;
    for (const Source &source : readSources({"ui/panels"}, {"*.h"})) {
        for (auto match = factory.globalMatch(source.text); match.hasNext();) {
            const QString name = match.next().captured(1);
            QVERIFY2(catalogue.contains(name),
                     qPrintable(name + " of " + source.path + " is not in the catalogue"));
            ++panels;
        }
    }
    QVERIFY(panels >= 15);
}

NABLA_TEST(TestIncludeRules)
#include "tst_include_rules.moc"
