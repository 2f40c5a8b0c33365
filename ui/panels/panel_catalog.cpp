// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/panel_catalog.h"

#include "ui/panels/accuracy_panel.h"
#include "ui/panels/compare_panel.h"
#include "ui/panels/confusion_panel.h"
#include "ui/panels/cost_panel.h"
#include "ui/panels/doctor_panel.h"
#include "ui/panels/draw_panel.h"
#include "ui/panels/histogram_panel.h"
#include "ui/panels/learning_speed_panel.h"
#include "ui/panels/my_digits_panel.h"
#include "ui/panels/network_panel.h"
#include "ui/panels/number_panel.h"
#include "ui/panels/preparation_panel.h"
#include "ui/panels/reading_panel.h"
#include "ui/panels/setup_panel.h"
#include "ui/panels/strip_panel.h"

#include <QCoreApplication>

namespace nabla::ui {

namespace {

constexpr PanelEntry entries[] = {
    {"setup", QT_TRANSLATE_NOOP("Panel", "Setup"), createSetupPanel},
    {"cost", QT_TRANSLATE_NOOP("Panel", "Cost"), createCostPanel},
    {"accuracy", QT_TRANSLATE_NOOP("Panel", "Accuracy"), createAccuracyPanel},
    {"learning-speed", QT_TRANSLATE_NOOP("Panel", "Learning speed"), createLearningSpeedPanel},
    {"draw", QT_TRANSLATE_NOOP("Panel", "Draw a digit"), createDrawPanel},
    {"number", QT_TRANSLATE_NOOP("Panel", "Write a number"), createNumberPanel, false},
    {"preparation", QT_TRANSLATE_NOOP("Panel", "How it is prepared"), createPreparationPanel,
     false},
    {"reading", QT_TRANSLATE_NOOP("Panel", "Reading over time"), createReadingPanel, false},
    {"network", QT_TRANSLATE_NOOP("Panel", "Network"), createNetworkPanel},
    {"confusion", QT_TRANSLATE_NOOP("Panel", "Confusion matrix"), createConfusionPanel, false},
    {"compare", QT_TRANSLATE_NOOP("Panel", "Compare"), createComparePanel, false},
    {"strip", QT_TRANSLATE_NOOP("Panel", "Layers over time"), createStripPanel, false},
    {"histograms", QT_TRANSLATE_NOOP("Panel", "Histograms"), createHistogramPanel, false},
    {"doctor", QT_TRANSLATE_NOOP("Panel", "Doctor"), createDoctorPanel, false},
    {"my-digits", QT_TRANSLATE_NOOP("Panel", "My digits"), createMyDigitsPanel, false},
};

} // namespace

std::span<const PanelEntry> panelCatalog()
{
    return entries;
}

QString panelTitle(const PanelEntry &entry)
{
    return QCoreApplication::translate("Panel", entry.title);
}

} // namespace nabla::ui
