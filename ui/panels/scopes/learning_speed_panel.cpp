// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/learning_speed_panel.h"

#include "core/experiments/field_table.h"
#include "core/nn/activation.h"
#include "core/telemetry/error_decay.h"
#include "ui/forms/field_text.h"
#include "ui/panels/scopes/book_reference.h"
#include "ui/panels/scopes/layer_quantity_text.h"
#include "ui/panels/scopes/learning_speed_ladder.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/session/selection.h"
#include "ui/session/training_session.h"

#include <QAction>
#include <QActionGroup>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr int probeSize = 1000; ///< digits, where the training set has as many

/// The update ratio as it should be (cs231n; Deeplearning4j): 1e-3, within a decade.
SceneGuide healthyUpdates()
{
    return {1e-4, 1e-2, 1e-3, LearningSpeedPanel::tr("healthy: 10⁻⁴ to 10⁻²")};
}

bool isShare(LayerQuantity quantity)
{
    return quantity == LayerQuantity::SaturatedShare || quantity == LayerQuantity::DeadShare;
}

/// A layer of this activation can have it.
bool hasQuantity(LayerQuantity quantity, const std::string &activation)
{
    const std::span<const Activation> known = activations();
    const auto found = std::ranges::find(known, activation, &Activation::id);
    if (found == known.end())
        return true;
    switch (quantity) {
    case LayerQuantity::SaturatedShare:
        return found->silence == Silence::Saturation;
    case LayerQuantity::DeadShare:
        return found->silence != Silence::Never;
    default:
        return true;
    }
}

QString activationTitle(const std::string &id)
{
    return choiceTitle(*findField("activation"), id);
}

int probeDigits(const Frame &frame)
{
    int digits = frame.data ? frame.data->training.size() : probeSize;
    if (frame.experiment.trainingSetSize > 0)
        digits = std::min(digits, frame.experiment.trainingSetSize);
    return std::min(digits, probeSize);
}

} // namespace

LearningSpeedPanel::LearningSpeedPanel(ScopeAxis &axis, Selection &selection, QWidget *parent)
    : ScopePanel(axis, ScopeScale::Logarithmic, parent)
    , m_selection(selection)
    , m_quantities(new QActionGroup(this))
    , m_sources(new QActionGroup(this))
    , m_everything(new QAction(this))
    , m_miniBatches(new QAction(this))
    , m_probe(new QAction(this))
    , m_sentence(new QLabel(this))
    , m_showButton(new QToolButton(this))
    , m_ladder(new LearningSpeedLadder(this))
{
    makeActions();
    makeLayout();
    plot().setFileStem(QStringLiteral("learning-speed"));
    connect(m_ladder, &LearningSpeedLadder::layerClicked, this,
            [this](int layer) { m_selection.setLayer(layer == m_selection.layer() ? 0 : layer); });
    connect(&m_selection, &Selection::layerChanged, this, &LearningSpeedPanel::followSelection);
    followSelection();
    restyle();
}

void LearningSpeedPanel::makeActions()
{
    for (const LayerQuantity quantity : layerQuantities()) {
        auto *action = new QAction(m_quantities);
        action->setCheckable(true);
        action->setChecked(quantity == m_quantity);
        connect(action, &QAction::triggered, this, [this, quantity] { setQuantity(quantity); });
    }
    const auto add = [this](QAction *action, SpeedSource source) {
        action->setCheckable(true);
        action->setChecked(source == m_source);
        m_sources->addAction(action);
        connect(action, &QAction::triggered, this, [this, source] { setSource(source); });
    };
    add(m_everything, SpeedSource::Everything);
    add(m_miniBatches, SpeedSource::MiniBatches);
    add(m_probe, SpeedSource::Probe);

    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    menu->addActions(m_quantities->actions());
    menu->addSeparator();
    menu->addActions(m_sources->actions());
    menu->addSeparator();
    menu->addAction(plot().logarithmicAction());
    plot().setExtraActions(menu->actions().first(menu->actions().size() - 1));
    m_showButton->setAutoRaise(true);
    connect(m_showButton, &QToolButton::clicked, menu, [this, menu] {
        menu->popup(m_showButton->mapToGlobal(QPoint(0, m_showButton->height())));
    });
}

void LearningSpeedPanel::makeLayout()
{
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    auto *words = new QHBoxLayout;
    words->addWidget(m_sentence, 1);
    words->addWidget(m_showButton, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(&plot(), 1);
    layout->addLayout(words);
    layout->addWidget(m_ladder);
}

QString LearningSpeedPanel::subtitle() const
{
    const QString formula = layerQuantityText(m_quantity).formula;
    if (source() == SpeedSource::MiniBatches)
        return tr("%1, each layer · mini-batches").arg(formula);
    return tr("%1, each layer · probe of %2 digits")
        .arg(formula, QLocale().toString(m_probeDigits));
}

SpeedSource LearningSpeedPanel::source() const
{
    return metricOf(m_quantity, MeasuredOn::Probe) ? m_source : SpeedSource::MiniBatches;
}

void LearningSpeedPanel::setQuantity(LayerQuantity quantity)
{
    if (quantity == m_quantity)
        return;
    m_quantity = quantity;
    m_now = {};
    plot().setScale(isShare(quantity) ? ScopeScale::Share : ScopeScale::Logarithmic);
    updateCurves();
    restyle();
    announceSubtitle();
}

void LearningSpeedPanel::setSource(SpeedSource source)
{
    if (source == m_source)
        return;
    m_source = source;
    updateCurves();
    restyle();
    announceSubtitle();
}

void LearningSpeedPanel::followSelection()
{
    m_ladder->setSelectedLayer(m_selection.layer());
}

std::vector<ScopeCurve> LearningSpeedPanel::curves(int layerCount) const
{
    std::vector<ScopeCurve> curves;
    const auto miniBatches = metricOf(m_quantity, MeasuredOn::MiniBatches);
    const auto probe = metricOf(m_quantity, MeasuredOn::Probe);
    for (int layer = 1; layer < layerCount; ++layer) {
        const QColor color = layerColor(layer, layerCount, isDark(palette()));
        const QString name = tr("layer %1").arg(layer);
        if (source() == SpeedSource::Everything)
            curves.push_back({{*miniBatches, layer}, CurveDrawing::Envelope, QString(), color});
        if (source() == SpeedSource::MiniBatches)
            curves.push_back({{*miniBatches, layer}, CurveDrawing::EnvelopeAndMean, name, color});
        else
            curves.push_back({{*probe, layer}, CurveDrawing::Points, name, color});
    }
    return curves;
}

QuantityNow LearningSpeedPanel::quantityOf(const Frame &frame) const
{
    QuantityNow now{m_quantity, {}, false, {}};
    std::vector<std::string> activations = splitNames(frame.experiment.activation);
    for (const std::string &activation : activations)
        now.exists = now.exists || hasQuantity(m_quantity, activation);
    if (!activations.empty())
        now.activation = activationTitle(activations.front());
    const auto miniBatches = metricOf(m_quantity, MeasuredOn::MiniBatches);
    const auto probe = metricOf(m_quantity, MeasuredOn::Probe);
    for (int layer = 1; layer <= frame.history.hiddenLayerCount(); ++layer) {
        std::optional<double> value;
        if (source() != SpeedSource::MiniBatches)
            value = frame.history.valueAt({*probe, layer}, frame.moment);
        if (!value)
            value = frame.history.valueAt({*miniBatches, layer}, frame.moment);
        now.values.push_back(value);
    }
    return now;
}

void LearningSpeedPanel::showNumbers(const Frame &frame)
{
    m_probeDigits = probeDigits(frame);
    m_bookSpeeds = bookSpeedsOf(frame);
    showReference();
    LearningSpeedSummary summary = summarizeLearningSpeed(frame.history, frame.moment);
    m_ladder->setSpeeds(summary.now, layerCount());
    m_ladder->setDecays(errorDecays(frame.history, frame.moment));
    QuantityNow now = quantityOf(frame);
    QString moment;
    if (frame.moment)
        moment = positionText(XUnit::Epochs, frame.history.epochAt(*frame.moment));
    if (summary == m_summary && now == m_now && moment == m_moment && !m_sentence->text().isEmpty())
        return;
    m_summary = std::move(summary);
    m_now = std::move(now);
    m_moment = moment;
    showSentence();
}

void LearningSpeedPanel::showSentence()
{
    m_sentence->setText(sentence());
}

void LearningSpeedPanel::showReference()
{
    const bool isRecorded = m_quantity == LayerQuantity::LearningSpeed;
    plot().setReference(isRecorded ? bookReference(m_bookSpeeds, isDark(palette()))
                                   : ScopeReference());
}

void LearningSpeedPanel::restyle()
{
    showReference();
    const QList<QAction *> quantities = m_quantities->actions();
    for (qsizetype i = 0; i < quantities.size(); ++i) {
        const LayerQuantityText text
            = layerQuantityText(layerQuantities()[static_cast<std::size_t>(i)]);
        quantities[i]->setText(tr("%1: %2").arg(text.name, text.formula));
        quantities[i]->setToolTip(text.help);
    }
    const LayerQuantityText shown = layerQuantityText(m_quantity);
    plot().setAccessibleName(tr("%1 of every hidden layer over the run").arg(shown.name));
    plot().setGuide(m_quantity == LayerQuantity::UpdateRatio ? std::optional(healthyUpdates())
                                                             : std::nullopt);
    m_ladder->setAccessibleName(m_moment.isEmpty() ? tr("Learning speeds now")
                                                   : tr("Learning speeds at %1").arg(m_moment));
    m_everything->setText(tr("&Everything measured"));
    m_miniBatches->setText(tr("&Mini-batches"));
    m_probe->setText(tr("&Probe of %1 digits").arg(QLocale().toString(m_probeDigits)));
    m_everything->setToolTip(
        tr("The probe as lines, the mini-batches as bands from least to most"));
    const bool hasProbe = metricOf(m_quantity, MeasuredOn::Probe).has_value();
    m_everything->setEnabled(hasProbe);
    m_probe->setEnabled(hasProbe);
    m_showButton->setText(tr("%1 ▾").arg(shown.name));
    m_showButton->setToolTip(tr("What is shown, what it is measured on, and on which axis"));
    showSentence();
    m_ladder->update();
}

QString LearningSpeedPanel::sentence() const
{
    const LearningSpeedWords words(layerCount(), isDark(palette()), m_moment);
    return m_quantity == LayerQuantity::LearningSpeed ? words.ofSpeeds(m_summary)
                                                      : words.ofQuantity(m_now);
}

Panel *createLearningSpeedPanel(TrainingSession &session, Selection &selection, QWidget *parent)
{
    return new LearningSpeedPanel(ScopeAxis::sharedBy(session), selection, parent);
}

} // namespace nabla::ui
