// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sources/data_text.h"

#include "core/sources/data_catalog.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QIODevice>
#include <QTemporaryDir>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestDataText final : public QObject
{
    Q_OBJECT

private slots:
    void everySourceOfTheCatalogueHasItsTitle();
    void aFolderIsCalledByItsName();
    void aFileStandsForItsFolder();
    void onlyTheBuiltInDigitsAreGenerated();
};

void TestDataText::everySourceOfTheCatalogueHasItsTitle()
{
    for (const DataSource &source : availableData())
        QCOMPARE(dataTitle(source.id), QString::fromStdString(source.title));
    QCOMPARE(dataTitle("mnist"), QStringLiteral("MNIST"));
}

void TestDataText::aFolderIsCalledByItsName()
{
    QCOMPARE(dataTitle("/some/where/letters"), QStringLiteral("letters"));
    QCOMPARE(dataTitle("/"), QStringLiteral("/"));
}

void TestDataText::aFileStandsForItsFolder()
{
    QTemporaryDir folder;
    QFile file(folder.filePath("train-images-idx3-ubyte"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(dataTitle(file.fileName().toStdString()), QFileInfo(folder.path()).fileName());
}

void TestDataText::onlyTheBuiltInDigitsAreGenerated()
{
    QVERIFY(isGeneratedData("builtin"));
    QVERIFY(isGeneratedData("builtin-strong"));
    QVERIFY(isGeneratedData("builtin-hands"));
    QVERIFY(!isGeneratedData("mnist"));
}

NABLA_WINDOW_TEST(TestDataText)
#include "tst_data_text.moc"
