// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/house_rules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QIODevice>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace nabla::test {

namespace {

constexpr const char *classHead = "\\b(?:class|struct)\\s+(\\w+)(?:\\s+final)?[^;{}()]*\\{";

bool isOurs(const QString &include)
{
    return include.startsWith("core/") || include.startsWith("ui/") || include.startsWith("app/");
}

QString folderOf(const QString &path)
{
    return path.section('/', 0, -2);
}

/// The text without comments and what stands in quotes.
QString bare(QString text)
{
    static const QRegularExpression noise("//[^\n]*|\"(?:[^\"\\\\\n]|\\\\.)*\"");
    return text.remove(noise);
}

/// Where the brace that opens at `open` closes.
qsizetype closing(const QString &text, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < text.size(); ++i) {
        if (text[i] == '{')
            ++depth;
        else if (text[i] == '}' && --depth == 0)
            return i;
    }
    return text.size();
}

/// Declarations with a parameter list, of a class's body: what stands in inner braces is not.
int functionsOf(const QString &body)
{
    QString outer;
    int depth = 0;
    for (const QChar c : body) {
        if (c == '{')
            ++depth;
        if (depth == 0)
            outer.append(c);
        if (c == '}' && --depth == 0)
            outer.append(';');
    }
    static const QRegularExpression function("^[^=]*[\\w~>=+*\\]]\\s*\\([^;]*$");
    static const QRegularExpression noFunction("^\\s*(?:Q_\\w+|friend|using|static_assert)\\b");
    const QStringList statements = outer.split(';');
    return static_cast<int>(std::ranges::count_if(statements, [](QString statement) {
        statement.remove(QRegularExpression("\\b(?:public|protected|private|signals)[\\w ]*:"));
        statement.remove("Q_OBJECT");
        statement.remove("[[nodiscard]]");
        return function.match(statement.section('=', 0, 0)).hasMatch()
               && !noFunction.match(statement).hasMatch();
    }));
}

/// The comment lines right above this place.
QString commentBefore(const QString &text, qsizetype place)
{
    QStringList lines = text.left(place).split('\n');
    lines.removeLast();
    QStringList comment;
    while (!lines.isEmpty() && lines.last().startsWith("///"))
        comment.prepend(lines.takeLast());
    return comment.join('\n');
}

} // namespace

QStringList Source::includes() const
{
    static const QRegularExpression line("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]",
                                         QRegularExpression::MultilineOption);
    QStringList names;
    for (auto match = line.globalMatch(text); match.hasNext();)
        names.append(match.next().captured(1));
    return names;
}

QList<Source> readSources(const QStringList &folders, const QStringList &endings)
{
    const QDir root(QStringLiteral(NABLA_SOURCE_DIR));
    QList<Source> found;
    for (const QString &folder : folders) {
        QDirIterator files(root.filePath(folder), endings, QDir::Files,
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

QStringList forbiddenIncludes(const QList<Source> &sources, const RoomTable &mayKnow)
{
    QStringList broken;
    for (const Source &source : sources) {
        for (const QString &include : source.includes()) {
            const QString folder = folderOf(include);
            if (isOurs(include) && folder != source.folder()
                && !mayKnow.value(source.folder()).contains(folder))
                broken.append(source.path + " includes " + include);
        }
    }
    return broken;
}

QStringList foldersOutsideTheTable(const QList<Source> &sources, const RoomTable &mayKnow)
{
    QSet<QString> unknown;
    for (const Source &source : sources) {
        if (!mayKnow.contains(source.folder()))
            unknown.insert(source.folder());
    }
    return unknown.values();
}

QStringList circle(const RoomTable &mayKnow)
{
    QStringList left = mayKnow.keys();
    const auto standsFirm = [&](const QString &folder) {
        return std::ranges::none_of(mayKnow[folder],
                                    [&](const QString &known) { return left.contains(known); });
    };
    while (true) {
        const QStringList before = left;
        for (const QString &folder : before) {
            if (standsFirm(folder))
                left.removeOne(folder);
        }
        if (left == before)
            return left;
    }
}

QStringList panelsThatKnowOthers(const QList<Source> &sources)
{
    const auto panelOf = [](const QString &path) {
        return path.startsWith("ui/panels/") && path.count('/') > 2 ? path.section('/', 2, 2)
                                                                    : QString();
    };
    QStringList broken;
    for (const Source &source : sources) {
        const QString own = panelOf(source.path);
        if (own.isEmpty() || own == "catalog")
            continue;
        for (const QString &include : source.includes()) {
            const QString other = panelOf(include);
            if (!other.isEmpty() && other != own)
                broken.append(source.path + " includes " + include);
        }
    }
    return broken;
}

QStringList looseSources(const QList<Source> &sources)
{
    QStringList loose;
    for (const Source &source : sources) {
        if (source.folder() == "core" || source.folder() == "ui")
            loose.append(source.path);
    }
    return loose;
}

QStringList crowdedFolders(const QList<Source> &sources, int most)
{
    QMap<QString, QSet<QString>> stems;
    for (const Source &source : sources)
        stems[source.folder()].insert(source.stem());
    QStringList crowded;
    for (auto folder = stems.cbegin(); folder != stems.cend(); ++folder) {
        if (folder->size() > most)
            crowded.append(QStringLiteral("%1: %2 sources").arg(folder.key()).arg(folder->size()));
    }
    return crowded;
}

QStringList longSources(const QList<Source> &sources, int mostLines)
{
    QStringList found;
    for (const Source &source : sources) {
        const auto lines = source.text.count('\n');
        if (lines > mostLines)
            found.append(QStringLiteral("%1: %2 lines").arg(source.path).arg(lines));
    }
    return found;
}

QStringList spreadClasses(const QList<Source> &sources)
{
    static const QRegularExpression type(classHead);
    static const QRegularExpression member("^(?![\\s/#}])(?:[^\n(]*?\\b)?(\\w+)::~?\\w+\\(",
                                           QRegularExpression::MultilineOption);
    QMap<QString, QStringList> definedIn; // folder/Class -> sources
    QSet<QString> classes;
    for (const Source &source : sources) {
        if (source.path.endsWith(".h")) {
            for (auto match = type.globalMatch(bare(source.text)); match.hasNext();)
                classes.insert(source.folder() + '/' + match.next().captured(1));
            continue;
        }
        for (auto match = member.globalMatch(source.text); match.hasNext();) {
            QStringList &files = definedIn[source.folder() + '/' + match.next().captured(1)];
            if (!files.contains(source.path))
                files.append(source.path);
        }
    }
    QStringList spread;
    for (auto found = definedIn.cbegin(); found != definedIn.cend(); ++found) {
        if (found->size() > 1 && classes.contains(found.key()))
            spread.append(found.key() + " is spread over " + found->join(", "));
    }
    return spread;
}

QStringList largeClasses(const QList<Source> &sources, int mostFunctions)
{
    static const QRegularExpression type(QString("^") + classHead,
                                         QRegularExpression::MultilineOption);
    QStringList large;
    for (const Source &source : sources) {
        for (auto match = type.globalMatch(source.text); match.hasNext();) {
            const auto found = match.next();
            const qsizetype open = found.capturedEnd() - 1;
            const QString body = source.text.mid(open + 1, closing(source.text, open) - open - 1);
            const int functions = functionsOf(bare(body));
            if (functions > mostFunctions
                && !commentBefore(source.text, found.capturedStart()).contains("functions"))
                large.append(QStringLiteral("%1: %2 declares %3 functions")
                                 .arg(source.path, found.captured(1))
                                 .arg(functions));
        }
    }
    return large;
}

QStringList namesThatStandTwice(const QList<Source> &sources)
{
    static const QRegularExpression unnamed("^namespace \\{\n(.*?)^\\} // namespace\n",
                                            QRegularExpression::MultilineOption
                                                | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression definition(
        "^(?![\\s}{/#:]|template|using|namespace|static_assert)(?:(?:struct|class|enum|enum class) "
        "(\\w+)|.*?(\\w+)\\s*(?:\\[[^\\]]*\\])?\\s*(?:[(={;]))",
        QRegularExpression::MultilineOption);
    QMap<QString, QStringList> users; // folder/name -> sources
    for (const Source &source : sources) {
        if (!source.path.endsWith(".cpp"))
            continue;
        for (auto block = unnamed.globalMatch(source.text); block.hasNext();) {
            const QString body = block.next().captured(1);
            for (auto match = definition.globalMatch(body); match.hasNext();) {
                const auto found = match.next();
                QStringList &files
                    = users[source.folder() + '/' + found.captured(1) + found.captured(2)];
                if (!files.contains(source.path))
                    files.append(source.path);
            }
        }
    }
    QStringList twice;
    for (auto name = users.cbegin(); name != users.cend(); ++name) {
        if (name->size() > 1)
            twice.append(name.key() + " stands in " + name->join(", "));
    }
    return twice;
}

QStringList testsThatDoNotRun(const QList<Source> &tests, const QList<Source> &lists)
{
    QStringList forgotten;
    for (const Source &test : tests) {
        if (!test.stem().startsWith("tst_"))
            continue;
        const bool isNamed = std::ranges::any_of(lists, [&](const Source &list) {
            return list.folder() == test.folder() && list.text.contains('(' + test.stem() + ')');
        });
        if (!isNamed)
            forgotten.append(test.path);
    }
    return forgotten;
}

} // namespace nabla::test
