// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/doctor/doctor_panel.h"

#include "ui/panels/doctor/doctor_text.h"
#include "ui/panels/doctor/finding_card.h"
#include "ui/panels/doctor/threshold_dialog.h"
#include "ui/plots/scaled_font.h"
#include "ui/session/comparison.h"
#include "ui/session/doctor_settings.h"
#include "ui/session/run_set.h"
#include "ui/session/training_session.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>

#include <utility>

namespace nabla::ui {

namespace {

constexpr int pauseMilliseconds = 500;

} // namespace

DoctorPanel::DoctorPanel(TrainingSession &session, QWidget *parent)
    : Panel(parent)
    , m_session(session)
    , m_page(new QWidget)
    , m_list(new QVBoxLayout(m_page))
    , m_summary(new QLabel(m_page))
    , m_judged(new QLabel(m_page))
    , m_thresholds(new QPushButton(m_page))
{
    for (QLabel *label : {m_summary, m_judged}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setFocusPolicy(Qt::ClickFocus);
        label->setContextMenuPolicy(Qt::NoContextMenu);
    }
    m_judged->setForegroundRole(QPalette::PlaceholderText);
    m_thresholds->setFlat(true);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(8);
    m_list->addWidget(m_summary);
    m_list->addWidget(m_judged);
    m_list->addWidget(m_thresholds, 0, Qt::AlignLeft);
    m_list->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false); // the dock's card paints the background
    m_page->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setMinimumWidth(260);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isStale && isVisible())
            judgeAgain();
    });
    connect(m_thresholds, &QPushButton::clicked, this, &DoctorPanel::editThresholds);
    connect(&m_session.doctorSettings(), &DoctorSettings::thresholdsChanged, this,
            &DoctorPanel::judgeAgain);
    connect(&m_session.runs(), &RunSet::changed, this, &DoctorPanel::judgeAgain);
    retranslate();
}

void DoctorPanel::showFrame(const Frame &frame)
{
    const bool canWait = frame.runId == m_runId && frame.status.state == m_state;
    m_isStale = true;
    if (!canWait || !m_pause.isActive())
        judge(frame);
}

void DoctorPanel::judgeAgain()
{
    judge(m_session.frame());
}

void DoctorPanel::judge(const Frame &frame)
{
    m_isStale = false;
    m_runId = frame.runId;
    m_state = frame.status.state;
    m_diagnosis = diagnose(frame.history, frame.status, frame.experiment,
                           m_session.doctorSettings().thresholds());
    const QString text = diagnosisText(m_diagnosis, frame.history, QLocale());
    const bool hasChanged = text != std::exchange(m_text, text);
    showCards(frame);
    m_summary->setText(summary(frame));
    m_summary->setVisible(m_diagnosis.findings.empty());
    m_judged->setText(judgedText(m_diagnosis));
    if (hasChanged)
        emit subtitleChanged();
    m_pause.start();
}

void DoctorPanel::showCards(const Frame &frame)
{
    std::vector<DoctorRule> order;
    for (const Finding &finding : m_diagnosis.findings) {
        card(finding.rule)->showFinding(finding, frame, m_session.runs().hasRoom());
        order.push_back(finding.rule);
    }
    if (order == m_order)
        return;
    for (const auto &[rule, widget] : m_cards) {
        m_list->removeWidget(widget);
        widget->setVisible(std::ranges::count(order, rule) > 0);
    }
    int place = 1; // after the summary
    for (const DoctorRule rule : order)
        m_list->insertWidget(place++, m_cards.at(rule));
    m_order = std::move(order);
}

FindingCard *DoctorPanel::card(DoctorRule rule)
{
    FindingCard *&found = m_cards[rule];
    if (!found) {
        found = new FindingCard(m_page);
        connect(found, &FindingCard::remedyChosen, this, &DoctorPanel::tryRemedy);
    }
    return found;
}

void DoctorPanel::tryRemedy(const Remedy &remedy)
{
    // Starting it judges again, and the card's own remedies may be others then.
    const Remedy tried = remedy;
    m_session.comparison().compareWith(tried.config, remedyTitle(tried.kind));
}

void DoctorPanel::editThresholds()
{
    ThresholdDialog dialog(m_session.doctorSettings().thresholds(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_session.doctorSettings().setThresholds(dialog.thresholds());
}

QString DoctorPanel::summary(const Frame &frame) const
{
    if (!frame.snapshot && m_diagnosis.judged.empty())
        return tr("There is no run yet.");
    return m_diagnosis.judged.empty() ? tr("Nothing was measured yet that could be judged.")
                                      : tr("Nothing wrong was found.");
}

QString DoctorPanel::subtitle() const
{
    const auto findings = m_diagnosis.findings.size();
    if (findings == 0)
        return m_diagnosis.judged.empty() ? QString() : tr("nothing wrong");
    return findings == 1 ? tr("one finding") : tr("%1 findings").arg(QLocale().toString(findings));
}

void DoctorPanel::retranslate()
{
    m_thresholds->setText(tr("Thresholds…"));
    m_thresholds->setToolTip(tr("The numbers that the doctor judges by, with their sources."));
    m_judged->setFont(scaledFont(font(), 0.94));
    judgeAgain();
    emit subtitleChanged();
}

void DoctorPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

void DoctorPanel::contextMenuEvent(QContextMenuEvent *event)
{
    QString selected;
    for (const auto &[rule, widget] : m_cards) {
        if (widget->isVisible() && !widget->selectedText().isEmpty())
            selected = widget->selectedText();
    }
    QMenu menu(this);
    QAction *copySelected = menu.addAction(tr("Copy"));
    copySelected->setEnabled(!selected.isEmpty());
    const QAction *copyAll = menu.addAction(tr("Copy all findings"));
    const QAction *thresholds = menu.addAction(tr("Thresholds…"));
    const QAction *chosen = menu.exec(event->globalPos());
    if (chosen == copySelected)
        QApplication::clipboard()->setText(selected);
    else if (chosen == copyAll)
        QApplication::clipboard()->setText(m_text);
    else if (chosen == thresholds)
        editThresholds();
}

Panel *createDoctorPanel(TrainingSession &session, Selection &, QWidget *parent)
{
    return new DoctorPanel(session, parent);
}

} // namespace nabla::ui
