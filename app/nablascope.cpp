// SPDX-License-Identifier: GPL-3.0-or-later
// `nablascope`: the window.
#include "ui/settings/app_settings.h"
#include "ui/settings/language.h"
#include "ui/settings/launch_options.h"
#include "ui/settings/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/screenshot_job.h"

#include <QApplication>
#include <QIcon>

#include <cstdio>

using namespace nabla::ui;

int main(int argc, char **argv)
{
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    LaunchOptions options = parseLaunchOptions(words);
    if (!options.error.isEmpty()) {
        std::fprintf(stderr, "nablascope: %s\nSee nablascope --help.\n", qPrintable(options.error));
        return 2;
    }
    if (options.wantsHelp) {
        std::fputs(qPrintable(launchHelp()), stdout);
        return 0;
    }
    if (options.wantsVersion) {
        std::puts("nablascope " NABLA_VERSION);
        return 0;
    }
    // Every point of a pen counts: the events between two frames must not be thrown away.
    QCoreApplication::setAttribute(Qt::AA_CompressHighFrequencyEvents, false);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("nablascope"));
    QApplication::setDesktopFileName(QStringLiteral("org.nablascope.Nablascope"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/nablascope.png")));

    AppSettings settings = options.isClean ? AppSettings::clean() : AppSettings::persistent();
    Theme theme;
    theme.choose(options.theme.value_or(settings.theme()));
    Language language;
    language.choose(options.language.value_or(settings.language()));
    const bool wantsPicture = !options.screenshot.isEmpty();
    if (wantsPicture && !options.pace)
        options.pace = Pace::flatOut();
    MainWindow window(settings, theme, language, options);
    if (wantsPicture)
        new ScreenshotJob(window, options.screenshot, options.afterEpochs);
    window.show();
    return QApplication::exec();
}
