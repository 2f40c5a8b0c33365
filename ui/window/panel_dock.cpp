// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panel_dock.h"

#include "ui/panels/catalog/panel_catalog.h"
#include "ui/panels/flat_button.h"
#include "ui/panels/panel.h"

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

void paintCard(QWidget &widget, QPalette::ColorRole border, QMarginsF beyond)
{
    QPainter painter(&widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(widget.palette().color(border));
    painter.setBrush(widget.palette().color(QPalette::Base));
    painter.drawRoundedRect(
        QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5).marginsAdded(beyond), cornerRadius,
        cornerRadius);
}

constexpr int pointingMilliseconds = 900;

} // namespace

/// The card's lower end, around the panel.
class CardBody final : public QWidget
{
public:
    using QWidget::QWidget;
    void setBorder(QPalette::ColorRole role)
    {
        m_border = role;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override { paintCard(*this, m_border, {0, hiddenPart, 0, 0}); }

private:
    QPalette::ColorRole m_border = QPalette::Mid;
};

PanelDock::PanelDock(const PanelEntry &entry, Panel *panel, QWidget *parent)
    : QDockWidget(parent)
    , m_entry(entry)
    , m_panel(panel)
    , m_header(new PanelHeader(this))
    , m_body(new CardBody(this))
{
    setObjectName(QLatin1String(entry.id));
    setTitleBarWidget(m_header);
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(12, 0, 12, 10);
    layout->addWidget(m_panel);
    setWidget(m_body);
    setLocked(true);
    for (QAction *action : m_panel->headerActions())
        m_header->addButton(action);
    m_pointing.setSingleShot(true);
    m_pointing.setInterval(pointingMilliseconds);
    connect(&m_pointing, &QTimer::timeout, this, [this] { setBorder(QPalette::Mid); });
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

void PanelDock::pointOut()
{
    setBorder(QPalette::Highlight);
    m_pointing.start();
}

void PanelDock::setBorder(QPalette::ColorRole role)
{
    m_header->setBorder(role);
    m_body->setBorder(role);
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

void PanelHeader::setBorder(QPalette::ColorRole role)
{
    m_border = role;
    update();
}

void PanelHeader::addButton(QAction *action)
{
    QToolButton *button = flatButton(action);
    button->setFixedHeight(m_title->sizeHint().height()); // no higher than other headers
    layout()->addWidget(button);
    connect(action, &QAction::changed, this, [this] { elide(); });
    m_buttons.append(button);
    restyle();
}

int PanelHeader::buttonsWidth() const
{
    int width = 0;
    for (const QToolButton *button : m_buttons)
        width += layout()->spacing() + button->sizeHint().width();
    return width;
}

QSize PanelHeader::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    return {m_title->sizeHint().width() + buttonsWidth() + margins.left() + margins.right(),
            m_title->sizeHint().height() + margins.top() + margins.bottom()};
}

void PanelHeader::paintEvent(QPaintEvent *)
{
    paintCard(*this, m_border, {0, 0, 0, hiddenPart});
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
    for (QToolButton *button : m_buttons)
        button->setFont(small);
    elide();
}

/// A subtitle gives way rather than make the card wider; the whole is in its tooltip.
void PanelHeader::elide()
{
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() - layout()->spacing()
                     - m_title->sizeHint().width() - buttonsWidth();
    const QString shown
        = m_subtitle->fontMetrics().elidedText(m_fullSubtitle, Qt::ElideRight, room);
    m_subtitle->setText(shown);
    m_subtitle->setToolTip(shown == m_fullSubtitle ? QString() : m_fullSubtitle);
}

} // namespace nabla::ui
