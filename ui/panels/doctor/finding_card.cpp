// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/doctor/finding_card.h"

#include "ui/panels/doctor/doctor_text.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/scaled_font.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace nabla::ui {

namespace {

void setTextOf(QLabel *label, const QString &text)
{
    if (!label->hasSelectedText() && label->text() != text)
        label->setText(text);
}

bool isTried(const Remedy &remedy, const Frame &frame)
{
    return std::ranges::any_of(
        frame.runs, [&](const RunView &run) { return *run.experiment == remedy.config; });
}

} // namespace

FindingCard::FindingCard(QWidget *parent)
    : QWidget(parent)
    , m_title(makeText(QPalette::WindowText))
    , m_dot(new QLabel(QStringLiteral("●"), this))
    , m_place(makeText(QPalette::PlaceholderText))
    , m_sentence(makeText(QPalette::WindowText))
    , m_evidence(makeText(QPalette::PlaceholderText))
    , m_explanation(makeText(QPalette::PlaceholderText))
    , m_try(new QPushButton(this))
    , m_others(new QPushButton(this))
    , m_buttons(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_menu(new QMenu(this))
{
    m_title->setWordWrap(false);
    m_place->setWordWrap(false);
    m_others->setMenu(m_menu);
    auto *head = new QHBoxLayout;
    head->setSpacing(5);
    head->addWidget(m_title, 1);
    head->addWidget(m_dot);
    head->addWidget(m_place);
    m_buttons->setSpacing(6);
    m_buttons->addWidget(m_try, 0, Qt::AlignLeft);
    m_buttons->addWidget(m_others, 1, Qt::AlignLeft);
    m_try->setMinimumWidth(40); // a narrow panel cuts a name rather than a column
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 10, 9);
    layout->setSpacing(4);
    layout->addLayout(head);
    for (QLabel *text : {m_sentence, m_evidence, m_explanation})
        layout->addWidget(text);
    layout->addSpacing(2);
    layout->addLayout(m_buttons);
    connect(m_try, &QPushButton::clicked, this, [this] { emit remedyChosen(m_remedies.front()); });
    restyle();
}

QLabel *FindingCard::makeText(QPalette::ColorRole role)
{
    auto *label = new QLabel(this);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::ClickFocus); // buttons are what Tab should reach
    label->setContextMenuPolicy(Qt::NoContextMenu); // the panel has one
    label->setForegroundRole(role);
    return label;
}

void FindingCard::showFinding(const Finding &finding, const Frame &frame, bool canTry)
{
    showTexts(finding, frame.history);
    if (finding.remedies != m_remedies || QLocale().name() != m_language)
        showRemedies(finding.remedies);
    enableRemedies(frame, canTry);
    const bool isOtherLook = finding.severity != m_severity || finding.layer != m_layer
                             || frame.history.layerCount() != m_layerCount;
    m_severity = finding.severity;
    m_layer = finding.layer;
    m_layerCount = frame.history.layerCount();
    if (isOtherLook)
        restyle();
}

void FindingCard::showTexts(const Finding &finding, const RunHistory &history)
{
    const QLocale locale;
    setTextOf(m_title, ruleTitle(finding.rule));
    setTextOf(m_place, findingPlace(finding));
    setTextOf(m_sentence, findingSentence(finding, history, locale));
    setTextOf(m_evidence, findingEvidence(finding, history, locale));
    setTextOf(m_explanation, ruleExplanation(finding.rule));
    m_evidence->setToolTip(finding.threshold ? thresholdSource(thresholdInfo(*finding.threshold))
                                             : QString());
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_sentence->text() + u' ' + m_evidence->text());
}

void FindingCard::showRemedies(const std::vector<Remedy> &remedies)
{
    m_remedies = remedies;
    m_language = QLocale().name();
    m_menu->clear();
    for (std::size_t i = 1; i < m_remedies.size(); ++i) {
        QAction *action = m_menu->addAction(remedyTitle(m_remedies[i].kind));
        connect(action, &QAction::triggered, this, [this, i] { emit remedyChosen(m_remedies[i]); });
    }
    m_try->setVisible(!m_remedies.empty());
    m_others->setVisible(m_remedies.size() > 1);
    if (!m_remedies.empty())
        m_try->setText(tr("Try it: %1").arg(remedyTitle(m_remedies.front().kind)));
    m_others->setText(tr("More"));
    m_others->setToolTip(tr("Other things that may help"));
    m_others->setAccessibleName(m_others->toolTip());
    arrangeButtons();
}

void FindingCard::enableRemedies(const Frame &frame, bool canTry)
{
    if (m_remedies.empty())
        return;
    const bool isFirstTried = isTried(m_remedies.front(), frame);
    m_try->setEnabled(canTry && !isFirstTried);
    m_try->setToolTip(
        isFirstTried ? tr("This run stands beside the first one already.")
        : canTry ? tr("Trains a run beside this one from the same seed, with the same digits in "
                      "the same order and this one thing changed.")
                 : tr("Four runs stand beside each other already. Remove one of them first."));
    m_others->setEnabled(canTry);
    const auto actions = m_menu->actions();
    for (qsizetype i = 0; i < actions.size(); ++i)
        actions[i]->setEnabled(!isTried(m_remedies[static_cast<std::size_t>(i) + 1], frame));
}

QString FindingCard::selectedText() const
{
    for (const QLabel *label : {m_title, m_place, m_sentence, m_evidence, m_explanation}) {
        if (label->hasSelectedText())
            return label->selectedText();
    }
    return {};
}

void FindingCard::paintEvent(QPaintEvent *)
{
    constexpr qreal radius = 6;
    constexpr qreal markWidth = 3;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Midlight));
    painter.drawRoundedRect(card, radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(m_severity == Severity::Note ? QPalette::PlaceholderText
                                                                  : QPalette::BrightText));
    painter.drawRoundedRect(QRectF(card.left() + 4, card.top() + 7, markWidth, card.height() - 14),
                            1.5, 1.5);
}

void FindingCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeButtons();
}

/// Below each other where they do not fit beside each other.
void FindingCard::arrangeButtons()
{
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() - m_buttons->spacing();
    const bool fits = m_try->sizeHint().width() + m_others->sizeHint().width() <= room;
    m_buttons->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void FindingCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

void FindingCard::restyle()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    for (QLabel *label : {m_place, m_evidence, m_explanation})
        label->setFont(scaledFont(font(), 0.94));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, layerColor(m_layer, m_layerCount, isDark(palette())));
    m_dot->setPalette(colors);
    m_dot->setVisible(m_layer > 0);
    update();
}

} // namespace nabla::ui
