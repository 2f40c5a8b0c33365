// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor.h"

#include <QString>

class QLocale;

namespace nabla::ui {

/// The doctor in words, for cards and for copies. Numbers through the locale.

[[nodiscard]] QString ruleTitle(DoctorRule rule);
[[nodiscard]] QString ruleExplanation(DoctorRule rule);
[[nodiscard]] QString remedyTitle(RemedyKind kind);
[[nodiscard]] QString thresholdTitle(const ThresholdInfo &info);
[[nodiscard]] QString thresholdSource(const ThresholdInfo &info);

/// A measured number with its unit: "130 ×", "42 %", "0.018".
[[nodiscard]] QString amountText(double value, ThresholdUnit unit, const QLocale &locale);

/// A threshold as it is typed, with its unit: "0.0001", "10 ×".
[[nodiscard]] QString limitText(double value, ThresholdUnit unit, const QLocale &locale);

/// What is wrong, as a sentence: "Layer 1 learns 125 times slower than layer 4."
[[nodiscard]] QString findingSentence(const Finding &finding, const RunHistory &history,
                                      const QLocale &locale);
/// Number, threshold and step: "Measured 125 × at step 2,000 (epoch 0.4). Limit 10 ×."
[[nodiscard]] QString findingEvidence(const Finding &finding, const RunHistory &history,
                                      const QLocale &locale);

/// "Layer 2", or "The run".
[[nodiscard]] QString findingPlace(const Finding &finding);

/// "Checked: ..." and "Not judged, or not yet: ...", where there are such.
[[nodiscard]] QString judgedText(const Diagnosis &diagnosis);

/// All of it, for the clipboard.
[[nodiscard]] QString diagnosisText(const Diagnosis &diagnosis, const RunHistory &history,
                                    const QLocale &locale);

} // namespace nabla::ui
