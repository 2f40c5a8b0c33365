// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/teach_row.h"

#include "ui/canvas/canvas_sheet.h"
#include "ui/session/sources/my_digits.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace nabla::ui {

TeachRow::TeachRow(MyDigits &digits, CanvasSheet &sheet, QWidget *parent)
    : QWidget(parent)
    , m_digits(digits)
    , m_sheet(sheet)
    , m_said(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_said);
    layout->addSpacing(4);
    for (int label = 0; label < 10; ++label) {
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the focus where it draws
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // narrow where need be
        connect(button, &QToolButton::clicked, this, [this, label] { press(label); });
        layout->addWidget(button, 1);
        m_buttons[static_cast<std::size_t>(label)] = button;
    }
    connect(&m_digits, &MyDigits::changed, this, &TeachRow::showKept);
    connect(&m_sheet, &CanvasSheet::drawingChanged, this, &TeachRow::showKept);
    retranslate();
}

QString TeachRow::said() const
{
    return m_said->text();
}

bool TeachRow::isOnSheet(const OwnDigit &digit) const
{
    if (const auto picture = m_sheet.picture())
        return digit.drawing.empty() && digit.raster == picture->prepared.raster();
    return !m_sheet.isEmpty() && digit.drawing == m_sheet.drawing();
}

/// The newest one like it: it may have got another label in the meantime.
std::optional<int> TeachRow::place() const
{
    if (!m_kept || !isOnSheet(*m_kept))
        return std::nullopt;
    const OwnDigits &digits = m_digits.digits();
    const auto found = std::find_if(digits.rbegin(), digits.rend(), [this](const auto &digit) {
        return digit->digest == m_kept->digest && isOnSheet(*digit);
    });
    if (found == digits.rend())
        return std::nullopt;
    return static_cast<int>(digits.rend() - found) - 1;
}

void TeachRow::press(int label)
{
    const auto kept = place();
    if (!kept) {
        const auto picture = m_sheet.picture();
        if (picture ? m_digits.keepPicture(picture->prepared.raster(), label)
                    : m_digits.keep(m_sheet.drawing(), label))
            m_kept = m_digits.digits().back();
    } else if (m_digits.digits()[static_cast<std::size_t>(*kept)]->label == label) {
        m_digits.remove({&*kept, 1});
    } else {
        m_digits.relabel({&*kept, 1}, label);
    }
    showKept();
}

void TeachRow::showKept()
{
    const bool canKeep = m_digits.isOpen() && !m_sheet.isEmpty();
    const auto kept = place();
    const int keptLabel
        = kept ? int(m_digits.digits()[static_cast<std::size_t>(*kept)]->label) : -1;
    for (int label = 0; label < 10; ++label) {
        const QString digit = QLocale().toString(label);
        QToolButton &labelButton = button(label);
        labelButton.setEnabled(canKeep);
        labelButton.setChecked(label == keptLabel);
        labelButton.setToolTip(label == keptLabel
                                   ? tr("Take this %1 out of My digits again").arg(digit)
                                   : tr("Keep this drawing as %1 in My digits").arg(digit));
        labelButton.setAccessibleName(labelButton.toolTip());
    }
    m_said->setText(kept ? tr("Kept as %1").arg(QLocale().toString(keptLabel)) : tr("That was a"));
    m_said->setToolTip(tr("My digits holds %1 of your drawings.")
                           .arg(QLocale().toString(qulonglong(m_digits.digits().size()))));
}

void TeachRow::retranslate()
{
    const QFontMetrics metrics(font());
    for (int label = 0; label < 10; ++label) {
        button(label).setText(QLocale().toString(label));
        button(label).setMinimumWidth(metrics.horizontalAdvance(button(label).text()) + 8);
    }
    showKept();
    int widest = 0; // nothing moves under the pointer when the words change
    for (const QString &text : {tr("That was a"), tr("Kept as %1").arg(QLocale().toString(8))})
        widest = std::max(widest, metrics.horizontalAdvance(text));
    m_said->setMinimumWidth(widest);
}

void TeachRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

void TeachRow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_digits.open();
}

} // namespace nabla::ui
