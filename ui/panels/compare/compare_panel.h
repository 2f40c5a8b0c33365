// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/compare/run_comparison.h"
#include "ui/panels/panel.h"

#include <QElapsedTimer>

class QLabel;
class QTableWidget;
class QToolButton;

namespace nabla::ui {

class Comparison;

/// The runs beside each other: what differs in their setup and what came out, a column a run, and
/// the buttons that add and remove runs. A click on a run's head shows it.
class ComparePanel final : public Panel
{
    Q_OBJECT

public:
    explicit ComparePanel(TrainingSession &session, QWidget *parent = nullptr);

    void showFrame(const Frame &frame) override;
    [[nodiscard]] QString subtitle() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeButtons();
    void retranslate();
    void showRuns();
    void fill(std::span<const RunView> runs);
    void fillHeads(std::span<const RunView> runs);
    void fillRow(int line, const ComparisonRow &row);
    void updateButtons();
    void openMenu(const QPoint &position);
    [[nodiscard]] std::optional<std::uint64_t> runAt(int column) const;

    TrainingSession &m_session;
    Comparison &m_comparison;
    QToolButton *m_addSetup;
    QToolButton *m_addSeeds;
    QToolButton *m_dropOthers;
    QLabel *m_hint;
    QTableWidget *m_table;
    std::vector<ComparisonRow> m_rows; ///< as shown
    std::vector<std::uint64_t> m_runIds; ///< a column each
    std::uint64_t m_shownId = 0;
    QElapsedTimer m_sinceFilled;
};

[[nodiscard]] Panel *createComparePanel(TrainingSession &session, Selection &selection,
                                        QWidget *parent);

} // namespace nabla::ui
