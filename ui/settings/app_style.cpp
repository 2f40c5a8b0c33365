// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/app_style.h"

#include <QComboBox>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

namespace nabla::ui {

namespace {

constexpr int cardGap = 8;
constexpr int arrowWidth = 8;
constexpr int comboMargin = 8;

void drawField(QPainter &painter, const QRect &rect, const QBrush &fill, const QColor &border,
               qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.alpha() == 0 ? QPen(Qt::NoPen) : QPen(border, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

QColor mixed(const QColor &from, const QColor &to, float share)
{
    const float rest = 1.0F - share;
    return QColor::fromRgbF(rest * from.redF() + share * to.redF(),
                            rest * from.greenF() + share * to.greenF(),
                            rest * from.blueF() + share * to.blueF());
}

QColor fieldFill(const QStyleOption &option)
{
    const QColor fill = option.palette.color(QPalette::Button);
    const QColor text = option.palette.color(QPalette::Text);
    if (!(option.state & QStyle::State_Enabled))
        return fill;
    if (option.state & (QStyle::State_Sunken | QStyle::State_On))
        return mixed(fill, text, 0.12F);
    return option.state & QStyle::State_MouseOver ? mixed(fill, text, 0.05F) : fill;
}

QColor fieldBorder(const QStyleOption &option, const QWidget *widget)
{
    if (widget && widget->property("hasProblem").toBool())
        return option.palette.color(QPalette::BrightText);
    return option.palette.color(option.state & QStyle::State_HasFocus ? QPalette::Highlight
                                                                      : QPalette::Mid);
}

void drawButton(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isDefault = button && (button->features & QStyleOptionButton::DefaultButton);
    const bool isFlat = button && (button->features & QStyleOptionButton::Flat);
    constexpr qreal radius = 6;
    if (isFlat
        && !(option.state
             & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_HasFocus)))
        return;
    if (!isDefault) {
        drawField(painter, option.rect, fieldFill(option), fieldBorder(option, widget), radius);
        return;
    }
    QColor fill = option.palette.color(QPalette::Highlight);
    if (option.state & QStyle::State_Sunken)
        fill = mixed(fill, Qt::black, 0.15F);
    else if (option.state & QStyle::State_MouseOver)
        fill = mixed(fill, Qt::white, 0.08F);
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    drawField(painter, option.rect, fill, hasFocus ? option.palette.color(QPalette::Text) : fill,
              radius);
}

void drawArrow(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const QPointF center = rect.center();
    const QPointF corners[]
        = {center + QPointF(-3.5, -1.8), center + QPointF(3.5, -1.8), center + QPointF(0, 2.4)};
    painter.drawConvexPolygon(corners, 3);
    painter.restore();
}

} // namespace

AppStyle::AppStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void AppStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QToolButton *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int AppStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                          const QWidget *widget) const
{
    switch (metric) {
    case PM_DockWidgetSeparatorExtent:
        return cardGap;
    case PM_DockWidgetFrameWidth:
    case PM_DefaultFrameWidth:
        return qobject_cast<const QComboBox *>(widget) || (widget && widget->inherits("QMenu")) ? 1
                                                                                                : 0;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuBarVMargin:
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SliderThickness:
    case PM_SliderLength:
        return 15;
    case PM_MenuButtonIndicator:
        return arrowWidth + 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AppStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton; // a click takes the knob there, instead of a page nearer
    case SH_Slider_PageSetButtons:
        return Qt::NoButton;
    case SH_ToolTipLabel_Opacity:
        return 255;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

QSize AppStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                 const QWidget *widget) const
{
    const int line = option ? option->fontMetrics.height() : 0;
    switch (type) {
    case CT_LineEdit:
        return {size.width() + 14, std::max(size.height(), line + 6)};
    case CT_ComboBox:
        return {size.width() + 2 * comboMargin + arrowWidth + 8, std::max(size.height(), line + 6)};
    case CT_PushButton:
        return {size.width() + 22, line + 10};
    case CT_MenuBarItem:
        return {size.width() + 4, line + 8};
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect AppStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                               SubControl part, const QWidget *widget) const
{
    if (control != CC_ComboBox)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const QRect rect = option->rect;
    const int arrow = comboMargin + arrowWidth;
    QRect result = rect;
    if (part == SC_ComboBoxArrow)
        result = rect.adjusted(rect.width() - arrow, 0, 0, 0);
    else if (part == SC_ComboBoxEditField)
        result = rect.adjusted(comboMargin, 0, -arrow - 3, 0);
    return visualRect(option->direction, rect, result);
}

void AppStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                             QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButton(*painter, *option, widget);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (widget && qobject_cast<const QComboBox *>(widget->parentWidget()))
            return; // the box around it is drawn already
        // A line edit is always sunken; only buttons show it.
        drawField(*painter, option->rect, option->palette.color(QPalette::Button),
                  fieldBorder(*option, widget), 5);
        return;
    case PE_PanelButtonTool:
        if (option->state & (State_MouseOver | State_Sunken | State_On | State_HasFocus))
            drawField(*painter, option->rect, fieldFill(*option), fieldBorder(*option, widget), 5);
        return;
    case PE_IndicatorArrowDown:
        drawArrow(*painter, option->rect, option->palette.color(QPalette::ButtonText));
        return;
    case PE_IndicatorDockWidgetResizeHandle:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_PanelMenuBar:
    case PE_FrameDockWidget:
        return;
    case PE_FrameFocusRect:
        // Buttons and fields show the focus by their border.
        if (qobject_cast<const QPushButton *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QToolButton *>(widget))
            return;
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void AppStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const
{
    if (element == CE_MenuBarEmptyArea) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    }
    if (element == CE_MenuBarItem) {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        if (option->state & State_Selected)
            drawField(*painter, option->rect.adjusted(0, 2, 0, -2),
                      option->palette.color(QPalette::Midlight), Qt::transparent, 4);
        const int mnemonic = styleHint(SH_UnderlineShortcut, option, widget) ? Qt::TextShowMnemonic
                                                                             : Qt::TextHideMnemonic;
        drawItemText(painter, option->rect, Qt::AlignCenter | mnemonic | Qt::TextSingleLine,
                     option->palette, option->state & State_Enabled, item ? item->text : QString(),
                     QPalette::Text);
        return;
    }
    if (element == CE_PushButtonLabel) {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button && (button->features & QStyleOptionButton::DefaultButton)) {
            QStyleOptionButton accented(*button);
            accented.palette.setColor(QPalette::ButtonText,
                                      button->palette.color(QPalette::HighlightedText));
            QProxyStyle::drawControl(element, &accented, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AppStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                  QPainter *painter, const QWidget *widget) const
{
    if (control == CC_Slider) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawSlider(*slider, *painter, widget);
            return;
        }
    }
    if (control == CC_ToolButton) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            // Their texts end in the arrow; a second one in the corner would be too many.
            QStyleOptionToolButton plain(*button);
            plain.features &= ~QStyleOptionToolButton::HasMenu;
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            return;
        }
    }
    if (control == CC_ComboBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            drawField(*painter, box->rect, fieldFill(*box), fieldBorder(*box, widget), 5);
            drawComboBox(*box, *painter);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void AppStyle::drawComboBox(const QStyleOptionComboBox &option, QPainter &painter) const
{
    const QRect arrow = subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, nullptr);
    drawArrow(
        painter, QRectF(arrow.left() - 2, arrow.top(), arrowWidth, arrow.height()),
        option.palette.color(option.state & State_Enabled ? QPalette::Normal : QPalette::Disabled,
                             QPalette::ButtonText));
}

void AppStyle::drawSlider(const QStyleOptionSlider &option, QPainter &painter,
                          const QWidget *widget) const
{
    const QRect handle = subControlRect(CC_Slider, &option, SC_SliderHandle, widget);
    const QColor accent = option.palette.color(
        option.state & State_Enabled ? QPalette::Normal : QPalette::Disabled, QPalette::Highlight);
    const bool isHorizontal = option.orientation == Qt::Horizontal;
    QRectF groove(option.rect);
    const QPointF center = QRectF(handle).center();
    groove = isHorizontal ? QRectF(groove.left(), center.y() - 2, groove.width(), 4)
                          : QRectF(center.x() - 2, groove.top(), 4, groove.height());
    QRectF done = groove;
    if (isHorizontal)
        done.setRight(center.x());
    else
        done.setTop(center.y());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(option.palette.color(QPalette::Mid));
    painter.drawRoundedRect(groove, 2, 2);
    painter.setBrush(accent);
    painter.drawRoundedRect(done, 2, 2);
    if (option.state & State_HasFocus)
        painter.setPen(QPen(option.palette.color(QPalette::Text), 1.5));
    painter.drawEllipse(center, 7.0, 7.0);
    painter.restore();
}

} // namespace nabla::ui
