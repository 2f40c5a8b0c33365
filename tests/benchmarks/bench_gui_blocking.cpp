// SPDX-License-Identifier: GPL-3.0-or-later
// bench_gui_blocking [SECONDS]: how long the GUI thread is busy at a time, from waking up to
// blocking again, while the default experiment trains flat out with all panels shown and a pen that
// draws; what the window costs the training, by rounds with it and without it that alternate; and
// the memory at the beginning and at the end; then how many moments a second are seen while the
// time machine's slider moves; and the busy times again with four runs at once. The bounds are 20
// ms at p99, a tenth of the speed, 30 moments a second.
//
// The dispatcher's own signals would not do: the one of GLib says awake() when the work is done,
// and the one of Unix leaves out the timers. So the waiting itself is watched: this program's
// poll() and ppoll() come before the C library's.
#include "core/sources/data_catalog.h"
#include "core/train/trainer_thread.h"
#include "tests/benchmarks/all_panels.h"
#include "ui/panels/panel.h"
#include "ui/session/comparison.h"
#include "ui/session/run_set.h"
#include "ui/session/time_machine.h"
#include "ui/session/training_session.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/language.h"
#include "ui/settings/launch_options.h"
#include "ui/settings/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTimer>

#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

/// Busy times of the GUI thread in milliseconds. Only that thread writes.
struct BlockingMeter
{
    std::thread::id thread;
    bool isOn = false;
    Clock::time_point awake;
    std::vector<double> milliseconds;

    [[nodiscard]] bool isWatched() const { return isOn && std::this_thread::get_id() == thread; }
    void fallAsleep()
    {
        milliseconds.push_back(
            std::chrono::duration<double, std::milli>(Clock::now() - awake).count());
    }
    void wakeUp() { awake = Clock::now(); }
};

BlockingMeter meter;

} // namespace

// A poll that does not wait is part of the work.
extern "C" int ppoll(pollfd *descriptors, nfds_t count, const timespec *timeout,
                     const sigset_t *mask)
{
    const bool waits
        = meter.isWatched() && (!timeout || timeout->tv_sec > 0 || timeout->tv_nsec > 0);
    timespec rest = timeout ? *timeout : timespec(); // the kernel writes into it
    if (waits)
        meter.fallAsleep();
    const auto result
        = syscall(SYS_ppoll, descriptors, count, timeout ? &rest : nullptr, mask, _NSIG / 8);
    if (waits)
        meter.wakeUp();
    return static_cast<int>(result);
}

extern "C" int poll(pollfd *descriptors, nfds_t count, int milliseconds)
{
    const timespec timeout{milliseconds / 1000, milliseconds % 1000 * 1'000'000L};
    return ppoll(descriptors, count, milliseconds < 0 ? nullptr : &timeout, nullptr);
}

namespace {

using namespace nabla;
using namespace nabla::ui;

constexpr auto roundLength = std::chrono::seconds(2);

ExperimentConfig endlessExperiment()
{
    ExperimentConfig config;
    config.epochs = 100'000;
    return config;
}

/// Digits a second between two moments of a run.
double digitsPerSecond(const RunStatusData &begin, const RunStatusData &end)
{
    return static_cast<double>(end.step - begin.step) * endlessExperiment().miniBatchSize
           / (end.seconds - begin.seconds);
}

/// A run that nobody watches.
double roundWithoutWindow(TrainerThread &trainer)
{
    trainer.post(RunCommand{});
    while (trainer.status().state != RunState::Running)
        std::this_thread::yield();
    const RunStatusData begin = trainer.status();
    std::this_thread::sleep_for(roundLength);
    trainer.post(PauseCommand{});
    while (trainer.status().state == RunState::Running)
        std::this_thread::yield();
    trainer.waitForEvaluations();
    return digitsPerSecond(begin, trainer.status());
}

double residentMegabytes()
{
    std::ifstream status("/proc/self/statm");
    long all = 0;
    long resident = 0;
    status >> all >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Draws circles on the paper, a point every few milliseconds as a mouse gives them.
class Pen final : public QObject
{
public:
    explicit Pen(QWidget &canvas)
        : m_canvas(canvas)
    {
        m_timer.callOnTimeout(this, [this] { move(); });
        m_timer.start(8);
    }

private:
    void move()
    {
        constexpr int pointsAStroke = 120;
        const int point = m_count++ % pointsAStroke;
        const double angle = 6.0 * point / pointsAStroke;
        const double radius = 0.3 * std::min(m_canvas.width(), m_canvas.height());
        const QPointF place
            = QRectF(m_canvas.rect()).center() + radius * QPointF(std::cos(angle), std::sin(angle));
        const auto type = point == 0                   ? QEvent::MouseButtonPress
                          : point == pointsAStroke - 1 ? QEvent::MouseButtonRelease
                                                       : QEvent::MouseMove;
        QMouseEvent event(type, place, m_canvas.mapToGlobal(place),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(&m_canvas, &event);
    }

    QWidget &m_canvas;
    QTimer m_timer;
    int m_count = 0;
};

QWidget *findCanvas(const MainWindow &window)
{
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->inherits("nabla::ui::DigitCanvas"))
            return widget;
    }
    return nullptr;
}

void printAndForget(std::vector<double> &milliseconds)
{
    std::vector<double> sorted = std::exchange(milliseconds, {});
    std::ranges::sort(sorted);
    const auto at = [&](double share) {
        return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
    };
    // Most wakings carry one pen event; the polls, 30 a second, are what can block.
    std::printf("GUI thread busy at a time: p50 %.2f ms, p99 %.2f ms, max %.2f ms (%zu times; "
                "bound at p99 20 ms)\n",
                at(0.5), at(0.99), at(1.0), sorted.size());
    const std::vector<double> polls(
        sorted.end() - std::min<std::ptrdiff_t>(std::ssize(sorted), 300), sorted.end());
    std::printf("the 300 longest of them: p50 %.2f ms, p99 %.2f ms\n", polls[polls.size() / 2],
                polls[polls.size() * 99 / 100]);
}

/// The window, trained in rounds.
class WatchedRun
{
public:
    explicit WatchedRun(MainWindow &window)
        : m_window(window)
    {
        showAllPanels(window);
        while (status().step < 10'000) // the first curves are there
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        for (const PanelDock *dock : window.panels().docks())
            std::printf("%s%s ", dock->isShown() ? "" : "hidden: ", qPrintable(dock->objectName()));
        std::printf("\n");
        m_window.session().toggleTraining();
        settle();
    }

    double round()
    {
        QWidget *canvas = findCanvas(m_window);
        Pen pen(canvas ? *canvas : m_window);
        m_window.session().toggleTraining();
        while (status().state != RunState::Running)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const RunStatusData begin = status();
        runLoop();
        m_window.session().toggleTraining();
        settle();
        return digitsPerSecond(begin, status());
    }

    /// Goes through the moments, another one every few milliseconds, as a hand that drags the
    /// slider does. How many a second are seen.
    double travel()
    {
        TrainingSession &session = m_window.session();
        session.toggleTraining();
        const std::vector<std::uint64_t> steps = session.timeMachine().steps();
        std::size_t next = 0;
        QTimer hand;
        hand.callOnTimeout(&session,
                           [&] { session.timeMachine().goTo(steps[next++ % steps.size()]); });
        hand.start(10);
        int seen = 0;
        std::optional<std::uint64_t> last;
        const auto counting
            = QObject::connect(&session, &TrainingSession::frameReady, [&](const Frame &frame) {
                  seen += std::exchange(last, frame.moment) != frame.moment ? 1 : 0;
              });
        const auto begin = Clock::now();
        runLoop();
        const std::chrono::duration<double> length = Clock::now() - begin;
        QObject::disconnect(counting);
        session.timeMachine().goTo({});
        session.toggleTraining();
        settle();
        return seen / length.count();
    }

    [[nodiscard]] const RunStatusData &status() const { return m_window.session().frame().status; }

private:
    static void runLoop()
    {
        QTimer::singleShot(roundLength, qApp, &QCoreApplication::quit);
        meter.wakeUp();
        meter.isOn = true;
        QCoreApplication::exec();
        meter.isOn = false;
    }
    void settle()
    {
        while (m_window.session().runs().isAnyTraining())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    MainWindow &m_window;
};

} // namespace

int main(int argc, char **argv)
{
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 20;
    QApplication app(argc, argv);
    AppSettings settings = AppSettings::clean();
    Theme theme;
    Language language;
    LaunchOptions options;
    options.experiment = endlessExperiment();
    options.pace = Pace::flatOut();
    options.size = QSize(1280, 800);
    options.trains = true;
    MainWindow window(settings, theme, language, options);
    window.show();
    WatchedRun watched(window);
    TrainerThread alone(endlessExperiment(), window.session().frame().data);
    meter.thread = std::this_thread::get_id();
    (void)roundWithoutWindow(alone);
    const double memory = residentMegabytes();
    std::vector<double> without;
    std::vector<double> with;
    std::vector<double> prices;
    for (int done = 0; done < seconds; done += static_cast<int>(roundLength.count())) {
        without.push_back(roundWithoutWindow(alone));
        with.push_back(watched.round());
        prices.push_back(100.0 * (1.0 - with.back() / without.back()));
    }
    printAndForget(meter.milliseconds);
    std::printf("training without a window %.0f digits/s, with it %.0f: price %.1f %% (median of "
                "%zu rounds, bound 10 %%)\n",
                median(without), median(with), median(prices), prices.size());
    std::printf("resident memory %.0f MB at the beginning, %.0f MB after %llu steps more\n", memory,
                residentMegabytes(), static_cast<unsigned long long>(watched.status().step));
    std::vector<double> moments;
    for (int done = 0; done < seconds; done += static_cast<int>(roundLength.count()))
        moments.push_back(watched.travel());
    std::printf("time machine, the slider moved while it trains: %.1f moments a second are seen "
                "(bound 30)\n",
                median(moments));
    printAndForget(meter.milliseconds);
    window.session().comparison().compareSeeds(); // three more, with all panels still shown
    window.session().pause();
    for (int done = 0; done < seconds; done += static_cast<int>(roundLength.count()))
        (void)watched.round();
    std::printf("four runs at once: ");
    printAndForget(meter.milliseconds);
    return 0;
}
