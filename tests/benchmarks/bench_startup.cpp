// SPDX-License-Identifier: GPL-3.0-or-later
// bench_startup NANOSECONDS: from the moment at which this program was started (since the epoch,
// told by who starts it) to the first painted window, and from Train, pressed at once, to moving
// curves. Prints both in milliseconds.
#include "ui/session/training_session.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/language.h"
#include "ui/settings/launch_options.h"
#include "ui/settings/theme.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <utility>

namespace {

using namespace nabla;
using namespace nabla::ui;
using Clock = std::chrono::system_clock;

double millisecondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Tells once when a widget has been painted for the first time.
class FirstPaint final : public QObject
{
public:
    FirstPaint(QWidget &widget, std::function<void()> painted)
        : m_painted(std::move(painted))
    {
        widget.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && m_painted) {
            // After this event and those of the children, which are painted with it.
            QTimer::singleShot(0, this, std::exchange(m_painted, {}));
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_painted;
};

/// The newest step that the scopes show: two of them make a curve.
bool hasCurve(const TrainingSession &session)
{
    return session.frame().history.series({Metric::MiniBatchCost}).count() > 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    const Clock::time_point started{std::chrono::nanoseconds(std::atoll(argv[1]))};
    QApplication app(argc, argv);
    AppSettings settings = AppSettings::clean();
    Theme theme;
    Language language;
    const LaunchOptions options;
    MainWindow window(settings, theme, language, options);
    double toPaint = 0.0;
    Clock::time_point pressed;
    const FirstPaint watch(window, [&] {
        toPaint = millisecondsSince(started);
        pressed = Clock::now();
        window.session().toggleTraining();
    });
    QObject::connect(&window.session(), &TrainingSession::frameReady, &window, [&] {
        if (toPaint > 0.0 && hasCurve(window.session())) {
            std::printf("%.0f %.0f\n", toPaint, millisecondsSince(pressed));
            QApplication::quit();
        }
    });
    window.show();
    return QApplication::exec();
}
