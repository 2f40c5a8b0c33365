// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/evaluation_result.h"

#include <QString>
#include <QWidget>

#include <array>

class QBoxLayout;
class QLabel;

namespace nabla::ui {

class GainStrip;

/// How many of a set are read right, before and now.
struct ReadingChange
{
    std::array<int, classCount> digits{}; ///< of each label
    std::array<int, classCount> before{}; ///< read right
    std::array<int, classCount> now{};
    [[nodiscard]] int count() const;
    [[nodiscard]] int rightBefore() const;
    [[nodiscard]] int rightNow() const;
    bool operator==(const ReadingChange &) const = default;
};

/// What teaching brought and what it cost: the digits that were trained on, those of the person
/// that were not, and the test digits of the data.
struct TeachingChange
{
    ReadingChange taught;
    ReadingChange keptOut;
    ReadingChange test;
    bool operator==(const TeachingChange &) const = default;
};

/// Shows it: before and now, and label by label what was gained and what was forgotten.
class TeachingResult final : public QWidget
{
    Q_OBJECT

public:
    explicit TeachingResult(QWidget *parent = nullptr);

    void setChange(const TeachingChange &change);
    /// For tests and the clipboard: what it shows, a line a row.
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int lines = 3;
    void describe();
    void describeLine(int line, const QString &title, const QString &help,
                      const ReadingChange &change);

    TeachingChange m_change;
    std::array<QLabel *, 2> m_heads{};
    std::array<std::array<QLabel *, 3>, lines> m_cells{}; ///< title, before, now
    GainStrip *m_strip;
    QBoxLayout *m_layout; ///< the table and the strip: beside each other where there is room
};

} // namespace nabla::ui
