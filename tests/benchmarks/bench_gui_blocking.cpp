// SPDX-License-Identifier: GPL-3.0-or-later
// How long the GUI thread is busy at a time, from waking up to blocking again, while the default
// experiment trains flat out with all panels shown and a pen that draws; and what the window costs
// the training. The bound is 20 ms at p99.
//
// The dispatcher's own signals would not do: the one of GLib says awake() when the work is done,
// and the one of Unix leaves out the timers. So the waiting itself is watched: this program's
// poll() and ppoll() come before the C library's.
#include "core/data/data_catalog.h"
#include "core/train/trainer_thread.h"
#include "ui/main_window.h"
#include "ui/panel_area.h"
#include "ui/panel_dock.h"
#include "ui/panels/panel.h"
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
#include <thread>
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

constexpr auto duration = std::chrono::seconds(10);

ExperimentConfig endlessExperiment()
{
    ExperimentConfig config;
    config.epochs = 100'000;
    return config;
}

double digitsPerSecond(const RunStatusData &status, const ExperimentConfig &config)
{
    return static_cast<double>(status.step) * config.miniBatchSize / status.seconds;
}

double speedWithoutWindow()
{
    TrainerThread trainer(endlessExperiment(), loadData("builtin"));
    trainer.post(RunCommand{});
    std::this_thread::sleep_for(duration);
    return digitsPerSecond(trainer.status(), endlessExperiment());
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

void print(const std::vector<double> &sorted)
{
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

/// Warms up until the first curves are there, then measures.
double measureWindow()
{
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
    while (window.session().frame().status.step < 10'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    for (const PanelDock *dock : window.panels().docks())
        std::printf("%s%s", dock->isShown() ? "" : "hidden: ",
                    qPrintable(dock->objectName() + QLatin1Char(' ')));
    std::printf("\n");

    QWidget *canvas = findCanvas(window);
    Pen pen(canvas ? *canvas : window);
    const RunStatusData begin = window.session().frame().status;
    QTimer::singleShot(duration, qApp, &QCoreApplication::quit);
    meter.thread = std::this_thread::get_id();
    meter.wakeUp();
    meter.isOn = true;
    QCoreApplication::exec();
    meter.isOn = false;
    const RunStatusData end = window.session().frame().status;
    std::ranges::sort(meter.milliseconds);
    print(meter.milliseconds);
    return static_cast<double>(end.step - begin.step) * endlessExperiment().miniBatchSize
           / (end.seconds - begin.seconds);
}

} // namespace

int main(int argc, char **argv)
{
    const double without = speedWithoutWindow();
    QApplication app(argc, argv);
    const double with = measureWindow();
    std::printf("training without a window %.0f digits/s, with it %.0f digits/s (%.0f %%)\n",
                without, with, 100.0 * with / without);
    return 0;
}
