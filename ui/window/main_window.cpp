// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/experiment_files.h"
#include "ui/dialogs/help_dialog.h"
#include "ui/dialogs/model_saving.h"
#include "ui/dialogs/run_files.h"
#include "ui/report/report_file.h"
#include "ui/session/doctor_settings.h"
#include "ui/session/next_run.h"
#include "ui/session/run_set.h"
#include "ui/session/selection.h"
#include "ui/session/sources/data_text.h"
#include "ui/session/sources/mnist_download.h"
#include "ui/session/training_session.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/language.h"
#include "ui/settings/launch_options.h"
#include "ui/window/controls/data_selector.h"
#include "ui/window/controls/experiment_selector.h"
#include "ui/window/controls/pace_control.h"
#include "ui/window/controls/run_progress.h"
#include "ui/window/controls/run_toolbar.h"
#include "ui/window/controls/window_actions.h"
#include "ui/window/main_menu.h"
#include "ui/window/message_bar.h"
#include "ui/window/mnist_bar.h"
#include "ui/window/panel_area.h"
#include "ui/window/status_line.h"
#include "ui/window/time_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QTimer>
#include <QVBoxLayout>

namespace nabla::ui {

namespace {

constexpr QSize defaultSize(1280, 800);

/// The first file or folder of this computer that was dropped; empty when there is none.
QString droppedPath(const QMimeData &data)
{
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

void checkOnly(const QActionGroup &group, const QString &data)
{
    for (QAction *action : group.actions())
        action->setChecked(action->data().toString() == data);
}

} // namespace

MainWindow::MainWindow(AppSettings &settings, Theme &theme, Language &language,
                       const LaunchOptions &options)
    : m_settings(settings)
    , m_theme(theme)
    , m_language(language)
    , m_session(new TrainingSession(this))
    , m_selection(new Selection(this))
    , m_actions(new WindowActions(this))
    , m_toolbar(new RunToolbar(*m_actions, this))
    , m_mnist(new MnistBar(new MnistDownload, this))
    , m_problem(new MessageBar(MessageBar::Tone::Problem, this))
    , m_panels(new PanelArea(*m_session, *m_selection, this))
    , m_languageMenu(new QMenu(this))
    , m_status(new StatusLine(m_languageMenu, this))
    , m_pace(Pace::watch())
    , m_trainsAtOnce(options.trains)
{
    setAcceptDrops(true);
    setMenuBar(new MainMenu(*m_actions, m_panels->fileActions(), m_panels->panelActions(), this));
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *part : {static_cast<QWidget *>(m_toolbar), static_cast<QWidget *>(m_mnist),
                          static_cast<QWidget *>(m_problem)})
        layout->addWidget(part);
    auto *frame = new QVBoxLayout;
    frame->setContentsMargins(8, 8, 8, 8);
    frame->addWidget(m_panels);
    layout->addLayout(frame, 1);
    layout->addWidget(new TimeBar(*m_session, page));
    layout->addWidget(m_status);
    setCentralWidget(page);
    m_problem->hide();
    connectRun();
    connectView();
    restore(options);
    retranslate();
}

MainWindow::~MainWindow()
{
    // Children go in the order in which they came; the panels must go before the session that they
    // know.
    delete takeCentralWidget();
}

void MainWindow::connectRun()
{
    NextRun *next = &m_session->nextRun();
    const RunSet *runs = &m_session->runs();
    connect(m_session, &TrainingSession::frameReady, this, &MainWindow::showFrame);
    connect(m_session, &TrainingSession::problem, this, &MainWindow::showProblem);
    connect(runs, &RunSet::stateChanged, this, &MainWindow::showState);
    connect(runs, &RunSet::shownChanged, this, &MainWindow::applyPace);
    connect(next, &NextRun::waitingChanged, this, &MainWindow::showState);
    connect(next, &NextRun::setupChanged, this, &MainWindow::showSetup);
    connect(next, &NextRun::loadingProgress, &m_toolbar->progress(), &RunProgress::showLoading);
    connect(next, &NextRun::loadingEnded, &m_toolbar->progress(), &RunProgress::endLoading);
    connect(&m_toolbar->progress(), &RunProgress::cancelRequested, next, &NextRun::cancelLoading);
    connect(&m_toolbar->pace(), &PaceControl::paceChosen, this, &MainWindow::choosePace);
    connect(&m_toolbar->experiment(), &ExperimentSelector::experimentChosen, next,
            &NextRun::startExperiment);
    connect(&m_toolbar->data(), &DataSelector::sourceChosen, this, &MainWindow::chooseData);

    connect(m_actions->toggleTraining, &QAction::triggered, m_session,
            &TrainingSession::toggleTraining);
    connect(m_actions->stepMiniBatch, &QAction::triggered, m_session,
            &TrainingSession::stepMiniBatch);
    connect(m_actions->stepEpoch, &QAction::triggered, m_session, &TrainingSession::stepEpoch);
    connect(m_actions->reset, &QAction::triggered, next, &NextRun::start);
    connect(m_actions->slower, &QAction::triggered, &m_toolbar->pace(), &PaceControl::slower);
    connect(m_actions->faster, &QAction::triggered, &m_toolbar->pace(), &PaceControl::faster);
    connect(m_actions->watchPace, &QAction::triggered, this, [this] { choosePace(Pace::watch()); });
    connect(m_actions->flatOut, &QAction::triggered, this, [this] { choosePace(Pace::flatOut()); });
    connect(m_actions->openFolder, &QAction::triggered, this, &MainWindow::openFolder);
    connect(m_actions->openExperiment, &QAction::triggered, this,
            [this] { showAnyProblem(openExperiment(m_session->nextRun(), this)); });
    connect(m_actions->saveExperiment, &QAction::triggered, this,
            [this] { showAnyProblem(saveExperimentOf(m_session->nextRun().setup(), this)); });
    connect(m_actions->openRun, &QAction::triggered, this,
            [this] { showAnyProblem(openRun(m_session->keeper(), this)); });
    connect(m_actions->saveRun, &QAction::triggered, this,
            [this] { saveRunOf(m_session->keeper(), this); });
    connect(m_actions->openRecord, &QAction::triggered, this,
            [this] { showAnyProblem(openRecord(m_session->comparison(), this)); });
    connect(m_actions->saveRecord, &QAction::triggered, this,
            [this] { showAnyProblem(saveRecordOf(m_session->keeper(), this)); });
    connect(m_actions->saveModel, &QAction::triggered, this,
            [this] { showAnyProblem(saveModelOf(m_session->frame(), this)); });
    connect(m_actions->exportReport, &QAction::triggered, this,
            [this] { showAnyProblem(exportReport(*m_session, this)); });
    connect(m_actions->getMnist, &QAction::triggered, m_mnist, &MnistBar::startDownload);
    connect(m_mnist, &MnistBar::mnistArrived, this, [this] {
        m_actions->getMnist->setEnabled(false);
        chooseData("mnist");
    });
    connect(m_mnist, &MnistBar::problem, this, &MainWindow::showProblem);
    connect(m_mnist, &MnistBar::offerDismissed, this,
            [this] { m_settings.setMnistOfferDismissed(true); });
    connect(m_problem, &MessageBar::dismissed, m_problem, &QWidget::hide);
}

void MainWindow::connectView()
{
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->resetLayout, &QAction::triggered, m_panels, &PanelArea::arrange);
    connect(m_actions->lockPanels, &QAction::toggled, m_panels, &PanelArea::setLocked);
    connect(m_actions->help, &QAction::triggered, this, [this] { showHelp(this); });
    connect(m_actions->about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(m_actions->themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        const ThemeChoice choice
            = themeFromText(action->data().toString()).value_or(ThemeChoice::System);
        m_theme.choose(choice);
        m_settings.setTheme(choice);
    });
    connect(m_actions->languages, &QActionGroup::triggered, this,
            [this](const QAction *action) { chooseLanguage(action->data().toString()); });
    m_languageMenu->addActions(m_actions->languages->actions());
}

void MainWindow::restore(const LaunchOptions &options)
{
    checkOnly(*m_actions->themes, toText(m_theme.choice()));
    checkOnly(*m_actions->languages, m_language.current());
    m_actions->lockPanels->setChecked(m_settings.panelsLocked());
    m_panels->setLocked(m_settings.panelsLocked());
    resize(defaultSize);
    restoreGeometry(m_settings.windowGeometry());
    if (options.size)
        resize(*options.size);
    m_panels->restoreLayout(m_settings.layout());
    m_session->doctorSettings().setThresholds(m_settings.doctorThresholds());

    const bool hasMnist = MnistDownload::isInstalled();
    m_actions->getMnist->setEnabled(!hasMnist);
    if (!hasMnist && !m_settings.mnistOfferDismissed())
        m_mnist->offer();
    restoreExperiment(options);
}

void MainWindow::restoreExperiment(const LaunchOptions &options)
{
    ExperimentConfig setup = m_session->nextRun().setup();
    if (options.experiment)
        setup = *options.experiment;
    else if (const auto saved = m_settings.experiment())
        setup = *saved;
    if (options.data)
        setup.data = *options.data;
    m_session->nextRun().changeSetup(setup);
    m_pace = options.pace.value_or(m_settings.pace());
    showSetup();
    applyPace();
}

void MainWindow::paintEvent(QPaintEvent *event)
{
    QMainWindow::paintEvent(event);
    if (m_hasBegun)
        return;
    m_hasBegun = true;
    // After the first paint: nothing is read or generated before a person sees the window.
    QTimer::singleShot(0, this, &MainWindow::begin);
}

void MainWindow::begin()
{
    if (m_trainsAtOnce)
        m_session->train();
    else
        m_session->nextRun().start();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    event->accept();
}

void MainWindow::remember()
{
    m_settings.setWindowGeometry(saveGeometry());
    m_settings.setLayout(m_panels->layoutState());
    m_settings.setPanelsLocked(m_actions->lockPanels->isChecked());
    m_settings.setExperiment(m_session->nextRun().setup());
    m_settings.setPace(m_pace);
    m_settings.setDoctorThresholds(m_session->doctorSettings().thresholds());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::WindowStateChange)
        m_session->setWatched(!isMinimized());
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Nablascope"));
    m_actions->retranslate();
    for (const LanguageEntry &entry : languages()) {
        if (m_language.current() == QLatin1String(entry.id))
            m_status->setLanguageName(QString::fromUtf8(entry.name));
    }
}

void MainWindow::showFrame(const Frame &frame)
{
    m_toolbar->progress().showFrame(frame);
    m_status->showFrame(frame);
}

void MainWindow::showState()
{
    const RunState state = m_session->runs().state();
    const bool isTraining = m_session->runs().isAnyTraining(); // also one that is not shown
    const bool isWaiting = m_session->nextRun().isWaitingToTrain();
    m_actions->setTraining(isTraining);
    using Face = TrainButton::Face;
    m_toolbar->train().setFace(isTraining ? Face::Pause : isWaiting ? Face::Waiting : Face::Train);
    m_status->setWaiting(isWaiting);
    if (isTraining)
        m_problem->hide(); // what was wrong before is over
    else if (state == RunState::Diverged)
        showProblem(tr("The run diverged: its numbers grew beyond all bounds. Take a smaller "
                       "learning rate, then press Reset; or go back with the time machine and "
                       "branch from before."));
    else if (state == RunState::Failed)
        showProblem(tr("Training stopped: %1")
                        .arg(QString::fromStdString(m_session->frame().status.message)));
}

void MainWindow::showSetup()
{
    m_toolbar->experiment().showSetup(m_session->nextRun().setup());
    m_toolbar->data().showSource(m_session->nextRun().setup().data);
    if (!isGeneratedData(m_session->nextRun().setup().data))
        m_mnist->withdrawOffer(); // other people's digits are there already
}

void MainWindow::showProblem(const QString &message)
{
    m_problem->setText(message);
    m_problem->show();
}

QString MainWindow::problemText() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void MainWindow::choosePace(const Pace &pace)
{
    m_pace = pace;
    applyPace();
}

/// "Watch" depends on how many steps an epoch has: said anew with every run.
void MainWindow::applyPace()
{
    const std::uint64_t stepsPerEpoch = m_session->frame().history.stepsPerEpoch();
    m_session->setPace(m_pace.rate(stepsPerEpoch));
    m_toolbar->pace().showPace(m_pace, stepsPerEpoch);
}

void MainWindow::chooseData(const std::string &source)
{
    ExperimentConfig setup = m_session->nextRun().setup();
    setup.data = source;
    m_session->nextRun().changeSetup(setup);
}

void MainWindow::chooseLanguage(const QString &id)
{
    m_language.choose(id);
    m_settings.setLanguage(id);
    checkOnly(*m_actions->languages, id);
}

void MainWindow::openFolder()
{
    const QString folder
        = QFileDialog::getExistingDirectory(this, tr("A folder of four IDX files"));
    if (!folder.isEmpty())
        chooseData(folder.toStdString());
}

void MainWindow::showAnyProblem(const QString &problem)
{
    if (!problem.isEmpty())
        showProblem(problem);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    if (m_panels->offerDrop(*event->mimeData()))
        return;
    const QString path = droppedPath(*event->mimeData());
    if (path.isEmpty())
        showProblem(
            tr("This is not on this computer. Drop a folder of IDX files, one of its files, or a "
               "picture of a digit."));
    else
        chooseData(path.toStdString());
}

} // namespace nabla::ui
