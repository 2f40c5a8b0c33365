// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_line.h"

#include "ui/session/sources/data_text.h"
#include "ui/settings/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace nabla::ui {

namespace {

constexpr int dotPlace = 15;

} // namespace

StatusLine::StatusLine(QMenu *languages, QWidget *parent)
    : QWidget(parent)
    , m_state(new QLabel(this))
    , m_seed(new QLabel(this))
    , m_step(new QLabel(this))
    , m_digest(new QLabel(this))
    , m_data(new QLabel(this))
    , m_thread(new QLabel(this))
    , m_language(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12 + dotPlace, 2, 8, 2);
    layout->setSpacing(22);
    layout->addWidget(m_state);
    for (QLabel *label : {m_seed, m_step, m_digest, m_data, m_thread}) {
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    layout->addStretch(1);
    layout->addWidget(m_language);
    m_language->setAutoRaise(true);
    m_language->setMenu(languages);
    m_language->setPopupMode(QToolButton::InstantPopup);
    retranslate();
}

void StatusLine::showFrame(const Frame &frame)
{
    m_hasRun = frame.runId != 0;
    m_status = frame.status;
    m_seedValue = frame.experiment.seed;
    m_dataset = frame.data;
    if (frame.snapshot)
        m_kernels = QLatin1String(frame.snapshot->network.kernels().id);
    retranslate();
}

void StatusLine::setWaiting(bool isWaiting)
{
    m_isWaiting = isWaiting;
    retranslate();
}

void StatusLine::setLanguageName(const QString &name)
{
    m_language->setText(name + QStringLiteral(" ▾"));
}

QString StatusLine::stateText() const
{
    if (m_isWaiting)
        return tr("waiting for data");
    const QString step = QLocale().toString(qulonglong(m_status.step + 1));
    switch (m_status.state) {
    case RunState::Idle:
        return tr("idle");
    case RunState::Running:
        return tr("training");
    case RunState::Paused:
        return tr("paused");
    case RunState::Finished:
        return tr("finished");
    case RunState::Diverged:
        return tr("diverged at step %1 in layer %2")
            .arg(step, QLocale().toString(m_status.divergedLayer));
    case RunState::Failed:
        return tr("failed");
    }
    return {};
}

QColor StatusLine::stateColor() const
{
    switch (m_status.state) {
    case RunState::Running:
    case RunState::Finished:
        return goodColor(palette());
    case RunState::Diverged:
    case RunState::Failed:
        return palette().color(QPalette::BrightText);
    case RunState::Idle:
    case RunState::Paused:
        break;
    }
    return palette().color(QPalette::PlaceholderText);
}

QString StatusLine::dataText() const
{
    if (!m_dataset)
        return {};
    const QLocale locale;
    return QStringLiteral("%1 %2 / %3 / %4")
        .arg(dataTitle(m_dataset->source), locale.toString(m_dataset->training.size()),
             locale.toString(m_dataset->validation.size()),
             locale.toString(m_dataset->test.size()));
}

void StatusLine::retranslate()
{
    const QLocale locale;
    m_state->setText(stateText());
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, stateColor());
    m_state->setPalette(colored);
    m_seed->setText(tr("seed %1").arg(m_seedValue));
    m_step->setText(tr("step %1").arg(locale.toString(qulonglong(m_status.step))));
    m_digest->setText(m_status.hasDigest
                          ? tr("digest %1").arg(m_status.digest, 16, 16, QLatin1Char('0'))
                          : QString());
    m_digest->setToolTip(tr("One number for all weights and biases: the same in every run of the "
                            "same setup that is computed with the same instructions (here: %1)")
                             .arg(m_kernels));
    m_data->setText(dataText());
    m_data->setToolTip(tr("Training, validation and test digits"));
    m_thread->setText(m_status.state == RunState::Running ? tr("1 training thread, working")
                                                          : tr("1 training thread, resting"));
    for (QLabel *label : {m_seed, m_step, m_data, m_thread})
        label->setVisible(m_hasRun);
    m_digest->setVisible(m_hasRun && m_status.hasDigest);
    m_language->setToolTip(tr("Language"));
    m_language->setAccessibleName(tr("Language"));
    update();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(0, 0, width(), 1, palette().color(QPalette::Mid));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(stateColor());
    painter.drawEllipse(QPointF(17.5, m_state->geometry().center().y() + 1), 4.5, 4.5);
}

void StatusLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

} // namespace nabla::ui
