// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/own_digits.h"

#include <QAbstractListModel>
#include <QListView>

#include <optional>
#include <vector>

namespace nabla::ui {

/// One kept digit as it is shown.
struct DigitCell
{
    std::shared_ptr<const OwnDigit> digit;
    int place = 0; ///< in My digits
    std::optional<int> answer; ///< what the network reads; nothing: not read yet
    [[nodiscard]] bool isWrong() const { return answer && *answer != digit->label; }
    bool operator==(const DigitCell &) const = default;
};

/// The cells as a list for the grid, with what a screen reader says of each.
class DigitCells final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setCells(std::vector<DigitCell> cells);
    [[nodiscard]] const std::vector<DigitCell> &cells() const { return m_cells; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<DigitCell> m_cells;
};

/// The kept digits side by side, each with its label and what the network reads; what it reads
/// wrong is marked. The keys 0 ... 9 ask for another label, Delete for their end.
class DigitGrid final : public QListView
{
    Q_OBJECT

public:
    explicit DigitGrid(QWidget *parent = nullptr);

    /// The selection stays with the digits that are still there.
    void setCells(std::vector<DigitCell> cells);
    [[nodiscard]] const std::vector<DigitCell> &cells() const { return m_model->cells(); }
    [[nodiscard]] std::vector<int> selectedPlaces() const;

signals:
    void relabelWanted(int label);
    void removeWanted();
    void selectionMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    DigitCells *m_model;
};

} // namespace nabla::ui
