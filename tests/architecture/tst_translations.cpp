// SPDX-License-Identifier: GPL-3.0-or-later
// The Chinese texts are complete: nothing unfinished, nothing that lupdate would still add, and
// every placeholder of a text stands in its translation.
#include "tests/support/test_program.h"

#include <QFile>
#include <QIODevice>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

class TestTranslations final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsUnfinished();
    void everyTextOfTheSourcesIsInTheFile();
    void placeholdersSurvive();
};

namespace {

struct Message
{
    QString source;
    QString translation;
    bool isUnfinished = false;
};

const QString translationFile
    = QStringLiteral(NABLA_SOURCE_DIR "/resources/i18n/nablascope_zh_CN.ts");

QList<Message> messages(const QString &path)
{
    QFile file(path);
    QList<Message> found;
    if (!file.open(QIODevice::ReadOnly))
        return found;
    QXmlStreamReader xml(&file);
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"source") {
            message = {xml.readElementText(), {}, false};
        } else if (xml.isStartElement() && xml.name() == u"translation") {
            message.isUnfinished = xml.attributes().hasAttribute("type");
            message.translation
                = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            found.append(message);
        }
    }
    return found;
}

QStringList unfinished(const QString &path)
{
    QStringList sources;
    for (const Message &message : messages(path)) {
        if (message.isUnfinished || message.translation.isEmpty())
            sources.append(message.source);
    }
    return sources;
}

} // namespace

void TestTranslations::nothingIsUnfinished()
{
    QVERIFY(messages(translationFile).size() > 200);
    const QStringList open = unfinished(translationFile);
    QVERIFY2(open.isEmpty(), qPrintable(open.join('\n')));
}

void TestTranslations::everyTextOfTheSourcesIsInTheFile()
{
    QTemporaryDir folder;
    const QString copy = folder.filePath("nablascope_zh_CN.ts");
    QVERIFY(QFile::copy(translationFile, copy));
    QProcess lupdate;
    lupdate.start(NABLA_LUPDATE, {"-silent", "-I", NABLA_SOURCE_DIR, "-no-obsolete", "-locations",
                                  "none", "-tr-function-alias", "QT_TRANSLATE_NOOP+=NABLA_TEXT",
                                  NABLA_SOURCE_DIR "/core", NABLA_SOURCE_DIR "/ui", "-ts", copy});
    QVERIFY(lupdate.waitForFinished(120000));
    QCOMPARE(lupdate.exitCode(), 0);
    const QStringList open = unfinished(copy);
    QVERIFY2(open.isEmpty(),
             qPrintable("run the target update_translations, then translate:\n" + open.join('\n')));
}

void TestTranslations::placeholdersSurvive()
{
    static const QRegularExpression placeholder("%[0-9n]");
    for (const Message &message : messages(translationFile)) {
        for (auto match = placeholder.globalMatch(message.source); match.hasNext();) {
            const QString name = match.next().captured();
            QVERIFY2(message.translation.contains(name), qPrintable(message.source));
        }
    }
}

NABLA_EVENTS_TEST(TestTranslations)
#include "tst_translations.moc"
