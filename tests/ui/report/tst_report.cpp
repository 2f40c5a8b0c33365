// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/doctor.h"
#include "tests/support/files/without_rights.h"
#include "tests/support/test_program.h"
#include "tests/ui/report/sample_run.h"
#include "ui/panels/doctor/doctor_text.h"
#include "ui/report/report_file.h"
#include "ui/report/report_page.h"
#include "ui/settings/theme.h"

#include <QApplication>
#include <QDate>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QLocale>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTime>

#include <limits>

using namespace nabla;
using namespace nabla::ui;
using nabla::ui::test::SampleRun;

class TestReport final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aRunWithoutAStepGivesASensibleReport();
    void everyNumberOfARunIsTold();
    void theSetupTellsWhatIsUnusualAndWhatMatters();
    void turnedKnobsAreTold();
    void aDivergedRunSaysWhere();
    void theDoctorIsHeard();
    void runsAreComparedByWhatDiffers();
    void wordsAreEscaped();
    void thePageNeedsNoOtherFile();
    void networksOfEveryDepthAreDrawn_data();
    void networksOfEveryDepthAreDrawn();
    void picturesAreLightWhateverTheWindowIs();
    void aPageAndADocumentAreWritten();
    void whatCannotBeWrittenIsSaid();
    void withoutARunThereIsNothingToReport();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

namespace {

QString pageOf(const SampleRun &run)
{
    const QDateTime now(QDate(2026, 11, 24), QTime(12, 0));
    return reportPage(run.frame(), {}, {}, ReportMedium::Browser, now);
}

/// What a reader sees of it: a line a cell.
QString textOf(const QString &page)
{
    QTextDocument document;
    document.setHtml(page);
    return document.toPlainText();
}

bool hasCells(const QString &page, const QStringList &cells)
{
    return textOf(page).contains(QLatin1Char('\n') + cells.join(QLatin1Char('\n'))
                                 + QLatin1Char('\n'));
}

} // namespace

void TestReport::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QApplication::setPalette(lightPalette());
}

void TestReport::aRunWithoutAStepGivesASensibleReport()
{
    const QString page = pageOf(SampleRun());
    QVERIFY(hasCells(page, {"State", "not begun", "Epochs", "0 of 30", "Steps", "0 of 3,000"}));
    QVERIFY(page.contains("Nothing was measured yet."));
    QVERIFY(!textOf(page).contains("nan") && !textOf(page).contains("inf"));
    for (const char *heading : {"How fast each layer learns", "Knobs that were turned",
                                "What was taken for what", "The runs beside each other"})
        QVERIFY2(!page.contains(QLatin1String(heading)), heading);
}

void TestReport::everyNumberOfARunIsTold()
{
    SampleRun run;
    run.train(30);
    const QString page = pageOf(run);
    QVERIFY(hasCells(page, {"State", "finished", "Epochs", "30 of 30", "Steps", "3,000 of 3,000",
                            "Training time", "30.0 s"}));
    QVERIFY(hasCells(page, {"Seed", "1", "Digest", "00c0ffee12345678"}));
    const QString percent = " %"; // QTextDocument takes the narrow space for a plain one
    QVERIFY(hasCells(page, {"Training", "0.5000", "90.00" + percent}));
    QVERIFY(hasCells(page, {"Validation", "0.6000", "80.00" + percent}));
    QVERIFY(hasCells(page, {"Test", "0.7000", "85.00" + percent}));
    QVERIFY(page.contains("Measured after epoch 30."));
    QVERIFY(page.contains("adds 0.1250"));
    QVERIFY(hasCells(page, {"■ Layer 1", "0.00200", "100 ×", "0.100", "2.0 ×"}));
    QVERIFY(hasCells(page, {"■ Layer 4", "0.200", "1.0 ×", "0.200", "1.0 ×"}));
    QVERIFY(hasCells(page, {"4", "·", "·", "·", "·", "90", "·", "·", "·", "·", "10", "90.0"}));
}

void TestReport::theSetupTellsWhatIsUnusualAndWhatMatters()
{
    SampleRun run;
    run.experiment.dropout = 0.5;
    run.experiment.cost = "quadratic";
    const QString page = pageOf(run);
    QVERIFY(hasCells(page, {"Dropout", "0.5 usually off"}));
    QVERIFY(hasCells(page, {"Cost", "quadratic usually cross-entropy"}));
    QVERIFY(hasCells(page, {"Learning rate η", "0.1"})); // as usual, and told all the same
    QVERIFY(!page.contains("Momentum")); // of another optimizer
    QVERIFY(!page.contains("Max-norm")); // off, as usual
}

void TestReport::turnedKnobsAreTold()
{
    SampleRun run;
    run.train(2);
    run.history.mark({150, "learningRate", 0.1, 0.03});
    run.history.mark({200, "regularizationParameter", 5.0, 0.0});
    const QString page = pageOf(run);
    QVERIFY(hasCells(page, {"Learning rate η", "150", "1.50", "0.1", "0.03"}));
    QVERIFY(hasCells(page, {"L2 λ", "200", "2", "5", "0"}));
}

void TestReport::aDivergedRunSaysWhere()
{
    SampleRun run;
    run.train(1);
    run.history.append({Metric::ValidationCost}, 100, std::numeric_limits<double>::infinity());
    run.status.state = RunState::Diverged;
    run.status.step = 1233;
    run.status.divergedLayer = 2;
    run.status.hasDigest = false;
    const QString page = pageOf(run);
    QVERIFY(page.contains("diverged at step 1,234 in layer 2"));
    QVERIFY(page.contains("not known while it trains"));
}

void TestReport::theDoctorIsHeard()
{
    SampleRun run;
    run.train(30);
    run.status.state = RunState::Diverged;
    run.status.divergedLayer = 1;
    const QString page = pageOf(run);
    const Diagnosis diagnosis = diagnose(run.history, run.status, run.experiment, {});
    QVERIFY(!diagnosis.findings.empty());
    for (const Finding &finding : diagnosis.findings) {
        const QString sentence = findingSentence(finding, run.history, QLocale());
        QVERIFY2(textOf(page).contains(sentence), qPrintable(sentence));
    }
    QVERIFY(!page.contains("Nothing wrong was found."));
    // Of a run without a step nothing can be said, not even that nothing is wrong.
    QVERIFY(!pageOf(SampleRun()).contains("Nothing wrong was found."));
}

void TestReport::runsAreComparedByWhatDiffers()
{
    SampleRun sick;
    sick.train(30);
    SampleRun cured;
    cured.train(10);
    cured.experiment.activation = "relu";
    cured.experiment.initializer = "he";
    sick.runs = {sick.view(0, "A"), cured.view(1, "B · ReLU + He")};
    const QString page = pageOf(sick);
    QVERIFY(hasCells(page, {"A", "B · ReLU + He", "Activation", "sigmoid", "ReLU", "Weights",
                            "N(0, 1/√n)", "He", "State", "finished", "finished", "Epochs", "30.00",
                            "10.00"}));
    QVERIFY(hasCells(page, {"Layer 1 is slower, times", "2.0", "2.0"}));
    QVERIFY(!page.contains("<b>2.0</b>")); // neither is better
}

void TestReport::wordsAreEscaped()
{
    SampleRun run;
    run.data = nullptr;
    run.experiment.data = "/data/<b>&my digits";
    const QString page = pageOf(run);
    QVERIFY(page.contains("&lt;b&gt;&amp;my digits"));
    QVERIFY(!page.contains("<b>&"));
}

void TestReport::thePageNeedsNoOtherFile()
{
    SampleRun run;
    run.train(2);
    const QString page = reportPage(run.frame(), {}, drawScopes(run.frame()), ReportMedium::Browser,
                                    QDateTime::currentDateTime());
    QCOMPARE(page.count("<img "), 3);
    QCOMPARE(page.count("src='data:image/svg+xml;base64,"), 3);
    QVERIFY(!page.contains("http") && !page.contains("url(") && !page.contains("<script"));
    QCOMPARE(page.count("<table"), page.count("</table>"));
}

void TestReport::networksOfEveryDepthAreDrawn_data()
{
    QTest::addColumn<int>("hiddenLayers");
    QTest::addColumn<int>("epochs");
    for (const int hiddenLayers : {0, 1, 4, 60}) {
        for (const int epochs : {0, 2})
            QTest::addRow("%d layers, %d epochs", hiddenLayers, epochs) << hiddenLayers << epochs;
    }
}

void TestReport::networksOfEveryDepthAreDrawn()
{
    QFETCH(int, hiddenLayers);
    QFETCH(int, epochs);
    SampleRun run(hiddenLayers);
    if (epochs > 0)
        run.train(epochs);
    const auto pictures = drawScopes(run.frame());
    QCOMPARE(pictures.size(), std::size_t(3));
    for (const ReportPicture &picture : pictures) {
        QSvgRenderer renderer(picture.svg);
        QVERIFY(renderer.isValid());
        QVERIFY(!picture.title.isEmpty() && !picture.description.isEmpty());
    }
    QVERIFY(!textOf(pageOf(run)).isEmpty());
}

void TestReport::picturesAreLightWhateverTheWindowIs()
{
    SampleRun run;
    run.train(2);
    const auto light = drawScopes(run.frame());
    QApplication::setPalette(darkPalette());
    const auto dark = drawScopes(run.frame());
    for (std::size_t i = 0; i < light.size(); ++i) {
        QCOMPARE(dark[i].svg, light[i].svg);
        QCOMPARE(dark[i].caption, light[i].caption);
        QVERIFY(light[i].svg.contains("#ffffff"));
    }
}

void TestReport::aPageAndADocumentAreWritten()
{
    SampleRun run;
    run.train(5);
    QCOMPARE(writeReport(run.frame(), {}, path("report.html")), QString());
    QCOMPARE(writeReport(run.frame(), {}, path("report.pdf")), QString());
    QFile page(path("report.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().endsWith("</html>\n"));
    QFile document(path("report.pdf"));
    QVERIFY(document.open(QIODevice::ReadOnly));
    const QByteArray pdf = document.readAll();
    QVERIFY(pdf.startsWith("%PDF-"));
    QCOMPARE(pdf.count("/Subtype /Image"), 3);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files).size(), 2);
}

void TestReport::whatCannotBeWrittenIsSaid()
{
    SampleRun run;
    for (const char *name : {"gone/report.html", "gone/report.pdf"}) {
        const QString problem = writeReport(run.frame(), {}, path(name));
        QVERIFY2(problem.contains(path(name)), qPrintable(problem));
        QVERIFY(!QFile::exists(path(name)));
    }
    QVERIFY(writeReport(run.frame(), {}, m_folder.path()).contains(m_folder.path())); // a folder
    if (QFile::exists("/dev/full")) {
        QVERIFY(writeReport(run.frame(), {}, "/dev/full").contains("/dev/full"));
        QVERIFY(!QFileInfo("/dev/full").isFile()); // no file took its place
    }
    const nabla::test::WithoutRights nobody;
    QVERIFY(writeReport(run.frame(), {}, "/report.html").contains("/report.html"));
}

void TestReport::withoutARunThereIsNothingToReport()
{
    const TrainingSession session; // nothing is loaded before the first reset
    QVERIFY(exportReport(session, nullptr).contains("no run to report on yet"));
    QVERIFY(drawScopes(session.frame()).empty());
}

NABLA_WINDOW_TEST(TestReport)
#include "tst_report.moc"
