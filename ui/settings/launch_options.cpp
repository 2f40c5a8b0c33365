// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/launch_options.h"

#include "core/experiments/presets.h"
#include "ui/settings/language.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <stdexcept>

namespace nabla::ui {

namespace {

// A command line is read by programs too: like nabla's, it is English everywhere.
void describe(QCommandLineParser &parser)
{
    const auto option = [](const char *name, const char *text, const char *value) {
        return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(text),
                                  QString::fromLatin1(value));
    };
    const auto flag = [](const char *name, const char *text) {
        return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(text));
    };
    parser.addOptions({
        option("theme", "Colours: light, dark or system.", "name"),
        option("language", "Language: en or zh_CN.", "id"),
        option("data",
               "Digits to learn from: builtin, builtin-strong, builtin-hands, mnist, fashion, or a "
               "folder of IDX files.",
               "source"),
        option("experiment", "Experiment to begin with; \"nabla experiments\" lists them.", "name"),
        flag("train", "Start training at once."),
        option("pace", "flat-out, watch, or mini-batches a second.", "pace"),
        option("size", "Size of the window, such as 1280x800.", "WxH"),
        flag("clean", "Neither read nor write saved settings."),
        option("screenshot",
               "Train, write a picture of the window to this PNG file, print its path, quit.",
               "file"),
        option("after-epochs", "With --screenshot: train so many epochs first (all, unless said).",
               "n"),
        flag("help", "Show this help."),
        flag("version", "Show the version."),
    });
}

QString known(const QString &first, const QStringList &rest)
{
    return first + QLatin1String(" is one of ") + rest.join(QLatin1String(", "));
}

ExperimentConfig parsedExperiment(const QString &text)
{
    if (const Preset *preset = findPreset(text.toStdString()))
        return preset->config;
    QStringList names;
    for (const Preset &preset : presets())
        names += QString::fromLatin1(preset.id);
    throw std::invalid_argument(known(QStringLiteral("--experiment"), names).toStdString());
}

QSize parsedSize(const QString &text)
{
    constexpr int least = 200;
    constexpr int most = 16'384;
    const QStringList sides = text.split(QLatin1Char('x'));
    const QSize size = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    if (size.width() < least || size.height() < least || size.width() > most
        || size.height() > most)
        throw std::invalid_argument(
            "--size is a width and a height in pixels such as 1280x800, not \"" + text.toStdString()
            + "\"");
    return size;
}

template <class T>
T given(std::optional<T> value, const char *problem)
{
    if (!value)
        throw std::invalid_argument(problem);
    return *std::move(value);
}

std::optional<int> epochCount(const QString &text)
{
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    return isNumber && count >= 0 ? std::optional(count) : std::nullopt;
}

std::optional<QString> languageId(const QString &text)
{
    return isLanguage(text) ? std::optional(text) : std::nullopt;
}

void readLook(const QCommandLineParser &parser, LaunchOptions &options)
{
    if (parser.isSet(QStringLiteral("theme")))
        options.theme = given(themeFromText(parser.value(QStringLiteral("theme"))),
                              "--theme is one of light, dark, system");
    if (parser.isSet(QStringLiteral("language")))
        options.language = given(languageId(parser.value(QStringLiteral("language"))),
                                 "--language is one of en, zh_CN");
    if (parser.isSet(QStringLiteral("size")))
        options.size = parsedSize(parser.value(QStringLiteral("size")));
}

void readRun(const QCommandLineParser &parser, LaunchOptions &options)
{
    if (parser.isSet(QStringLiteral("data")))
        options.data = parser.value(QStringLiteral("data")).toStdString();
    if (options.data && options.data->empty())
        throw std::invalid_argument("--data names a data set or a folder of IDX files");
    if (parser.isSet(QStringLiteral("experiment")))
        options.experiment = parsedExperiment(parser.value(QStringLiteral("experiment")));
    if (parser.isSet(QStringLiteral("pace")))
        options.pace
            = given(Pace::fromText(parser.value(QStringLiteral("pace"))),
                    "--pace is flat-out, watch, or a positive number of mini-batches a second");
    if (parser.isSet(QStringLiteral("screenshot"))) {
        options.screenshot = parser.value(QStringLiteral("screenshot"));
        if (!QFileInfo(QFileInfo(options.screenshot).absolutePath()).isDir())
            throw std::invalid_argument("--screenshot: there is no folder for \""
                                        + options.screenshot.toStdString() + "\"");
    }
    if (parser.isSet(QStringLiteral("after-epochs"))) {
        options.afterEpochs = given(epochCount(parser.value(QStringLiteral("after-epochs"))),
                                    "--after-epochs is a whole number, 0 or more");
        if (options.screenshot.isEmpty())
            throw std::invalid_argument("--after-epochs goes with --screenshot");
    }
}

} // namespace

LaunchOptions parseLaunchOptions(const QStringList &arguments)
{
    LaunchOptions options;
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments)) {
        options.error = parser.errorText();
        return options;
    }
    if (!parser.positionalArguments().isEmpty()) {
        options.error = QStringLiteral("unexpected argument \"%1\"")
                            .arg(parser.positionalArguments().front());
        return options;
    }
    options.wantsHelp = parser.isSet(QStringLiteral("help"));
    options.wantsVersion = parser.isSet(QStringLiteral("version"));
    options.trains = parser.isSet(QStringLiteral("train"));
    options.isClean = parser.isSet(QStringLiteral("clean"));
    try {
        readLook(parser, options);
        readRun(parser, options);
    } catch (const std::invalid_argument &error) {
        options.error = QString::fromStdString(error.what());
    }
    return options;
}

QString launchHelp()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Nablascope: an oscilloscope for learning."));
    describe(parser);
    // Before there is an application the parser does not know what the program is called.
    return parser.helpText().replace(QStringLiteral("<executable_name>"),
                                     QStringLiteral("nablascope"));
}

} // namespace nabla::ui
