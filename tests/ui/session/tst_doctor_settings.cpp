// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/session/doctor_settings.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestDoctorSettings final : public QObject
{
    Q_OBJECT

private slots:
    void onlyOtherThresholdsAreTold();
};

void TestDoctorSettings::onlyOtherThresholdsAreTold()
{
    DoctorSettings settings;
    const QSignalSpy changes(&settings, &DoctorSettings::thresholdsChanged);
    settings.setThresholds({});
    QVERIFY(changes.isEmpty());
    DoctorThresholds strict;
    strict.set(Threshold::CostFall, 0.5);
    settings.setThresholds(strict);
    settings.setThresholds(strict);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(settings.thresholds(), strict);
}

NABLA_WINDOW_TEST(TestDoctorSettings)
#include "tst_doctor_settings.moc"
