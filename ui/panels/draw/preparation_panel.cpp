// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/preparation_panel.h"

#include "core/nn/digit_scores.h"
#include "ui/panels/draw/preparation_step.h"
#include "ui/plots/number_text.h"
#include "ui/session/selection.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace nabla::ui {

namespace {

constexpr std::size_t penStage = 3;

/// Something to look at before anybody has drawn.
const Drawing &exampleDrawing()
{
    static const Drawing example{{{0.22, 0.12}, {0.16, 0.30}, {0.36, 0.30}},
                                 {{0.32, 0.18}, {0.30, 0.50}}};
    return example;
}

bool isAtRest(RunState state)
{
    return state == RunState::Paused || state == RunState::Finished;
}

} // namespace

PreparationPanel::PreparationPanel(Selection &selection, QWidget *parent)
    : Panel(parent)
    , m_selection(selection)
    , m_sentence(new QLabel)
    , m_measure(new QPushButton)
    , m_all(new QPushButton)
{
    m_sentence->setWordWrap(true);
    m_refresh.setSingleShot(true);
    constexpr int refreshMilliseconds = 30;
    m_refresh.setInterval(refreshMilliseconds);
    auto *stages = new QHBoxLayout;
    stages->setSpacing(4);
    for (PreparationStep *&stage : m_stages) {
        stage = new PreparationStep(&stage == m_stages.data() ? PreparationStep::Kind::Start
                                                              : PreparationStep::Kind::Step);
        stages->addWidget(stage, 1);
    }
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_sentence, 1);
    foot->addWidget(m_all);
    foot->addWidget(m_measure);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(stages, 1);
    layout->addLayout(foot);
    connectAll();
    retranslate();
}

PreparationPanel::~PreparationPanel() = default;

void PreparationPanel::connectAll()
{
    connect(&m_refresh, &QTimer::timeout, this, &PreparationPanel::showStages);
    connect(&m_selection, &Selection::drawingChanged, this, &PreparationPanel::scheduleStages);
    connect(&m_selection, &Selection::imageChanged, this, &PreparationPanel::scheduleStages);
    connect(&m_selection, &Selection::normalizationChanged, this, [this] {
        showStages();
        setPrices(m_prices);
    });
    for (std::size_t step = 0; step < normalizationSteps; ++step) {
        connect(m_stages[step + 1], &PreparationStep::toggled, this, [this, step](bool isTaken) {
            Normalization steps = m_selection.normalization();
            steps.*normalizationSwitches[step] = isTaken;
            m_selection.setNormalization(steps);
        });
    }
    connect(m_all, &QPushButton::clicked, &m_selection,
            [this] { m_selection.setNormalization({}); });
    connect(m_measure, &QPushButton::clicked, this, &PreparationPanel::measure);
    connect(&m_meter, &StepPriceMeter::measured, this,
            [this](const StepPrices &prices) { setPrices(prices); });
}

void PreparationPanel::retranslate()
{
    m_stages[0]->setTexts(tr("Ink"), tr("The ink on the paper: the sheet shrunk to 28 × 28 pixels, "
                                        "with the pen as it is there."));
    m_stages[1]->setTexts(
        tr("Box"),
        tr("The ink fills the 20 × 20 box in the middle: large or small, here or there, the digit "
           "looks the same. Without it the whole sheet is the picture."));
    m_stages[2]->setTexts(tr("Shape"), tr("Height and width are scaled alike: a 1 stays narrow. "
                                          "Without it both become 20 pixels."));
    m_stages[3]->setTexts(tr("Pen"),
                          tr("The line is drawn with a pen of 2.2 pixels of the final picture. "
                             "Without it the pen of the paper is scaled along: a small digit gets "
                             "a fat line."));
    m_stages[4]->setTexts(tr("Centre"),
                          tr("The centre of mass moves to the middle of the 28 × 28 pixels, as in "
                             "MNIST. Without it the box stays in the middle."));
    m_all->setText(tr("All steps"));
    m_all->setToolTip(tr("Take all steps again, as the network is used to"));
    m_measure->setText(tr("Measure"));
    m_measure->setToolTip(
        tr("Let the network read %1 drawings, at any place and size, with and without each step")
            .arg(QLocale().toString(StepPriceMeter::drawings)));
    showStages();
    tell();
    emit subtitleChanged();
}

void PreparationPanel::showFrame(const Frame &frame)
{
    if (frame.runId != m_runId) {
        m_runId = frame.runId;
        m_meter.cancel();
        setPrices(std::nullopt);
    }
    m_snapshot = frame.snapshot;
    if (!m_snapshot)
        return tell();
    m_epochNow = frame.history.epochAt(m_snapshot->step);
    const bool isFresh = m_prices && m_prices->step == m_snapshot->step;
    const bool isLast = frame.moment || m_snapshot->step == frame.status.step;
    if (isAtRest(frame.status.state) && isLast && !isFresh && !m_meter.isMeasuring())
        measure();
    tell();
}

void PreparationPanel::measure()
{
    if (!m_snapshot || !readsDigits(m_snapshot->network))
        return;
    m_epoch = m_epochNow;
    m_meter.start(m_snapshot, paperPen());
    tell();
}

/// Each price is with the other steps as they are switched now.
void PreparationPanel::setPrices(const std::optional<StepPrices> &prices)
{
    m_prices = prices;
    for (std::size_t step = 0; step < normalizationSteps; ++step) {
        std::optional<PreparationStep::Price> price;
        if (prices) {
            Normalization with = m_selection.normalization();
            Normalization without = with;
            with.*normalizationSwitches[step] = true;
            without.*normalizationSwitches[step] = false;
            price = {prices->accuracy(with), prices->accuracy(without)};
        }
        m_stages[step + 1]->setPrice(price);
    }
    tell();
    emit subtitleChanged();
}

void PreparationPanel::scheduleStages()
{
    if (isVisible() && !m_refresh.isActive())
        m_refresh.start();
}

void PreparationPanel::showEvent(QShowEvent *event)
{
    showStages();
    Panel::showEvent(event);
}

void PreparationPanel::showStages()
{
    const Normalization &steps = m_selection.normalization();
    const Drawing &drawn = m_selection.drawing();
    const auto picture = m_selection.picture();
    const auto rasters = picture ? picture->stages(steps)
                                 : normalizationStages(drawn.empty() ? exampleDrawing() : drawn,
                                                       paperPen(), Sheet{}, steps);
    for (std::size_t k = 0; k < m_stages.size(); ++k)
        m_stages[k]->setRaster(rasters[k]);
    for (std::size_t step = 0; step < normalizationSteps; ++step)
        m_stages[step + 1]->setTaken(steps.*normalizationSwitches[step]);
    m_stages[penStage]->box()->setEnabled(!picture);
    m_all->setEnabled(steps != Normalization{});
    tell();
}

QString PreparationPanel::subtitle() const
{
    return m_prices ? tr("measured after epoch %1").arg(QLocale().toString(m_epoch, 'f', 1))
                    : QString();
}

QString PreparationPanel::sentence() const
{
    return m_sentence->text();
}

void PreparationPanel::tell()
{
    const bool canMeasure = m_snapshot && readsDigits(m_snapshot->network);
    m_measure->setEnabled(canMeasure && !m_meter.isMeasuring());
    QString text = stepsText();
    if (text != m_sentence->text())
        m_sentence->setText(text);
}

QString PreparationPanel::stepsText() const
{
    if (m_meter.isMeasuring())
        return tr("Measuring…");
    if (m_selection.picture())
        return tr("A picture has no pen: its lines stay as wide as they are. The other steps act "
                  "on it as on a drawing.");
    const bool isExample = m_selection.drawing().empty();
    if (m_prices) {
        const QString read
            = tr("With the steps as they are, the network reads %1 of %2 generated drawings right.")
                  .arg(percentText(m_prices->accuracy(m_selection.normalization()), 1, QLocale()),
                       QLocale().toString(m_prices->drawings));
        return isExample ? tr("An example, until you draw a digit.") + u' ' + read : read;
    }
    if (isExample)
        return tr("An example. Draw a digit to see its steps; Measure tells what each is worth.");
    return tr("Measure tells what each step is worth; so does every pause.");
}

void PreparationPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

Panel *createPreparationPanel(TrainingSession &, Selection &selection, QWidget *parent)
{
    return new PreparationPanel(selection, parent);
}

} // namespace nabla::ui
