// SPDX-License-Identifier: GPL-3.0-or-later
// bench_strokes [SECONDS]: from a stroke's mouse event to the painted bars of the new reading, with
// all panels shown, while a network trains flat out. The bound is 16 ms at p99.
//
// The events are posted by a thread of their own, one every 8 ms whatever the window is doing: an
// event that comes while it is busy waits, and the wait counts. The time ends when the window with
// the new bars was painted and handed to the screen. Events that change no output are left out.
#include "tests/benchmarks/all_panels.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/panels/draw/draw_panel.h"
#include "ui/panels/draw/output_bars.h"
#include "ui/session/training_session.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/language.h"
#include "ui/settings/launch_options.h"
#include "ui/settings/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace {

using namespace nabla;
using namespace nabla::ui;
using Clock = std::chrono::steady_clock;

constexpr auto interval = std::chrono::milliseconds(8); // a mouse of 125 Hz
constexpr int pointsAStroke = 60;
constexpr int strokesADrawing = 4;

class TimedMouseEvent final : public QMouseEvent
{
public:
    using QMouseEvent::QMouseEvent;
    const Clock::time_point posted = Clock::now();
};

/// Sees every event before and after it was handled.
class MeasuringApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    void watch(const DrawPanel &panel)
    {
        m_panel = &panel;
        m_bars = panel.findChild<OutputBars *>();
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        const auto *stroke = dynamic_cast<const TimedMouseEvent *>(event);
        const auto posted = stroke && m_depth == 0 ? std::optional(stroke->posted) : std::nullopt;
        const std::optional<Reading> before
            = posted && m_panel ? m_panel->reading() : std::optional<Reading>();
        m_hasPainted = m_hasPainted || (receiver == m_bars && event->type() == QEvent::Paint);
        ++m_depth;
        const bool isHandled = QApplication::notify(receiver, event);
        --m_depth;
        if (posted && m_panel && m_panel->reading() != before)
            m_waiting.push_back(*posted);
        if (m_depth == 0 && std::exchange(m_hasPainted, false))
            finish();
        return isHandled;
    }

    /// Ends the watch.
    [[nodiscard]] std::vector<double> take()
    {
        m_panel = nullptr;
        m_bars = nullptr;
        m_waiting.clear();
        return std::exchange(m_milliseconds, {});
    }

private:
    void finish()
    {
        const auto now = Clock::now();
        for (const Clock::time_point posted : std::exchange(m_waiting, {}))
            m_milliseconds.push_back(
                std::chrono::duration<double, std::milli>(now - posted).count());
    }

    const DrawPanel *m_panel = nullptr;
    const QObject *m_bars = nullptr;
    int m_depth = 0;
    bool m_hasPainted = false;
    std::vector<Clock::time_point> m_waiting;
    std::vector<double> m_milliseconds;
};

/// Draws loops, four on a sheet, from a thread of its own.
class Hand
{
public:
    explicit Hand(DigitCanvas &canvas)
        : m_canvas(canvas)
        , m_middle(canvas.view().paper().center())
        , m_radius(0.3 * canvas.view().paper().width())
        , m_offset(canvas.mapToGlobal(QPointF()))
        , m_thread([this](const std::stop_token &stop) { draw(stop); })
    {
    }

private:
    void draw(const std::stop_token &stop)
    {
        auto due = Clock::now();
        for (int point = 0; !stop.stop_requested(); ++point) {
            post(point % pointsAStroke, point / pointsAStroke % strokesADrawing);
            due += interval;
            std::this_thread::sleep_until(due);
        }
    }

    void post(int point, int stroke)
    {
        if (point == 0 && stroke == 0)
            QMetaObject::invokeMethod(
                &m_canvas, [canvas = &m_canvas] { canvas->sheet().clear(); }, Qt::QueuedConnection);
        const double angle = 6.0 * point / pointsAStroke + stroke;
        const double radius = m_radius * (1.0 - 0.15 * stroke);
        const QPointF place = m_middle + radius * QPointF(std::cos(angle), std::sin(angle));
        const auto type = point == 0                   ? QEvent::MouseButtonPress
                          : point == pointsAStroke - 1 ? QEvent::MouseButtonRelease
                                                       : QEvent::MouseMove;
        QCoreApplication::postEvent(
            &m_canvas,
            new TimedMouseEvent(type, place, place + m_offset,
                                type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                                type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton,
                                Qt::NoModifier));
    }

    DigitCanvas &m_canvas;
    QPointF m_middle;
    double m_radius;
    QPointF m_offset;
    std::jthread m_thread;
};

void measure(MeasuringApplication &app, const std::vector<int> &layers, int seconds)
{
    AppSettings settings = AppSettings::clean();
    Theme theme;
    Language language;
    LaunchOptions options;
    ExperimentConfig experiment;
    experiment.layers = layers;
    experiment.epochs = 100'000;
    options.experiment = experiment;
    options.pace = Pace::flatOut();
    options.size = QSize(1280, 800);
    options.trains = true;
    MainWindow window(settings, theme, language, options);
    window.show();
    showAllPanels(window);
    while (window.session().frame().status.step < 10'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const auto &panel = *window.findChild<DrawPanel *>();
    app.watch(panel);
    const RunStatusData begin = window.session().frame().status;
    {
        const Hand hand(panel.canvas());
        QTimer::singleShot(std::chrono::seconds(seconds), &app, &QCoreApplication::quit);
        QCoreApplication::exec();
    }
    const RunStatusData end = window.session().frame().status;
    std::vector<double> times = app.take();
    std::ranges::sort(times);
    const auto at = [&](double share) {
        return times.empty()
                   ? 0.0
                   : times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("%-12s p50 %.1f ms, p99 %.1f ms, max %.1f ms (%zu events; bound at p99 16 ms), "
                "training %.0f digits/s\n",
                formatLayers(layers).c_str(), at(0.5), at(0.99), at(1.0), times.size(),
                static_cast<double>(end.step - begin.step) * experiment.miniBatchSize
                    / (end.seconds - begin.seconds));
}

} // namespace

int main(int argc, char **argv)
{
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 20;
    QCoreApplication::setAttribute(Qt::AA_CompressHighFrequencyEvents, false); // as the program
    MeasuringApplication app(argc, argv);
    for (const std::vector<int> &layers : {std::vector<int>{784, 30, 10}, {784, 100, 10}})
        measure(app, layers, seconds);
    return 0;
}
