// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pictures/incoming_pictures.h"

#include "tests/support/test_program.h"
#include "tests/ui/canvas/pictures/odd_pictures.h"
#include "tests/ui/dialogs/file_dialog_answer.h"
#include "ui/canvas/pictures/picture_reader.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <memory>

using namespace nabla::ui;
using nabla::ui::test::FileDialogAnswer;
using nabla::ui::test::seven;

class TestIncomingPictures final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void aPictureIsToldOfThenReadThenHandedOver();
    void whyThereIsNoneIsSaidUntilTheNextOne();
    void theNewestWins();
    void ofOneThatIsGivenUpNothingIsHeard();
    void whatWasSaidIsTakenBack();
    void givingUpNothingIsNoNews();
    void whatIsOnTheClipboardIsPasted();
    void aFileIsOpenedByADialog();

private:
    [[nodiscard]] QSize arrived() const;

    QTemporaryDir m_folder;
    QString m_file;
    std::unique_ptr<IncomingPictures> m_pictures;
    std::shared_ptr<const CanvasPicture> m_arrived;
    QStringList m_heard; ///< the signals, in their order
};

namespace {

QImage picture(int side)
{
    return seven({side, side}, Qt::white, Qt::black);
}

} // namespace

void TestIncomingPictures::initTestCase()
{
    m_file = m_folder.filePath(QStringLiteral("seven.png"));
    QVERIFY(picture(60).save(m_file));
}

void TestIncomingPictures::init()
{
    m_pictures = std::make_unique<IncomingPictures>();
    m_arrived.reset();
    m_heard.clear();
    connect(m_pictures.get(), &IncomingPictures::coming, this,
            [this] { m_heard.append(QStringLiteral("coming")); });
    connect(m_pictures.get(), &IncomingPictures::noticeChanged, this,
            [this] { m_heard.append(m_pictures->notice()); });
    connect(m_pictures.get(), &IncomingPictures::arrived, this, [this](const auto &picture) {
        m_arrived = picture;
        m_heard.append(QStringLiteral("arrived"));
    });
}

QSize TestIncomingPictures::arrived() const
{
    return m_arrived ? m_arrived->shown.size() : QSize();
}

void TestIncomingPictures::aPictureIsToldOfThenReadThenHandedOver()
{
    m_pictures->load(picture(40));
    QVERIFY(m_pictures->isLoading());
    const QString reading = m_pictures->notice();
    QVERIFY(reading.startsWith(QStringLiteral("Reading")));
    QTRY_COMPARE(arrived(), QSize(40, 40));
    QVERIFY(!m_pictures->isLoading());
    QCOMPARE(m_heard, (QStringList{reading, "coming", "", "arrived"}));
}

void TestIncomingPictures::whyThereIsNoneIsSaidUntilTheNextOne()
{
    m_pictures->load(QStringLiteral("/nowhere/digit.png"));
    QTRY_VERIFY(!m_pictures->isLoading());
    QVERIFY(m_pictures->notice().startsWith(QStringLiteral("digit.png")));
    QCOMPARE(m_heard.back(), m_pictures->notice());
    QVERIFY(!m_arrived);
    m_pictures->load(picture(40));
    QVERIFY(m_pictures->notice().startsWith(QStringLiteral("Reading")));
    QTRY_VERIFY(m_arrived);
    QVERIFY(m_pictures->notice().isEmpty());
}

void TestIncomingPictures::theNewestWins()
{
    m_pictures->load(picture(40));
    m_pictures->load(picture(50));
    QTRY_COMPARE(arrived(), QSize(50, 50));
    QCOMPARE(m_heard.count(QStringLiteral("coming")), 2);
    QCOMPARE(m_heard.count(QStringLiteral("arrived")), 1);
}

void TestIncomingPictures::ofOneThatIsGivenUpNothingIsHeard()
{
    m_pictures->load(picture(40));
    m_pictures->giveUp();
    QVERIFY(!m_pictures->isLoading());
    QVERIFY(m_pictures->notice().isEmpty());
    QCOMPARE(m_heard.back(), QString());
    // When the next one has arrived, the first would have, too.
    m_pictures->load(picture(50));
    QTRY_COMPARE(arrived(), QSize(50, 50));
    QCOMPARE(m_heard.count(QStringLiteral("arrived")), 1);
}

void TestIncomingPictures::whatWasSaidIsTakenBack()
{
    m_pictures->load(QStringLiteral("/nowhere/digit.png"));
    QTRY_VERIFY(!m_pictures->isLoading());
    m_heard.clear();
    m_pictures->giveUp();
    QVERIFY(m_pictures->notice().isEmpty());
    QCOMPARE(m_heard, QStringList{QString()});
}

void TestIncomingPictures::givingUpNothingIsNoNews()
{
    m_pictures->giveUp();
    QVERIFY(m_heard.isEmpty());
}

void TestIncomingPictures::whatIsOnTheClipboardIsPasted()
{
    QGuiApplication::clipboard()->setImage(picture(50));
    m_pictures->paste();
    QTRY_COMPARE(arrived(), QSize(50, 50));
    QGuiApplication::clipboard()->setText(QStringLiteral("no picture"));
    m_pictures->paste();
    QTRY_VERIFY(m_pictures->notice().contains(QStringLiteral("clipboard")));
}

void TestIncomingPictures::aFileIsOpenedByADialog()
{
    QWidget window;
    window.show();
    const FileDialogAnswer answer(m_file);
    m_pictures->open(&window);
    QTRY_COMPARE(arrived(), QSize(60, 60));
}

NABLA_WINDOW_TEST(TestIncomingPictures)
#include "tst_incoming_pictures.moc"
