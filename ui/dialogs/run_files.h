// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace nabla::ui {

class Comparison;
class RunKeeper;

/// The run as a checkpoint, the same that `nabla train --checkpoint` keeps. Both return what went
/// wrong, in words; empty when all is well or the person decided otherwise. What goes wrong while
/// it is written is said by the session.
[[nodiscard]] QString openRun(RunKeeper &keeper, QWidget *parent);
[[nodiscard]] QString openRunFile(RunKeeper &keeper, const QString &file);
/// What was measured in a run, to compare with, as `nabla train --record` writes it.
[[nodiscard]] QString openRecord(Comparison &comparison, QWidget *parent);
[[nodiscard]] QString openRecordFile(Comparison &comparison, const QString &file);
[[nodiscard]] QString saveRecordOf(const RunKeeper &keeper, QWidget *parent);
void saveRunOf(RunKeeper &keeper, QWidget *parent);

} // namespace nabla::ui
