// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pictures/picture_problem.h"

#include "core/vision/gray_image.h"

#include <QCoreApplication>
#include <QLocale>

namespace nabla::ui {

namespace {

/// For Qt's translation: its context, and tr().
struct PictureReader
{
    Q_DECLARE_TR_FUNCTIONS(PictureReader)
};

QString tooLargeText(const QString &name, QSize size)
{
    const QLocale locale;
    return PictureReader::tr("%1 is too large: %2 × %3 pixels. At most %4 a side and %5 million in "
                             "all: scale it down.")
        .arg(name, locale.toString(size.width()), locale.toString(size.height()),
             locale.toString(longestPictureSide),
             locale.toString(qlonglong{mostPicturePixels / 1'000'000}));
}

} // namespace

QString textOf(const PictureProblem &problem)
{
    using Kind = PictureProblem::Kind;
    const QString name = problem.name.isEmpty() ? PictureReader::tr("This picture") : problem.name;
    switch (problem.kind) {
    case Kind::None:
        return {};
    case Kind::NothingCopied:
        return PictureReader::tr("There is no picture on the clipboard. Copy one first.");
    case Kind::NotOnThisComputer:
        return PictureReader::tr("This picture is not on this computer: save it first.");
    case Kind::NoFile:
        return PictureReader::tr("%1 is not a file. Choose a picture.").arg(name);
    case Kind::Locked:
        return PictureReader::tr("%1 cannot be opened: you may not read it.").arg(name);
    case Kind::Empty:
        return PictureReader::tr("%1 is empty. Copy or save it again.").arg(name);
    case Kind::UnknownKind:
        return PictureReader::tr("%1 is not a picture that can be read. Save it as PNG or JPEG.")
            .arg(name);
    case Kind::TooLarge:
        return tooLargeText(name, problem.size);
    case Kind::Unreadable:
        return PictureReader::tr("%1 cannot be read: damaged, cut off or far too large. Save it "
                                 "anew as PNG or JPEG.")
            .arg(name);
    case Kind::NoInk:
        return PictureReader::tr("%1 has no ink that stands out from its paper. Take one with "
                                 "more contrast.")
            .arg(name);
    }
    return {};
}

} // namespace nabla::ui
