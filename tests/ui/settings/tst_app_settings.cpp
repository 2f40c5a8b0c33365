// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/settings/app_settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestAppSettings final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSavedComesBack();
    void cleanOnesRememberNothing();
    void damagedValuesAreAsIfNeverSaved();
};

void TestAppSettings::whatIsSavedComesBack()
{
    QTemporaryDir folder;
    const QString file = folder.filePath("settings.ini");
    ExperimentConfig experiment;
    experiment.layers = {784, 17, 10};
    experiment.seed = 18446744073709551615ULL;
    DoctorThresholds thresholds;
    thresholds.set(Threshold::DeadShare, 0.4);
    {
        AppSettings settings(file);
        settings.setTheme(ThemeChoice::Dark);
        settings.setLanguage("zh_CN");
        settings.setPace(Pace::of(40.0));
        settings.setExperiment(experiment);
        settings.setWindowGeometry("geometry");
        settings.setLayout("layout");
        settings.setPanelsLocked(false);
        settings.setMnistOfferDismissed(true);
        settings.setDoctorThresholds(thresholds);
    }
    const AppSettings settings(file);
    QCOMPARE(settings.theme(), ThemeChoice::Dark);
    QCOMPARE(settings.language(), QStringLiteral("zh_CN"));
    QCOMPARE(settings.pace(), Pace::of(40.0));
    QCOMPARE(settings.experiment(), std::optional(experiment));
    QCOMPARE(settings.windowGeometry(), QByteArray("geometry"));
    QCOMPARE(settings.layout(), QByteArray("layout"));
    QVERIFY(!settings.panelsLocked());
    QVERIFY(settings.mnistOfferDismissed());
    QVERIFY(settings.doctorThresholds() == thresholds);
}

void TestAppSettings::cleanOnesRememberNothing()
{
    AppSettings settings = AppSettings::clean();
    settings.setTheme(ThemeChoice::Dark);
    settings.setExperiment({});
    QCOMPARE(settings.theme(), ThemeChoice::System);
    QVERIFY(!settings.experiment());
    QVERIFY(settings.panelsLocked());
    QVERIFY(settings.pace().isWatch());
}

void TestAppSettings::damagedValuesAreAsIfNeverSaved()
{
    QTemporaryDir folder;
    const QString file = folder.filePath("settings.ini");
    {
        QSettings raw(file, QSettings::IniFormat);
        raw.setValue("theme", "purple");
        raw.setValue("language", "elvish");
        raw.setValue("pace", "-1");
        raw.setValue("doctorThresholds", R"({"deadShare": 40})");
        raw.setValue("experiment", R"({"layers": [784, 0, 10]})");
    }
    const AppSettings settings(file);
    QCOMPARE(settings.theme(), ThemeChoice::System);
    QVERIFY(settings.language() == "en" || settings.language() == "zh_CN");
    QVERIFY(settings.pace().isWatch());
    QVERIFY(!settings.experiment());
    QVERIFY(settings.doctorThresholds().isStandard());
}

NABLA_EVENTS_TEST(TestAppSettings)
#include "tst_app_settings.moc"
