// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sources as text and holds them to the table of who may know whom.
#include "tests/support/test_program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QIODevice>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

class TestIncludeRules final : public QObject
{
    Q_OBJECT

private slots:
    void aFolderKnowsOnlyWhatItMay();
    void theTableHasNoCycle();
    void coreIncludesNoQt();
    void onlyPlotsIncludeQCustomPlot();
    void onlySessionAndAppKnowTheTrainerThread();
    void everySourceNamesItsLicence();
    void noSourceIsLong();
    void everyPanelIsInTheCatalogue();
};

namespace {

const QDir root(QStringLiteral(NABLA_SOURCE_DIR));

/// Folder -> the folders of this project that its files may include, beside itself.
const QMap<QString, QStringList> mayKnow{
    {"core/files", {}},
    {"core/math", {}},
    {"core/parallel", {}},
    {"core/data", {"core/files", "core/math"}},
    {"core/kernels", {"core/math"}},
    {"core/telemetry", {"core/math"}},
    {"core/vision", {"core/math"}},
    {"core/digits", {"core/data", "core/files", "core/math", "core/vision"}},
    {"core/nn", {"core/kernels", "core/math"}},
    {"core/measure", {"core/data", "core/nn", "core/telemetry"}},
    {"core/models", {"core/files", "core/math", "core/nn"}},
    {"core/sources", {"core/data", "core/digits", "core/files", "core/math", "core/vision"}},
    {"core/train",
     {"core/data", "core/files", "core/kernels", "core/math", "core/measure", "core/models",
      "core/nn", "core/parallel", "core/telemetry"}},
    {"core/experiments",
     {"core/files", "core/math", "core/measure", "core/telemetry", "core/train"}},
    {"core/book",
     {"core/data", "core/experiments", "core/math", "core/measure", "core/nn", "core/train"}},
    {"core/doctor", {"core/experiments", "core/telemetry", "core/train"}},
    {"app/headless",
     {"core/book", "core/experiments", "core/measure", "core/parallel", "core/train"}},
    {"app/commands",
     {"app/headless", "core/book", "core/data", "core/digits", "core/experiments", "core/files",
      "core/kernels", "core/math", "core/measure", "core/models", "core/nn", "core/sources",
      "core/train", "core/vision"}},
    {"ui/plots", {}},
    {"ui/canvas/pictures", {"core/parallel", "core/vision"}},
    {"ui/canvas", {"core/vision", "ui/canvas/pictures"}},
    {"ui/plots/curves", {"core/telemetry", "core/train", "ui/plots"}},
    {"ui/forms", {"core/experiments", "core/nn"}},
    {"ui/plots/scope", {"core/telemetry", "ui/plots", "ui/plots/curves"}},
    {"ui/plots/pictures",
     {"core/math", "core/telemetry", "ui/plots", "ui/plots/curves", "ui/plots/scope"}},
    {"ui/session/sources", {"core/experiments", "core/files", "core/parallel", "core/sources"}},
    {"ui/session",
     {"core/data", "core/doctor", "core/experiments", "core/measure", "core/parallel",
      "core/sources", "core/telemetry", "core/train", "core/vision", "ui/session/sources"}},
    {"ui/settings", {"core/doctor", "core/experiments"}},
    {"ui/dialogs", {"core/experiments", "core/models", "ui/session"}},
    {"ui/panels", {"ui/plots/curves", "ui/plots/scope", "ui/session"}},
    {"ui/session/readings",
     {"core/digits", "core/measure", "core/nn", "core/parallel", "core/sources", "core/train",
      "core/vision", "ui/session"}},
    {"ui/window/controls",
     {"core/experiments", "core/sources", "ui/session", "ui/session/sources", "ui/settings"}},
    {"ui/panels/compare",
     {"core/experiments", "core/measure", "core/telemetry", "ui/forms", "ui/panels", "ui/plots",
      "ui/plots/scope", "ui/session"}},
    {"ui/panels/doctor", {"core/doctor", "ui/panels", "ui/plots", "ui/session"}},
    {"ui/panels/draw",
     {"core/nn", "core/sources", "core/vision", "ui/canvas", "ui/canvas/pictures", "ui/panels",
      "ui/plots", "ui/plots/scope", "ui/session", "ui/session/readings", "ui/session/sources"}},
    {"ui/panels/network",
     {"core/measure", "core/nn", "core/telemetry", "core/vision", "ui/panels", "ui/plots",
      "ui/session"}},
    {"ui/panels/scopes",
     {"core/book", "core/experiments", "core/measure", "core/nn", "core/telemetry", "ui/forms",
      "ui/panels", "ui/plots", "ui/plots/curves", "ui/plots/pictures", "ui/plots/scope",
      "ui/session"}},
    {"ui/panels/setup", {"ui/forms", "ui/panels", "ui/session"}},
    {"ui/panels/teach",
     {"core/measure", "core/nn", "core/sources", "ui/panels", "ui/plots", "ui/session",
      "ui/session/readings", "ui/session/sources"}},
    {"ui/panels/catalog",
     {"ui/panels/compare", "ui/panels/doctor", "ui/panels/draw", "ui/panels/network",
      "ui/panels/scopes", "ui/panels/setup", "ui/panels/teach"}},
    {"ui/report",
     {"core/doctor", "core/experiments", "core/math", "core/measure", "core/telemetry",
      "core/train", "ui/forms", "ui/panels/compare", "ui/panels/doctor", "ui/panels/scopes",
      "ui/plots", "ui/plots/scope", "ui/session", "ui/session/sources", "ui/settings"}},
    {"ui/window",
     {"ui/dialogs", "ui/panels", "ui/panels/catalog", "ui/plots/scope", "ui/report", "ui/session",
      "ui/session/sources", "ui/settings", "ui/window/controls"}},
    {"app", {"app/commands", "app/headless", "ui/settings", "ui/window"}},
};

struct Source
{
    QString path; ///< from the root: "core/nn/cost.cpp"
    QString text;
    [[nodiscard]] QString folder() const { return path.section('/', 0, -2); }
};

QList<Source> sources(const QStringList &tops)
{
    QList<Source> found;
    for (const QString &top : tops) {
        QDirIterator files(root.filePath(top), {"*.h", "*.cpp"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                found.append(
                    {root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    return found;
}

QStringList includes(const Source &source)
{
    static const QRegularExpression line("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]",
                                         QRegularExpression::MultilineOption);
    QStringList names;
    for (auto match = line.globalMatch(source.text); match.hasNext();)
        names.append(match.next().captured(1));
    return names;
}

bool isOurs(const QString &include)
{
    return include.startsWith("core/") || include.startsWith("ui/") || include.startsWith("app/");
}

} // namespace

void TestIncludeRules::aFolderKnowsOnlyWhatItMay()
{
    const QList<Source> all = sources({"core", "ui", "app"});
    QVERIFY(all.size() > 50);
    QStringList broken;
    for (const Source &source : all) {
        QVERIFY2(mayKnow.contains(source.folder()),
                 qPrintable(source.folder() + " is not in the table"));
        for (const QString &include : includes(source)) {
            const QString folder = include.section('/', 0, -2);
            if (isOurs(include) && folder != source.folder()
                && !mayKnow[source.folder()].contains(folder))
                broken.append(source.path + " includes " + include);
        }
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join('\n')));
}

void TestIncludeRules::theTableHasNoCycle()
{
    QStringList done;
    while (done.size() < mayKnow.size()) {
        const auto before = done.size();
        for (auto folder = mayKnow.cbegin(); folder != mayKnow.cend(); ++folder) {
            const auto isDone = [&done](const QString &known) {
                return done.contains(known);
            };
            if (!done.contains(folder.key()) && std::all_of(folder->begin(), folder->end(), isDone))
                done.append(folder.key());
        }
        QVERIFY2(done.size() > before, "the folders that are left know each other in a circle");
    }
}

void TestIncludeRules::coreIncludesNoQt()
{
    static const QRegularExpression qt("^(Q[A-Z]|Qt|qcustomplot)");
    for (const Source &source : sources({"core", "app/commands", "app/headless"})) {
        for (const QString &include : includes(source))
            QVERIFY2(!qt.match(include).hasMatch(),
                     qPrintable(source.path + " includes " + include));
    }
}

void TestIncludeRules::onlyPlotsIncludeQCustomPlot()
{
    for (const Source &source : sources({"core", "ui", "app"})) {
        // It costs ten seconds of compiling.
        const bool mayInclude = source.path.startsWith("ui/plots/");
        QVERIFY2(mayInclude || !includes(source).contains("qcustomplot.h"),
                 qPrintable(source.path));
    }
}

void TestIncludeRules::onlySessionAndAppKnowTheTrainerThread()
{
    for (const Source &source : sources({"ui"})) {
        const bool knows = includes(source).contains("core/train/trainer_thread.h");
        QVERIFY2(!knows || source.folder() == "ui/session", qPrintable(source.path));
    }
}

void TestIncludeRules::everySourceNamesItsLicence()
{
    for (const Source &source : sources({"core", "ui", "app", "tests"}))
        QVERIFY2(source.text.startsWith("// SPDX-License-Identifier: GPL-3.0-or-later\n"),
                 qPrintable(source.path));
}

void TestIncludeRules::noSourceIsLong()
{
    constexpr qsizetype longest = 450;
    for (const Source &source : sources({"core", "ui", "app", "tests"})) {
        const qsizetype lines = source.text.count('\n');
        QVERIFY2(lines <= longest,
                 qPrintable(QStringLiteral("%1: %2 lines").arg(source.path).arg(lines)));
    }
}

void TestIncludeRules::everyPanelIsInTheCatalogue()
{
    QFile file(root.filePath("ui/panels/catalog/panel_catalog.cpp"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString catalogue = QString::fromUtf8(file.readAll());
    static const QRegularExpression factory(
        "^Panel \\*(create\\w+)\\(|\\bPanel \\*(create\\w+)\\(");
    int panels = 0;
    for (const Source &source : sources({"ui/panels"})) {
        if (!source.path.endsWith(".h"))
            continue;
        for (auto match = factory.globalMatch(source.text); match.hasNext();) {
            const auto found = match.next();
            const QString name = found.captured(1) + found.captured(2);
            QVERIFY2(catalogue.contains(name),
                     qPrintable(name + " of " + source.path + " is not in the catalogue"));
            ++panels;
        }
    }
    QVERIFY(panels >= 5);
}

NABLA_TEST(TestIncludeRules)
#include "tst_include_rules.moc"
