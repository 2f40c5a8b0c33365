// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/help_dialog.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace nabla::ui {

namespace {

QString translated(const char *words)
{
    return QCoreApplication::translate("HelpDialog", words);
}

constexpr const char *steps[] = {
    QT_TRANSLATE_NOOP(
        "HelpDialog",
        "Press Train (Space). The digits were made by this program, so nothing is downloaded."),
    QT_TRANSLATE_NOOP(
        "HelpDialog",
        "Watch the three scopes: cost, accuracy, and how fast each layer learns. The sentence "
        "under them says what is seen."),
    QT_TRANSLATE_NOOP("HelpDialog",
                      "Draw a digit. The network reads it while it is still learning."),
    QT_TRANSLATE_NOOP(
        "HelpDialog",
        "Turn η or λ while it trains; a mark tells where. Other changes take effect at Reset."),
    QT_TRANSLATE_NOOP("HelpDialog", "Choose another experiment of the book above, or drop a folder "
                                    "of IDX files on the window."),
};

struct Key
{
    const char *keys; ///< as they stand on the keyboard
    const char *action;
};

constexpr Key keys[] = {
    {"Space", QT_TRANSLATE_NOOP("HelpDialog", "Train or pause")},
    {".", QT_TRANSLATE_NOOP("HelpDialog", "Step one mini-batch")},
    {"Shift+→", QT_TRANSLATE_NOOP("HelpDialog", "Step one epoch")},
    {"Ctrl+R", QT_TRANSLATE_NOOP("HelpDialog", "Reset: the same seed gives the same weights")},
    {"[  ]", QT_TRANSLATE_NOOP("HelpDialog", "Slower, faster")},
    {"Ctrl+L", QT_TRANSLATE_NOOP("HelpDialog", "Clear the canvas")},
    {"Ctrl+Z", QT_TRANSLATE_NOOP("HelpDialog", "Undo on the canvas")},
    {"Ctrl+O", QT_TRANSLATE_NOOP("HelpDialog", "Open a data folder")},
    {"Ctrl+Shift+O", QT_TRANSLATE_NOOP("HelpDialog", "Open a picture of a digit")},
    {"Ctrl+E", QT_TRANSLATE_NOOP("HelpDialog", "Export a report of the run")},
    {"Ctrl+S", QT_TRANSLATE_NOOP("HelpDialog", "Save the network")},
};

QString page()
{
    QString text = QStringLiteral("<h3>%1</h3><ol>")
                       .arg(translated(QT_TRANSLATE_NOOP("HelpDialog", "The first minute")));
    for (const char *step : steps)
        text += QStringLiteral("<li>%1</li>").arg(translated(step));
    text += QStringLiteral("</ol><h3>%1</h3><table>")
                .arg(translated(QT_TRANSLATE_NOOP("HelpDialog", "The keys")));
    for (const Key &key : keys)
        text += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(QString::fromUtf8(key.keys), translated(key.action));
    return text
           + QStringLiteral("</table><p>%1</p>")
                 .arg(translated(QT_TRANSLATE_NOOP(
                     "HelpDialog", "In a scope: wheel to zoom, drag to pan, double click "
                                   "to follow again, right click for more.")));
}

} // namespace

void showHelp(QWidget *parent)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(
        translated(QT_TRANSLATE_NOOP("HelpDialog", "The first minute, and the keys")));
    auto *text = new QLabel(page(), &dialog);
    text->setWordWrap(true);
    text->setMinimumWidth(440);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(&dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog.exec();
}

} // namespace nabla::ui
