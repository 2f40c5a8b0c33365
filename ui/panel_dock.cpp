// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel_dock.h"

#include "ui/panels/panel.h"
#include "ui/panels/panel_catalog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace nabla::ui {

namespace {

constexpr qreal cornerRadius = 8;
/// Header and body paint one rounded card between them: each draws it beyond the edge that they
/// share.
constexpr qreal hiddenPart = 20;

void paintCard(QWidget &widget, QMarginsF beyond)
{
    QPainter painter(&widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(widget.palette().color(QPalette::Mid));
    painter.setBrush(widget.palette().color(QPalette::Base));
    painter.drawRoundedRect(
        QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5).marginsAdded(beyond), cornerRadius,
        cornerRadius);
}

class CardBody final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override { paintCard(*this, {0, hiddenPart, 0, 0}); }
};

} // namespace

PanelDock::PanelDock(const PanelEntry &entry, Panel *panel, QWidget *parent)
    : QDockWidget(parent)
    , m_entry(entry)
    , m_panel(panel)
    , m_header(new PanelHeader(this))
{
    setObjectName(QLatin1String(entry.id));
    setTitleBarWidget(m_header);
    auto *body = new CardBody(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(12, 0, 12, 10);
    layout->addWidget(m_panel);
    setWidget(body);
    setLocked(true);
    connect(m_panel, &Panel::subtitleChanged, this, &PanelDock::retranslate);
    connect(this, &QDockWidget::visibilityChanged, this, &PanelDock::visibilityDidChange);
    retranslate();
}

void PanelDock::setLocked(bool isLocked)
{
    setFeatures(isLocked ? NoDockWidgetFeatures
                         : DockWidgetMovable | DockWidgetFloatable | DockWidgetClosable);
    m_header->setCursor(isLocked ? Qt::ArrowCursor : Qt::OpenHandCursor);
}

void PanelDock::retranslate()
{
    const QString title = panelTitle(m_entry);
    setWindowTitle(title);
    m_panel->setAccessibleName(title);
    m_header->setTexts(title, m_panel->subtitle());
}

void PanelDock::visibilityDidChange(bool isVisible)
{
    const bool becameShown = isVisible && !m_isShown;
    m_isShown = isVisible;
    if (becameShown)
        emit shown();
}

void PanelDock::changeEvent(QEvent *event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

PanelHeader::PanelHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 7, 12, 5);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle, 1);
    m_subtitle->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_subtitle->setMinimumWidth(1);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    restyle();
}

void PanelHeader::setTexts(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_fullSubtitle = subtitle;
    elide();
}

QSize PanelHeader::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    return {m_title->sizeHint().width() + margins.left() + margins.right(),
            m_title->sizeHint().height() + margins.top() + margins.bottom()};
}

void PanelHeader::paintEvent(QPaintEvent *)
{
    paintCard(*this, {0, 0, 0, hiddenPart});
}

void PanelHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        restyle();
}

void PanelHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

void PanelHeader::restyle()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.94);
    m_subtitle->setFont(small);
    elide();
}

/// A subtitle gives way rather than make the card wider; the whole is in its tooltip.
void PanelHeader::elide()
{
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() - layout()->spacing()
                     - m_title->sizeHint().width();
    const QString shown
        = m_subtitle->fontMetrics().elidedText(m_fullSubtitle, Qt::ElideRight, room);
    m_subtitle->setText(shown);
    m_subtitle->setToolTip(shown == m_fullSubtitle ? QString() : m_fullSubtitle);
}

} // namespace nabla::ui
