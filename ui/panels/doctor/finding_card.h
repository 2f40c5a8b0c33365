// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor.h"
#include "ui/session/frame.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace nabla::ui {

/// One finding of the doctor: what, where, the number against its threshold, why, and what can be
/// tried. Texts change only where they differ, and not while a person has marked them.
class FindingCard final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingCard(QWidget *parent = nullptr);

    /// `canTry`: is there room for another run?
    void showFinding(const Finding &finding, const Frame &frame, bool canTry);
    /// What a person has marked in it; may be empty.
    [[nodiscard]] QString selectedText() const;

signals:
    void remedyChosen(const nabla::Remedy &remedy);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QLabel *makeText(QPalette::ColorRole role);
    void showTexts(const Finding &finding, const RunHistory &history);
    void showRemedies(const std::vector<Remedy> &remedies);
    void enableRemedies(const Frame &frame, bool canTry);
    void restyle();
    void arrangeButtons();

    QLabel *m_title;
    QLabel *m_dot; ///< in the layer's colour
    QLabel *m_place;
    QLabel *m_sentence;
    QLabel *m_evidence;
    QLabel *m_explanation;
    QPushButton *m_try;
    QPushButton *m_others;
    QBoxLayout *m_buttons;
    QMenu *m_menu;
    Severity m_severity = Severity::Note;
    int m_layer = 0;
    int m_layerCount = 1;
    std::vector<Remedy> m_remedies;
    QString m_language; ///< of the remedies' titles
};

} // namespace nabla::ui
