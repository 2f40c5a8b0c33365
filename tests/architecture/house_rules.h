// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

// The rules of the house, each as a question to a list of sources: what breaks it, a line each.

namespace nabla::test {

struct Source
{
    QString path; ///< from the root: "core/nn/cost.cpp"
    QString text;

    [[nodiscard]] QString folder() const { return path.section('/', 0, -2); }
    [[nodiscard]] QString stem() const { return path.section('/', -1).section('.', 0, 0); }
    [[nodiscard]] QStringList includes() const;
};

/// Everything with these endings below these folders of the project.
[[nodiscard]] QList<Source> readSources(const QStringList &folders,
                                        const QStringList &endings = {"*.h", "*.cpp"});

using RoomTable = QMap<QString, QStringList>;

[[nodiscard]] QStringList forbiddenIncludes(const QList<Source> &sources, const RoomTable &mayKnow);
[[nodiscard]] QStringList foldersOutsideTheTable(const QList<Source> &sources,
                                                 const RoomTable &mayKnow);
/// What is left of the table when all that stands on firm ground is taken away.
[[nodiscard]] QStringList circle(const RoomTable &mayKnow);
/// Panels' folders know each other through the session alone; the catalogue knows them all.
[[nodiscard]] QStringList panelsThatKnowOthers(const QList<Source> &sources);
/// core and ui hold folders alone.
[[nodiscard]] QStringList looseSources(const QList<Source> &sources);
/// Folders of more than so many sources; a source and its header are one.
[[nodiscard]] QStringList crowdedFolders(const QList<Source> &sources, int most);
[[nodiscard]] QStringList longSources(const QList<Source> &sources, int mostLines);
/// Classes whose functions stand in several sources: several classes in one.
[[nodiscard]] QStringList spreadClasses(const QList<Source> &sources);
/// Classes that declare more functions than that, and do not say why in their first comment: the
/// word "functions" must stand there.
[[nodiscard]] QStringList largeClasses(const QList<Source> &sources, int mostFunctions);
/// What two sources of a folder define under one name, each for itself: where they are compiled
/// together, the second does not compile, or means the first.
[[nodiscard]] QStringList namesThatStandTwice(const QList<Source> &sources);
/// Tests that their folder's list (given as a source) does not name.
[[nodiscard]] QStringList testsThatDoNotRun(const QList<Source> &tests, const QList<Source> &lists);

} // namespace nabla::test
