// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor_thresholds.h"
#include "core/experiments/experiment_config.h"
#include "ui/settings/pace.h"
#include "ui/settings/theme.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

class QSettings;

namespace nabla::ui {

/// What the program remembers from one start to the next, typed. A value that is missing or cannot
/// be read is as if it had never been saved.
class AppSettings
{
public:
    /// Saved in the desktop's usual place.
    [[nodiscard]] static AppSettings persistent();
    /// Remembers nothing: as at the first launch.
    [[nodiscard]] static AppSettings clean();
    /// In a file of one's own; for tests.
    explicit AppSettings(const QString &file);
    AppSettings(AppSettings &&) noexcept;
    AppSettings &operator=(AppSettings &&) noexcept;
    ~AppSettings();

    [[nodiscard]] ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    /// The desktop's, until one was chosen.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &id);
    [[nodiscard]] Pace pace() const;
    void setPace(const Pace &pace);
    [[nodiscard]] std::optional<ExperimentConfig> experiment() const;
    void setExperiment(const ExperimentConfig &experiment);

    [[nodiscard]] DoctorThresholds doctorThresholds() const;
    void setDoctorThresholds(const DoctorThresholds &thresholds);

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    /// Of the docks; empty where none was saved by this version of the panels.
    [[nodiscard]] QByteArray layout() const;
    void setLayout(const QByteArray &layout);
    [[nodiscard]] bool panelsLocked() const;
    void setPanelsLocked(bool locked);
    [[nodiscard]] bool mnistOfferDismissed() const;
    void setMnistOfferDismissed(bool dismissed);

private:
    explicit AppSettings(std::unique_ptr<QSettings> settings);
    template <class T>
    [[nodiscard]] T value(const QString &key, const T &otherwise) const;
    template <class T>
    void setValue(const QString &key, const T &value);

    std::unique_ptr<QSettings> m_settings; ///< null: remembers nothing
};

} // namespace nabla::ui
