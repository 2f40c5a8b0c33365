// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/app_settings.h"

#include "core/experiments/experiment_file.h"
#include "ui/settings/language.h"

#include <QSettings>

#include <utility>

namespace nabla::ui {

namespace {

/// Counted up whenever a saved layout would not fit the panels any more.
constexpr int layoutVersion = 1;

QString layoutKey()
{
    return QStringLiteral("layout/%1").arg(layoutVersion);
}

} // namespace

AppSettings::AppSettings(std::unique_ptr<QSettings> settings)
    : m_settings(std::move(settings))
{
}

AppSettings::AppSettings(const QString &file)
    : m_settings(std::make_unique<QSettings>(file, QSettings::IniFormat))
{
}

AppSettings::AppSettings(AppSettings &&) noexcept = default;
AppSettings &AppSettings::operator=(AppSettings &&) noexcept = default;
AppSettings::~AppSettings() = default;

AppSettings AppSettings::persistent()
{
    return AppSettings(
        std::make_unique<QSettings>(QStringLiteral("nablascope"), QStringLiteral("nablascope")));
}

AppSettings AppSettings::clean()
{
    return AppSettings(std::unique_ptr<QSettings>());
}

template <class T>
T AppSettings::value(const QString &key, const T &otherwise) const
{
    return m_settings ? m_settings->value(key, otherwise).template value<T>() : otherwise;
}

template <class T>
void AppSettings::setValue(const QString &key, const T &value)
{
    if (m_settings)
        m_settings->setValue(key, value);
}

ThemeChoice AppSettings::theme() const
{
    return themeFromText(value(QStringLiteral("theme"), QString())).value_or(ThemeChoice::System);
}

void AppSettings::setTheme(ThemeChoice theme)
{
    setValue(QStringLiteral("theme"), toText(theme));
}

QString AppSettings::language() const
{
    const QString id = value(QStringLiteral("language"), QString());
    return isLanguage(id) ? id : systemLanguage();
}

void AppSettings::setLanguage(const QString &id)
{
    setValue(QStringLiteral("language"), id);
}

Pace AppSettings::pace() const
{
    return Pace::fromText(value(QStringLiteral("pace"), QString())).value_or(Pace::watch());
}

void AppSettings::setPace(const Pace &pace)
{
    setValue(QStringLiteral("pace"), pace.toText());
}

std::optional<ExperimentConfig> AppSettings::experiment() const
{
    const QString text = value(QStringLiteral("experiment"), QString());
    if (text.isEmpty())
        return std::nullopt;
    try {
        return experimentOfText(text.toStdString());
    } catch (const std::exception &) {
        return std::nullopt; // of another version, or edited by hand: the default will do
    }
}

void AppSettings::setExperiment(const ExperimentConfig &experiment)
{
    setValue(QStringLiteral("experiment"), QString::fromStdString(textOf(experiment)));
}

DoctorThresholds AppSettings::doctorThresholds() const
{
    return thresholdsFromText(value(QStringLiteral("doctorThresholds"), QString()).toStdString());
}

void AppSettings::setDoctorThresholds(const DoctorThresholds &thresholds)
{
    setValue(QStringLiteral("doctorThresholds"), QString::fromStdString(toText(thresholds)));
}

QByteArray AppSettings::windowGeometry() const
{
    return value(QStringLiteral("windowGeometry"), QByteArray());
}

void AppSettings::setWindowGeometry(const QByteArray &geometry)
{
    setValue(QStringLiteral("windowGeometry"), geometry);
}

QByteArray AppSettings::layout() const
{
    return value(layoutKey(), QByteArray());
}

void AppSettings::setLayout(const QByteArray &layout)
{
    setValue(layoutKey(), layout);
}

bool AppSettings::panelsLocked() const
{
    return value(QStringLiteral("panelsLocked"), true);
}

void AppSettings::setPanelsLocked(bool locked)
{
    setValue(QStringLiteral("panelsLocked"), locked);
}

bool AppSettings::mnistOfferDismissed() const
{
    return value(QStringLiteral("mnistOfferDismissed"), false);
}

void AppSettings::setMnistOfferDismissed(bool dismissed)
{
    setValue(QStringLiteral("mnistOfferDismissed"), dismissed);
}

} // namespace nabla::ui
