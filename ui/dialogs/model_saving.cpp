// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/model_saving.h"

#include "core/experiments/model_metadata.h"
#include "core/models/model_file.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace nabla::ui {

QString saveModelOf(const Frame &frame, QWidget *parent)
{
    const auto text = [](const char *words) {
        return QCoreApplication::translate("ModelSaving", words);
    };
    if (!frame.snapshot)
        return text(QT_TRANSLATE_NOOP(
            "ModelSaving", "There is no network to save yet: the digits are still being made."));
    const QString file = QFileDialog::getSaveFileName(
        parent, text(QT_TRANSLATE_NOOP("ModelSaving", "Save the network")),
        QStringLiteral("network.safetensors"),
        text(QT_TRANSLATE_NOOP("ModelSaving", "Models (*.safetensors)")));
    if (file.isEmpty())
        return {};
    try {
        saveModel(file.toStdString(), frame.snapshot->network, modelMetadata(frame.experiment));
    } catch (const ModelFileError &error) {
        return text(QT_TRANSLATE_NOOP("ModelSaving", "The network could not be saved: %1"))
            .arg(QString::fromStdString(error.what()));
    }
    return {};
}

} // namespace nabla::ui
