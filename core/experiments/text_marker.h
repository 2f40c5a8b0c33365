// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Marks a text of the core for translation: lupdate collects it under the given context, ui/
/// passes it through QCoreApplication::translate(context, text). The core itself never translates.
#define NABLA_TEXT(context, text) text
