// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/reading_panel.h"

#include "core/nn/digit_scores.h"
#include "ui/panels/scope_runs.h"
#include "ui/plots/digit_colors.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plot_theme.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/session/selection.h"
#include "ui/session/training_session.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <set>

namespace nabla::ui {

namespace {

bool answers(const Reading &reading, int digit)
{
    return reading.digit == digit && isAnswer(reading.doubt);
}

std::map<MetricId, MetricSeries> seriesOf(const std::vector<ImageReading> &readings)
{
    std::map<MetricId, MetricSeries> series;
    for (int digit = 0; digit < 10; ++digit) {
        MetricSeries &ofDigit = series[{Metric::DigitScore, digit}];
        for (const ImageReading &reading : readings)
            ofDigit.append(reading.step, reading.scores[static_cast<std::size_t>(digit)]);
    }
    return series;
}

} // namespace

ReadingPanel::ReadingPanel(ScopeAxis &axis, Selection &selection, QWidget *parent)
    : ScopePanel(axis, ScopeScale::Share, parent)
    , m_selection(selection)
    , m_empty(new QLabel)
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(&plot());
    layout->addWidget(m_empty);
    plot().hide();
    plot().setFileStem(QStringLiteral("reading"));
    m_refresh.setSingleShot(true);
    constexpr int refreshMilliseconds = 30;
    m_refresh.setInterval(refreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &Panel::frameWanted);
    connect(&m_selection, &Selection::imageChanged, this, &ReadingPanel::scheduleFrame);
    connect(&m_history, &ImageHistory::grown, this, &ReadingPanel::scheduleFrame);
    restyle();
}

void ReadingPanel::scheduleFrame()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

ScopeRuns ReadingPanel::runsOf(const Frame &frame)
{
    m_hasNetwork = frame.snapshot != nullptr;
    m_isMisfit = m_hasNetwork && !readsDigits(frame.snapshot->network);
    m_history.setImage(m_selection.hasImage() ? std::optional(m_selection.image()) : std::nullopt);
    m_history.follow(frame);
    takeOver(m_history.readings().all(), frame.moment);
    showWordsOrPlot();
    ScopeRuns runs = scopeRuns(frame);
    int setup = 0;
    for (ScopeRun &run : runs.runs) {
        run.setup = setup++; // one run is read, also where others differ in their seeds only
        run.isDrawn = run.runId == runs.shownId;
        run.measuredBeside = run.isDrawn ? &m_scores : nullptr;
    }
    return runs;
}

void ReadingPanel::takeOver(const std::vector<ImageReading> &readings,
                            std::optional<std::uint64_t> moment)
{
    m_scores = seriesOf(readings);
    m_reading.reset();
    m_since = 0;
    Standing standing;
    const bool hasInk = hasInkOfADigit(m_selection.image()); // one image for all of them
    for (const ImageReading &at : readings) {
        Reading reading = readOutputs(at.scores);
        if (!hasInk)
            reading.doubt = Doubt::NotADigit;
        if (isAnswer(reading.doubt))
            standing.wasAnswer[static_cast<std::size_t>(reading.digit)] = true;
        if (moment && at.step > *moment)
            continue;
        if (!m_reading || !answers(*m_reading, reading.digit))
            m_since = at.step;
        m_reading = reading;
    }
    if (m_reading) {
        standing.digit = m_reading->digit;
        standing.runnerUp = m_reading->runnerUp;
    }
    if (standing == m_standing)
        return;
    m_standing = standing;
    updateCurves();
}

QColor ReadingPanel::colorOf(int digit) const
{
    const bool standsOut = digit == m_standing.digit || digit == m_standing.runnerUp
                           || m_standing.wasAnswer[static_cast<std::size_t>(digit)];
    if (standsOut)
        return digitColor(digit, isDark(palette()));
    const PlotColors colors = plotColors(palette());
    return streamingPen(colors.text, colors.background).color();
}

/// What stands out lies over the others.
std::vector<ScopeCurve> ReadingPanel::curves(int) const
{
    const auto rank = [this](int digit) {
        if (digit == m_standing.digit)
            return 3;
        if (digit == m_standing.runnerUp)
            return 2;
        return m_standing.wasAnswer[static_cast<std::size_t>(digit)] ? 1 : 0;
    };
    std::array<int, 10> digits{};
    std::iota(digits.begin(), digits.end(), 0);
    std::ranges::stable_sort(digits, {}, rank);
    std::vector<ScopeCurve> curves;
    for (const int digit : digits)
        curves.push_back({{Metric::DigitScore, digit},
                          CurveDrawing::Points,
                          QLocale().toString(digit),
                          colorOf(digit),
                          rank(digit) >= 2});
    return curves;
}

QString ReadingPanel::subtitle() const
{
    if (!m_reading)
        return {};
    const QLocale locale;
    const auto share = [&](int digit) {
        return percentText(m_reading->outputs[static_cast<std::size_t>(digit)], 0, locale);
    };
    const QString best = locale.toString(m_reading->digit);
    if (!isAnswer(m_reading->doubt))
        return tr("no answer; %1 has the most, %2").arg(best, share(m_reading->digit));
    return tr("%1 since step %2 · %3, ahead of %4 with %5")
        .arg(best, locale.toString(static_cast<qulonglong>(m_since)), share(m_reading->digit),
             locale.toString(m_reading->runnerUp), share(m_reading->runnerUp));
}

QString ReadingPanel::emptyText() const
{
    if (m_isMisfit)
        return tr("This network reads no digits: it must take 784 pixels and give 10 outputs.");
    if (!m_selection.hasImage())
        return tr("Draw a digit. How the network reads it is plotted here, from the first step of "
                  "the run to the last.");
    return m_hasNetwork ? QString() : tr("Nothing is read before there is a run.");
}

void ReadingPanel::showWordsOrPlot()
{
    const QString words = emptyText();
    m_empty->setText(words);
    m_empty->setVisible(!words.isEmpty());
    plot().setVisible(words.isEmpty());
}

void ReadingPanel::showNumbers(const Frame &)
{
    plot().setAccessibleDescription(subtitle());
}

void ReadingPanel::restyle()
{
    plot().setAccessibleName(tr("What the network reads in the drawing, over the run"));
    m_empty->setText(emptyText());
}

Panel *createReadingPanel(TrainingSession &session, Selection &selection, QWidget *parent)
{
    return new ReadingPanel(ScopeAxis::sharedBy(session), selection, parent);
}

} // namespace nabla::ui
