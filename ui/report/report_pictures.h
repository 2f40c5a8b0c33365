// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/frame.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <vector>

namespace nabla::ui {

/// A scope as it is drawn on a page.
struct ReportPicture
{
    QString title; ///< "Cost"
    QString description; ///< for who cannot see it
    QString caption; ///< HTML, may be empty
    QByteArray svg;
    QSize size; ///< in pixels of a screen
};

/// The scopes of the frame's runs, over the whole run and in the light theme, whatever the window
/// shows: cost, accuracy, learning speed. Empty before the first run. GUI thread; takes some tens
/// of milliseconds.
[[nodiscard]] std::vector<ReportPicture> drawScopes(const Frame &frame);

} // namespace nabla::ui
