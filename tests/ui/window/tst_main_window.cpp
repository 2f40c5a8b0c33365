// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "tests/support/files/idx_folder.h"
#include "tests/support/test_program.h"
#include "tests/ui/window/brackets.h"
#include "ui/panels/catalog/panel_catalog.h"
#include "ui/panels/panel.h"
#include "ui/session/next_run.h"
#include "ui/session/training_session.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/language.h"
#include "ui/settings/launch_options.h"
#include "ui/settings/theme.h"
#include "ui/window/controls/run_toolbar.h"
#include "ui/window/controls/window_actions.h"
#include "ui/window/panel_area.h"
#include "ui/window/panel_dock.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace nabla;
using namespace nabla::ui;
using nabla::ui::test::Brackets;

namespace {

bool isBracketed(const QString &text)
{
    return text.startsWith(QLatin1Char('[')) && text.endsWith(QLatin1Char(']'));
}

} // namespace

class TestMainWindow final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void nothingIsLoadedBeforeTheWindowIsPainted();
    void everyPanelOfTheCatalogueIsShown();
    void itFitsIntoASmallScreen();
    void theDrawingLeadsToWhereMoreOfItIsSeen();
    void spaceTrainsWhateverHasTheFocus();
    void spaceIsTypedIntoTheLayers();
    void spaceInANumberTrains();
    void everyTextFollowsTheLanguage();
    void theColorsFollowTheTheme();
    void theLayoutComesBack();
    void resetLayoutShowsEveryPanelAgain();
    void hiddenPanelsGetNoFrames();
    void aFolderThatIsDroppedIsLearntFrom();
    void aFileThatIsDroppedStandsForItsFolder();
    void aWrongDropIsToldAndTheRunGoesOn();
    void aDivergedRunIsTold();
    void theSetupAndThePaceComeBack();

private:
    void open(const LaunchOptions &options);
    void openReady();
    void drop(const QUrl &url);
    [[nodiscard]] QString folder(const char *name) const
    {
        return m_dir->filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] LaunchOptions onBars() const;
    [[nodiscard]] PanelDock &dock(const char *id) const
    {
        return *m_window->findChild<PanelDock *>(QLatin1String(id));
    }
    [[nodiscard]] RunStatusData status() const { return m_window->session().frame().status; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_language = std::make_unique<Language>();
}

void TestMainWindow::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<AppSettings>(folder("settings.ini"));
    nabla::test::writeIdxFolder(folder("bars").toStdString(), 600, 60);
}

void TestMainWindow::cleanup()
{
    m_window.reset();
}

LaunchOptions TestMainWindow::onBars() const
{
    LaunchOptions options;
    options.data = folder("bars").toStdString();
    options.size = QSize(1280, 800);
    options.pace = Pace::of(200.0);
    return options;
}

void TestMainWindow::open(const LaunchOptions &options)
{
    m_window = std::make_unique<MainWindow>(*m_settings, *m_theme, *m_language, options);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

/// With a run that is idle.
void TestMainWindow::openReady()
{
    open(onBars());
    QTRY_VERIFY(status().hasDigest);
}

void TestMainWindow::drop(const QUrl &url)
{
    QMimeData data;
    data.setUrls({url});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
}

void TestMainWindow::nothingIsLoadedBeforeTheWindowIsPainted()
{
    m_window = std::make_unique<MainWindow>(*m_settings, *m_theme, *m_language, onBars());
    QVERIFY(!m_window->session().nextRun().isLoading());
    QVERIFY(!m_window->session().frame().data);
    m_window->show();
    QTRY_VERIFY(m_window->session().frame().data);
}

void TestMainWindow::everyPanelOfTheCatalogueIsShown()
{
    openReady();
    QCOMPARE(m_window->panels().docks().size(), panelCatalog().size());
    for (const PanelEntry &entry : panelCatalog()) {
        QCOMPARE(dock(entry.id).isVisible(), entry.isShownAtFirst);
        QCOMPARE(dock(entry.id).windowTitle(), panelTitle(entry));
        if (!entry.isShownAtFirst)
            continue;
        QVERIFY2(dock(entry.id).panel().width() > 100 && dock(entry.id).panel().height() > 60,
                 entry.id);
    }
    QVERIFY(dock("setup").x() < dock("cost").x() && dock("cost").x() < dock("draw").x());
}

void TestMainWindow::itFitsIntoASmallScreen()
{
    LaunchOptions options = onBars();
    options.size = QSize(1024, 700);
    open(options);
    QCOMPARE(m_window->size(), QSize(1024, 700));
    const auto *toolbar = m_window->findChild<RunToolbar *>();
    for (const QWidget *part :
         toolbar->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        QVERIFY2(part->geometry().right() < toolbar->width(), part->metaObject()->className());
        QVERIFY2(part->width() >= part->minimumSizeHint().width(), part->metaObject()->className());
    }
}

void TestMainWindow::theDrawingLeadsToWhereMoreOfItIsSeen()
{
    openReady();
    const QList<QAction *> actions = dock("draw").panel().headerActions();
    QCOMPARE(actions.size(), 2);
    for (const auto &[i, id] : {std::pair(0, "network"), {1, "reading"}}) {
        dock(id).hide();
        QVERIFY(!dock(id).isShown());
        actions[i]->trigger();
        QTRY_VERIFY(dock(id).isShown());
        QVERIFY(dock(id).isPointedOut());
        dock("histograms").show();
        dock("histograms").raise(); // before it, where they share a place
        QTRY_VERIFY(dock("histograms").isShown());
        actions[i]->trigger();
        QTRY_VERIFY(dock(id).isShown());
        QTRY_VERIFY(!dock(id).isPointedOut());
    }
    // The header with its buttons is no higher than others.
    QCOMPARE(dock("draw").titleBarWidget()->minimumSizeHint().height(),
             dock("cost").titleBarWidget()->minimumSizeHint().height());
    QCOMPARE(dock("draw").titleBarWidget()->height(), dock("cost").titleBarWidget()->height());
}

void TestMainWindow::spaceTrainsWhateverHasTheFocus()
{
    openReady();
    for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
        if (!button->isVisible())
            continue;
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_COMPARE(status().state, RunState::Running);
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_COMPARE(status().state, RunState::Paused);
    }
}

void TestMainWindow::spaceIsTypedIntoTheLayers()
{
    openReady();
    auto *layers = m_window->findChild<QLineEdit *>("layers");
    layers->setFocus();
    layers->setText("784");
    QTest::keyClick(layers, Qt::Key_Space);
    QCOMPARE(layers->text(), QStringLiteral("784 "));
    QCOMPARE(status().state, RunState::Idle);
}

void TestMainWindow::spaceInANumberTrains()
{
    openReady();
    auto *rate = m_window->findChild<QLineEdit *>("learningRate");
    rate->setFocus();
    QTest::keyClick(rate, Qt::Key_Space);
    QTRY_COMPARE(status().state, RunState::Running);
    QCOMPARE(rate->text(), QStringLiteral("0.1"));
}

void TestMainWindow::everyTextFollowsTheLanguage()
{
    openReady();
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QCoreApplication::processEvents();
    for (const QAction *menu : m_window->menuBar()->actions()) {
        QVERIFY2(isBracketed(menu->text()), qPrintable(menu->text()));
        for (const QAction *action : menu->menu()->actions())
            QVERIFY2(action->isSeparator() || isBracketed(action->text()),
                     qPrintable(action->text()));
    }
    for (const PanelDock *dock : m_window->panels().docks())
        QVERIFY2(isBracketed(dock->windowTitle()), qPrintable(dock->windowTitle()));
    for (const QPushButton *button : m_window->findChildren<QPushButton *>()) {
        const bool isRead = button->isVisible() && !button->text().isEmpty();
        QVERIFY2(!isRead || isBracketed(button->text()), qPrintable(button->text()));
    }
    const auto *cost = m_window->findChild<QComboBox *>("cost");
    QVERIFY(isBracketed(cost->itemText(0)));
    QCoreApplication::removeTranslator(&brackets);
    QCoreApplication::processEvents();
    QCOMPARE(m_window->actions().reset->text(), QStringLiteral("Reset"));
}

void TestMainWindow::theColorsFollowTheTheme()
{
    openReady();
    const QList<QAction *> themes = m_window->actions().themes->actions();
    const auto isDark = [this] {
        return dock("cost").panel().palette().color(QPalette::Window).lightness() < 128;
    };
    themes[2]->trigger();
    QTRY_VERIFY(isDark());
    QCOMPARE(m_settings->theme(), ThemeChoice::Dark);
    themes[1]->trigger();
    QTRY_VERIFY(!isDark());
}

void TestMainWindow::theLayoutComesBack()
{
    openReady();
    m_window->panels().panelActions()[1]->trigger(); // Cost
    QVERIFY(dock("cost").isHidden());
    m_window->actions().lockPanels->setChecked(false);
    m_window->close();
    openReady();
    QVERIFY(dock("cost").isHidden());
    QVERIFY(dock("accuracy").isVisible());
    QVERIFY(!m_window->panels().panelActions()[1]->isChecked());
    QVERIFY(dock("accuracy").features() & QDockWidget::DockWidgetMovable);
}

void TestMainWindow::resetLayoutShowsEveryPanelAgain()
{
    openReady();
    const QRect before = dock("cost").geometry();
    for (QAction *action : m_window->panels().panelActions())
        action->trigger();
    QVERIFY(dock("setup").isHidden());
    m_window->actions().resetLayout->trigger();
    for (const PanelDock *dock : m_window->panels().docks())
        QVERIFY2(dock->isVisible() == dock->entry().isShownAtFirst, qPrintable(dock->objectName()));
    QTRY_COMPARE(dock("cost").geometry(), before);
}

void TestMainWindow::hiddenPanelsGetNoFrames()
{
    openReady();
    dock("cost").hide();
    QTRY_VERIFY(!dock("cost").isShown());
    dock("cost").show();
    QTRY_VERIFY(dock("cost").isShown());
}

void TestMainWindow::aFolderThatIsDroppedIsLearntFrom()
{
    openReady();
    nabla::test::writeIdxFolder(folder("more bars").toStdString(), 120, 60);
    drop(QUrl::fromLocalFile(folder("more bars")));
    QTRY_COMPARE(m_window->session().frame().data->training.size(), 100);
    QCOMPARE(m_window->problemText(), QString());
}

void TestMainWindow::aFileThatIsDroppedStandsForItsFolder()
{
    openReady();
    nabla::test::writeIdxFolder(folder("more bars").toStdString(), 120, 60);
    drop(QUrl::fromLocalFile(folder("more bars") + "/train-images-idx3-ubyte"));
    QTRY_COMPARE(m_window->session().frame().data->training.size(), 100);
}

void TestMainWindow::aWrongDropIsToldAndTheRunGoesOn()
{
    openReady();
    m_window->session().train();
    QTRY_COMPARE(status().state, RunState::Running);
    QDir().mkpath(folder("empty"));
    drop(QUrl::fromLocalFile(folder("empty")));
    QTRY_VERIFY(m_window->problemText().contains(folder("empty")));
    QCOMPARE(status().state, RunState::Running);
    QCOMPARE(m_window->session().nextRun().setup().data, folder("bars").toStdString());
    drop(QUrl("https://example.org/digits"));
    QVERIFY(m_window->problemText().contains("not on this computer"));
}

void TestMainWindow::aDivergedRunIsTold()
{
    LaunchOptions options = onBars();
    options.experiment = ExperimentConfig();
    options.experiment->activation = "relu";
    options.experiment->learningRate = 1000.0;
    options.pace = Pace::flatOut();
    options.trains = true;
    open(options);
    QTRY_COMPARE(status().state, RunState::Diverged);
    QVERIFY(m_window->problemText().contains("diverged"));
}

void TestMainWindow::theSetupAndThePaceComeBack()
{
    LaunchOptions options = onBars();
    options.experiment = ExperimentConfig();
    options.experiment->layers = {784, 20, 10};
    open(options);
    m_window->actions().flatOut->trigger();
    m_window->close();
    open({});
    QCOMPARE(m_window->session().nextRun().setup().layers, options.experiment->layers);
    QCOMPARE(m_window->session().nextRun().setup().data, folder("bars").toStdString());
    QVERIFY(m_settings->pace().isFlatOut());
}

NABLA_WINDOW_TEST(TestMainWindow)
#include "tst_main_window.moc"
