// SPDX-License-Identifier: GPL-3.0-or-later
// How a picture comes to the canvas from elsewhere in the window.
#include "ui/window/main_window.h"

#include "tests/support/files/idx_folder.h"
#include "tests/support/test_program.h"
#include "tests/ui/canvas/pictures/odd_pictures.h"
#include "tests/ui/dialogs/file_dialog_answer.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/canvas/pictures/incoming_pictures.h"
#include "ui/session/next_run.h"
#include "ui/session/training_session.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/language.h"
#include "ui/settings/launch_options.h"
#include "ui/settings/theme.h"
#include "ui/window/panel_dock.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace nabla;
using namespace nabla::ui;
using nabla::ui::test::FileDialogAnswer;
using nabla::ui::test::seven;

class TestWindowPictures final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void aPictureThatIsDroppedAnywhereGoesToTheCanvas();
    void pixelsThatAreDroppedGoToTheCanvas();
    void aBrokenPictureIsAnsweredOnTheCanvas();
    void aPictureIsOpenedFromTheFileMenu();
    void noTwoActionsShareAKey();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] QString writePicture() const;
    [[nodiscard]] QString data() const
    {
        return QString::fromStdString(m_window->session().nextRun().setup().data);
    }
    void drop(const QMimeData &dropped);

    QTemporaryDir m_folder;
    std::unique_ptr<AppSettings> m_settings;
    Theme m_theme;
    Language m_language;
    std::unique_ptr<MainWindow> m_window;
    PanelDock *m_dock = nullptr;
    DigitCanvas *m_canvas = nullptr;
};

void TestWindowPictures::initTestCase()
{
    nabla::test::writeIdxFolder(path("bars").toStdString(), 600, 60);
    m_settings = std::make_unique<AppSettings>(path("settings.ini"));
}

/// The Draw panel is hidden.
void TestWindowPictures::init()
{
    LaunchOptions options;
    options.data = path("bars").toStdString();
    options.size = QSize(1280, 800);
    m_window = std::make_unique<MainWindow>(*m_settings, m_theme, m_language, options);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_dock = m_window->findChild<PanelDock *>(QStringLiteral("draw"));
    m_canvas = m_dock->findChild<DigitCanvas *>();
    m_dock->hide();
}

QString TestWindowPictures::writePicture() const
{
    const QString file = path("seven.png");
    if (!seven({200, 200}, Qt::white, Qt::black).save(file))
        qFatal("cannot write %s", qPrintable(file));
    return file;
}

void TestWindowPictures::drop(const QMimeData &dropped)
{
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &dropped, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({50, 50}, Qt::CopyAction, &dropped, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &drop);
}

void TestWindowPictures::aPictureThatIsDroppedAnywhereGoesToTheCanvas()
{
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(writePicture())});
    drop(file);
    QVERIFY(m_dock->isVisible());
    QTRY_VERIFY(m_canvas->sheet().picture());
    QCOMPARE(data(), path("bars"));
    QCOMPARE(m_window->problemText(), QString());
}

void TestWindowPictures::pixelsThatAreDroppedGoToTheCanvas()
{
    QMimeData pixels; // from a browser, without a file
    pixels.setImageData(seven({40, 40}, Qt::white, Qt::black));
    drop(pixels);
    QVERIFY(m_dock->isVisible());
    QTRY_VERIFY(m_canvas->sheet().picture());
    QCOMPARE(m_canvas->sheet().picture()->shown.size(), QSize(40, 40));
}

void TestWindowPictures::aBrokenPictureIsAnsweredOnTheCanvas()
{
    QFile broken(path("broken.png"));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no") == 2);
    broken.close();
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(broken.fileName())});
    drop(file);
    QVERIFY(m_dock->isVisible());
    QTRY_VERIFY(m_canvas->pictures().notice().startsWith(QStringLiteral("broken.png")));
    QCOMPARE(data(), path("bars"));
}

void TestWindowPictures::aPictureIsOpenedFromTheFileMenu()
{
    QAction *const open = m_canvas->actions().openPicture;
    QVERIFY(m_window->menuBar()->actions().front()->menu()->actions().contains(open));
    const FileDialogAnswer answer(writePicture());
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_canvas->sheet().picture());
    QVERIFY(m_dock->isVisible());
}

/// Of those that count wherever the focus is: one that is ambiguous does nothing.
void TestWindowPictures::noTwoActionsShareAKey()
{
    QMap<QKeySequence, QAction *> owners;
    for (QAction *action : m_window->findChildren<QAction *>()) {
        if (action->shortcutContext() != Qt::WindowShortcut
            && action->shortcutContext() != Qt::ApplicationShortcut)
            continue;
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(!owners.contains(key), qPrintable(key.toString()));
            owners.insert(key, action);
        }
    }
    QCOMPARE(owners.value(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)),
             m_canvas->actions().openPicture);
}

NABLA_WINDOW_TEST(TestWindowPictures)
#include "tst_window_pictures.moc"
