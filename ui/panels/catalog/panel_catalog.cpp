// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/catalog/panel_catalog.h"

#include "ui/panels/compare/compare_panel.h"
#include "ui/panels/compare/confusion_panel.h"
#include "ui/panels/doctor/doctor_panel.h"
#include "ui/panels/draw/draw_panel.h"
#include "ui/panels/draw/number_panel.h"
#include "ui/panels/draw/preparation_panel.h"
#include "ui/panels/draw/reading_panel.h"
#include "ui/panels/network/network_panel.h"
#include "ui/panels/scopes/accuracy_panel.h"
#include "ui/panels/scopes/cost_panel.h"
#include "ui/panels/scopes/histogram_panel.h"
#include "ui/panels/scopes/learning_speed_panel.h"
#include "ui/panels/scopes/strip_panel.h"
#include "ui/panels/setup/setup_panel.h"
#include "ui/panels/teach/my_digits_panel.h"

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
