// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/preparation_step.h"

#include "ui/panels/draw/raster_view.h"
#include "ui/plots/number_text.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace nabla::ui {

namespace {

constexpr int largestPicture = 28 * 5 + 2; // larger pixels show nothing more

} // namespace

PreparationStep::PreparationStep(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_picture(new RasterView)
    , m_with(new QLabel)
    , m_without(new QLabel)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // all columns are as wide
    m_picture->setMaximumSize(largestPicture, largestPicture);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_picture->setSizePolicy(policy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_picture, 100); // what it has no use for goes below the last line
    if (kind == Kind::Step) {
        m_box = new QCheckBox;
        m_box->setChecked(true);
        connect(m_box, &QCheckBox::toggled, this, [this](bool isTaken) {
            tellPrice();
            emit toggled(isTaken);
        });
        layout->addWidget(m_box, 0, Qt::AlignHCenter);
    } else {
        m_title = new QLabel;
        layout->addWidget(m_title, 0, Qt::AlignHCenter);
    }
    layout->addWidget(m_with, 0, Qt::AlignHCenter);
    layout->addWidget(m_without, 0, Qt::AlignHCenter);
    layout->addStretch();
    tellPrice();
}

void PreparationStep::setTexts(const QString &title, const QString &explanation)
{
    if (m_box) {
        m_box->setText(title);
    } else {
        m_title->setText(title);
        m_title->setFixedHeight(QCheckBox(title).sizeHint().height()); // in line with the others
    }
    m_picture->setAccessibleName(title);
    m_picture->setAccessibleDescription(explanation);
    setToolTip(explanation);
    tellPrice();
}

void PreparationStep::setRaster(const Raster &raster)
{
    m_picture->setRaster(raster);
}

void PreparationStep::setTaken(bool isTaken)
{
    if (!m_box)
        return;
    const QSignalBlocker silence(m_box);
    m_box->setChecked(isTaken);
    tellPrice();
}

bool PreparationStep::isTaken() const
{
    return m_box && m_box->isChecked();
}

void PreparationStep::setPrice(const std::optional<Price> &price)
{
    m_price = price;
    tellPrice();
}

QString PreparationStep::priceText() const
{
    return m_price ? m_with->text() + QStringLiteral(", ") + m_without->text() : QString();
}

/// Nothing before it was measured; the lines keep their place. What is not chosen is dimmed.
void PreparationStep::tellPrice()
{
    const auto percent = [](double accuracy) {
        return percentText(accuracy, 1, QLocale());
    };
    m_with->setText(m_price ? tr("on: %1").arg(percent(m_price->with)) : QString());
    m_without->setText(m_price ? tr("off: %1").arg(percent(m_price->without)) : QString());
    m_with->setForegroundRole(isTaken() ? QPalette::WindowText : QPalette::PlaceholderText);
    m_without->setForegroundRole(isTaken() ? QPalette::PlaceholderText : QPalette::WindowText);
    if (m_box)
        m_box->setAccessibleDescription(priceText());
}

void PreparationStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        tellPrice();
    QWidget::changeEvent(event);
}

} // namespace nabla::ui
