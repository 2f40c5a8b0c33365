// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace nabla::test {

/// What a command of `nabla` left behind.
struct CommandResult
{
    int exitCode = -1; ///< -1: it crashed, or was killed
    QByteArray output;
    QByteArray errors;
};

/// Runs NABLA_EXECUTABLE with these words to its end.
inline CommandResult runNabla(const QStringList &words, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral(NABLA_EXECUTABLE), words);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(300000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace nabla::test
