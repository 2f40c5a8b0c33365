// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/about_dialog.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace nabla::ui {

void showAbout(QWidget *parent)
{
    const auto text = [](const char *words) {
        return QCoreApplication::translate("AboutDialog", words);
    };
    QMessageBox::about(
        parent, text(QT_TRANSLATE_NOOP("AboutDialog", "About Nablascope")),
        QStringLiteral("<h3>Nablascope %1</h3><p>%2</p><p>%3</p><p>%4</p>")
            .arg(QStringLiteral(NABLA_VERSION),
                 text(QT_TRANSLATE_NOOP(
                     "AboutDialog",
                     "An oscilloscope for learning: watch neural networks learn to read "
                     "handwritten digits, layer by layer.")),
                 text(QT_TRANSLATE_NOOP(
                     "AboutDialog", "The experiments are those of Michael Nielsen’s book “Neural "
                                    "Networks and Deep Learning”.")),
                 text(QT_TRANSLATE_NOOP(
                     "AboutDialog",
                     "Free software under the GNU General Public License, version 3 or "
                     "later. It uses Qt, QCustomPlot, Eigen and Highway."))));
}

} // namespace nabla::ui
