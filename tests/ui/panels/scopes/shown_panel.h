// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/scope/scope_axis.h"
#include "ui/session/selection.h"

#include <QSize>
#include <QString>
#include <QTextDocument>

namespace nabla::ui::test {

/// A panel that takes an axis and a selection, on the screen, with both.
template <class P>
struct ShownPanel
{
    explicit ShownPanel(QSize size = {500, 300})
    {
        panel.resize(size);
        panel.show();
    }

    ScopeAxis axis;
    Selection selection;
    P panel{axis, selection};
};

/// As a person reads it.
inline QString plainText(const QString &html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText();
}

} // namespace nabla::ui::test
