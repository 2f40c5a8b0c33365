// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

namespace nabla::ui {

/// Why there is no picture. It is put in words only when it is shown, in the language of then.
struct PictureProblem
{
    enum class Kind
    {
        None,
        NothingCopied,
        NotOnThisComputer,
        NoFile, ///< absent, a folder, or nothing with an end
        Locked,
        Empty,
        UnknownKind,
        TooLarge,
        Unreadable, ///< damaged, cut off, or larger than Qt looks at
        NoInk
    };

    Kind kind = Kind::None;
    QString name = {}; ///< the file's; empty for what was pasted or dropped without one
    QSize size = {}; ///< of what is too large, pixels
    bool operator==(const PictureProblem &) const = default;
};

/// What is wrong, with which file, and what to do; empty for none.
[[nodiscard]] QString textOf(const PictureProblem &problem);

} // namespace nabla::ui
