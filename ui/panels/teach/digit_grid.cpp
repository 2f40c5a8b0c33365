// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/teach/digit_grid.h"

#include <QImage>
#include <QItemSelection>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <set>
#include <utility>

namespace nabla::ui {

namespace {

constexpr int pictureSide = 2 * imageSide;
constexpr int margin = 4;

/// Draws a cell: the pixels, below them the label, and what was read instead.
class DigitDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &) const override
    {
        return {pictureSide + 2 * margin,
                pictureSide + 2 * margin + option.fontMetrics.height() + 1};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto *model = static_cast<const DigitCells *>(index.model());
        const DigitCell &cell = model->cells()[static_cast<std::size_t>(index.row())];
        const bool isSelected = option.state & QStyle::State_Selected;
        painter->save();
        if (isSelected)
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        QRect picture(option.rect.topLeft() + QPoint(margin, margin),
                      QSize(pictureSide, pictureSide));
        picture.moveLeft(option.rect.left() + (option.rect.width() - pictureSide) / 2);
        painter->drawImage(picture, QImage(cell.digit->raster.data(), imageSide, imageSide,
                                           imageSide, QImage::Format_Grayscale8));
        const QColor wrong = option.palette.color(QPalette::BrightText);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(cell.isWrong() ? wrong : option.palette.color(QPalette::Mid),
                             cell.isWrong() ? 2 : 1));
        painter->drawRect(QRectF(picture).adjusted(-0.5, -0.5, 0.5, 0.5));
        drawWords(*painter, option, cell, picture);
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(option.palette.color(QPalette::Text), 1, Qt::DotLine));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

private:
    static void drawWords(QPainter &painter, const QStyleOptionViewItem &option,
                          const DigitCell &cell, const QRect &picture)
    {
        const bool isSelected = option.state & QStyle::State_Selected;
        const QColor text
            = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        const QRect words(picture.left(), picture.bottom() + 2, picture.width(),
                          option.fontMetrics.height());
        painter.setFont(option.font);
        painter.setPen(text);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         QLocale().toString(cell.digit->label));
        if (!cell.answer)
            return;
        if (cell.isWrong() && !isSelected)
            painter.setPen(option.palette.color(QPalette::BrightText));
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter,
                         cell.isWrong() ? QStringLiteral("✗ ") + QLocale().toString(*cell.answer)
                                        : QStringLiteral("✓"));
    }
};

bool areSameDigits(const std::vector<DigitCell> &a, const std::vector<DigitCell> &b)
{
    return std::ranges::equal(a, b, [](const DigitCell &left, const DigitCell &right) {
        return left.digit == right.digit && left.place == right.place;
    });
}

} // namespace

void DigitCells::setCells(std::vector<DigitCell> cells)
{
    if (cells == m_cells)
        return;
    if (areSameDigits(cells, m_cells)) {
        m_cells = std::move(cells);
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_cells = std::move(cells);
    endResetModel();
}

int DigitCells::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cells.size());
}

QVariant DigitCells::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const DigitCell &cell = m_cells[static_cast<std::size_t>(index.row())];
    const QString label = QLocale().toString(cell.digit->label);
    if (!cell.answer)
        return label;
    return cell.isWrong() ? tr("%1, read as %2: wrong").arg(label, QLocale().toString(*cell.answer))
                          : tr("%1, read right").arg(label);
}

DigitGrid::DigitGrid(QWidget *parent)
    : QListView(parent)
    , m_model(new DigitCells(this))
{
    setModel(m_model);
    setItemDelegate(new DigitDelegate(this));
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setLayoutMode(QListView::Batched);
    setUniformItemSizes(true);
    setSpacing(2);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    const int row = pictureSide + 2 * margin + fontMetrics().height() + 1;
    setMinimumHeight(row + 2 * spacing()); // one whole row, with what is read
}

void DigitGrid::setCells(std::vector<DigitCell> cells)
{
    if (areSameDigits(cells, m_model->cells())) {
        m_model->setCells(std::move(cells));
        return;
    }
    // A digit with another label is another one with the same picture.
    std::multiset<std::uint64_t> selected;
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        selected.insert(m_model->cells()[static_cast<std::size_t>(index.row())].digit->digest);
    const int current = currentIndex().row();
    m_model->setCells(std::move(cells));
    QItemSelection kept;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto found
            = selected.find(m_model->cells()[static_cast<std::size_t>(row)].digit->digest);
        if (found == selected.end())
            continue;
        kept.select(m_model->index(row), m_model->index(row));
        selected.erase(found);
    }
    if (m_model->rowCount() > 0)
        selectionModel()->setCurrentIndex(
            m_model->index(std::clamp(current, 0, m_model->rowCount() - 1)),
            QItemSelectionModel::NoUpdate);
    selectionModel()->select(kept, QItemSelectionModel::ClearAndSelect);
}

std::vector<int> DigitGrid::selectedPlaces() const
{
    std::vector<int> places;
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        places.push_back(m_model->cells()[static_cast<std::size_t>(index.row())].place);
    return places;
}

void DigitGrid::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    emit selectionMoved();
}

void DigitGrid::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (isPlain && event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9)
        emit relabelWanted(event->key() - Qt::Key_0);
    else if (isPlain && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        emit removeWanted();
    else
        QListView::keyPressEvent(event);
}

} // namespace nabla::ui
