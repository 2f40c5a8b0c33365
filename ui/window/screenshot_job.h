// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace nabla::ui {

class MainWindow;

/// `--screenshot`: trains so many epochs, paints the window into a PNG file, says its path and ends
/// the program; with exit code 1 and a word where that cannot be done.
class ScreenshotJob final : public QObject
{
    Q_OBJECT

public:
    /// afterEpochs below 0: all of the experiment.
    ScreenshotJob(MainWindow &window, const QString &file, int afterEpochs);

private:
    void look();
    void paint();
    void fail(const QString &message);

    MainWindow &m_window;
    QString m_file;
    int m_afterEpochs;
    int m_askedEpoch = -1; ///< the last one that was asked for
    bool m_isDone = false;
};

} // namespace nabla::ui
