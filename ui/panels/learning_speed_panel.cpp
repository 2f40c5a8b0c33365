// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/learning_speed_panel.h"

#include "ui/panels/learning_speed_ladder.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/number_text.h"
#include "ui/plots/scope_axis.h"
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

enum class Pace
{
    Slower,
    AsFast,
    Faster
};

/// How the first layer learns beside the last one. Within a twentieth they are as fast.
Pace paceOf(double timesSlower)
{
    if (timesSlower > 1.05)
        return Pace::Slower;
    return timesSlower < 1.0 / 1.05 ? Pace::Faster : Pace::AsFast;
}

QString timesOf(double timesSlower)
{
    return ratioText(std::max(timesSlower, 1.0 / timesSlower), QLocale());
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
    , m_sources(new QActionGroup(this))
    , m_everything(new QAction(this))
    , m_miniBatches(new QAction(this))
    , m_probe(new QAction(this))
    , m_logarithmic(new QAction(this))
    , m_sentence(new QLabel(this))
    , m_sourceButton(new QToolButton(this))
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
    const auto add = [this](QAction *action, SpeedSource source) {
        action->setCheckable(true);
        action->setChecked(source == m_source);
        m_sources->addAction(action);
        connect(action, &QAction::triggered, this, [this, source] { setSource(source); });
    };
    add(m_everything, SpeedSource::Everything);
    add(m_miniBatches, SpeedSource::MiniBatches);
    add(m_probe, SpeedSource::Probe);
    m_logarithmic->setCheckable(true);
    m_logarithmic->setChecked(true);
    connect(m_logarithmic, &QAction::toggled, this, &LearningSpeedPanel::setLogarithmic);

    auto *separator = new QAction(this);
    separator->setSeparator(true);
    plot().setExtraActions({m_everything, m_miniBatches, m_probe, separator, m_logarithmic});
    auto *menu = new QMenu(this);
    menu->addActions({m_everything, m_miniBatches, m_probe, separator, m_logarithmic});
    m_sourceButton->setAutoRaise(true);
    connect(m_sourceButton, &QToolButton::clicked, menu, [this, menu] {
        menu->popup(m_sourceButton->mapToGlobal(QPoint(0, m_sourceButton->height())));
    });
}

void LearningSpeedPanel::makeLayout()
{
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    auto *words = new QHBoxLayout;
    words->addWidget(m_sentence, 1);
    words->addWidget(m_sourceButton, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(&plot(), 1);
    layout->addLayout(words);
    layout->addWidget(m_ladder);
}

QString LearningSpeedPanel::subtitle() const
{
    if (m_source == SpeedSource::MiniBatches)
        return tr("‖∂C/∂b‖ a layer · mini-batches");
    return tr("‖∂C/∂b‖ a layer · probe of %1 digits").arg(QLocale().toString(m_probeDigits));
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

void LearningSpeedPanel::setLogarithmic(bool isLogarithmic)
{
    plot().setScale(isLogarithmic ? ScopeScale::Logarithmic : ScopeScale::FromZero);
}

void LearningSpeedPanel::followSelection()
{
    m_ladder->setSelectedLayer(m_selection.layer());
}

std::vector<ScopeCurve> LearningSpeedPanel::curves() const
{
    std::vector<ScopeCurve> curves;
    for (int layer = 1; layer <= hiddenLayers(); ++layer) {
        const QColor color = layerColor(layer, layerCount(), isDark(palette()));
        const QString name = tr("layer %1").arg(layer);
        const MetricId miniBatches{Metric::LearningSpeed, layer};
        const MetricId probe{Metric::ProbeSpeed, layer};
        if (m_source == SpeedSource::Everything)
            curves.push_back({miniBatches, CurveDrawing::Envelope, QString(), color});
        if (m_source == SpeedSource::MiniBatches)
            curves.push_back({miniBatches, CurveDrawing::EnvelopeAndMean, name, color});
        else
            curves.push_back({probe, CurveDrawing::Points, name, color});
    }
    return curves;
}

void LearningSpeedPanel::showNumbers(const Frame &frame)
{
    m_probeDigits = probeDigits(frame);
    LearningSpeedSummary summary = summarizeLearningSpeed(frame.history);
    m_ladder->setSpeeds(summary.now, layerCount());
    if (summary == m_summary && !m_sentence->text().isEmpty())
        return;
    m_summary = std::move(summary);
    m_sentence->setText(sentence());
}

void LearningSpeedPanel::restyle()
{
    plot().setAccessibleName(tr("Learning speed of every hidden layer over the run"));
    m_ladder->setAccessibleName(tr("Learning speeds now"));
    m_everything->setText(tr("&Everything measured"));
    m_miniBatches->setText(tr("&Mini-batches"));
    m_probe->setText(tr("&Probe of %1 digits").arg(QLocale().toString(m_probeDigits)));
    m_logarithmic->setText(tr("&Logarithmic axis"));
    m_everything->setToolTip(
        tr("The probe as lines, the mini-batches as bands from least to most"));
    m_sourceButton->setText(tr("Show ▾"));
    m_sourceButton->setToolTip(tr("What is measured, and on which axis"));
    m_sentence->setText(sentence());
    m_ladder->update();
}

QString LearningSpeedPanel::sentence() const
{
    if (layerCount() == 1)
        return tr("This network has no hidden layer: there is nothing to compare.");
    if (m_summary.hiddenLayers() == 0)
        return tr("Press Train to see the layers learn.");
    return m_summary.hiddenLayers() == 1 ? singleLayer() : comparison();
}

QString LearningSpeedPanel::singleLayer() const
{
    const auto bold = [this](double speed) {
        return QStringLiteral("<b style='color:%1'>%2</b>")
            .arg(layerColor(1, layerCount(), isDark(palette())).name(),
                 significantText(speed, 3, QLocale()));
    };
    if (!m_summary.isFromStart)
        return tr("Now the hidden layer learns at a speed of %1.").arg(bold(m_summary.now.front()));
    if (!m_summary.hasMoved)
        return tr("At the start the hidden layer learns at a speed of %1.")
            .arg(bold(m_summary.now.front()));
    return tr("At the start the hidden layer learned at a speed of %1; now %2.")
        .arg(bold(m_summary.atStart.front()), bold(m_summary.now.front()));
}

QString LearningSpeedPanel::comparison() const
{
    const auto start = timesSlowerThanLast(m_summary.atStart, 1);
    const auto now = timesSlowerThanLast(m_summary.now, 1);
    const int last = m_summary.hiddenLayers();
    if (!start || !now)
        return tr("Layer 1 and layer %1 cannot be compared: one of them does not learn at all.")
            .arg(last);
    const auto bold = [this](const QString &text) {
        return QStringLiteral("<b style='color:%1'>%2</b>")
            .arg(layerColor(1, layerCount(), isDark(palette())).name(), text);
    };
    const auto inWords = [](double ratio) {
        switch (paceOf(ratio)) {
        case Pace::Slower:
            return tr("%1 times slower").arg(timesOf(ratio));
        case Pace::Faster:
            return tr("%1 times faster").arg(timesOf(ratio));
        case Pace::AsFast:
            break;
        }
        return tr("as fast");
    };
    if (!m_summary.isFromStart)
        return (paceOf(*now) == Pace::AsFast ? tr("Now layer 1 learns %1 as layer %2.")
                                             : tr("Now layer 1 learns %1 than layer %2."))
            .arg(bold(inWords(*now)))
            .arg(last);
    const QString first = bold(inWords(*start));
    const bool startsEqual = paceOf(*start) == Pace::AsFast;
    if (!m_summary.hasMoved)
        return (startsEqual ? tr("At the start layer 1 learns %1 as layer %2.")
                            : tr("At the start layer 1 learns %1 than layer %2."))
            .arg(first)
            .arg(last);
    const bool samePace = paceOf(*start) == paceOf(*now) && !startsEqual;
    const QString second = bold(samePace ? tr("%1 times").arg(timesOf(*now)) : inWords(*now));
    return (startsEqual ? tr("At the start layer 1 learned %1 as layer %2; now %3.")
                        : tr("At the start layer 1 learned %1 than layer %2; now %3."))
        .arg(first)
        .arg(last)
        .arg(second);
}

Panel *createLearningSpeedPanel(TrainingSession &session, Selection &selection, QWidget *parent)
{
    return new LearningSpeedPanel(ScopeAxis::sharedBy(session), selection, parent);
}

} // namespace nabla::ui
