// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QTimer>

namespace nabla::ui::test {

/// Enters the file's name into the dialog that comes up while this lives.
class FileDialogAnswer final
{
public:
    explicit FileDialogAnswer(const QString &file)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this, file] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            m_timer.stop();
            dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(file);
            QMetaObject::invokeMethod(dialog, "accept");
        });
        m_timer.start(5);
    }

private:
    QTimer m_timer;
};

} // namespace nabla::ui::test
