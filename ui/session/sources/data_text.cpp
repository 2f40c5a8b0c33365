// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/sources/data_text.h"

#include "core/experiments/text_marker.h"
#include "core/sources/own_digits.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace nabla::ui {

namespace {

struct NamedData
{
    const char *id;
    const char *title;
};

// The catalogue in core names only what is installed; a saved experiment may name more.
constexpr NamedData namedData[] = {
    {"builtin", NABLA_TEXT("Data", "Built-in digits")},
    {"builtin-strong", NABLA_TEXT("Data", "Built-in digits, harder")},
    {"builtin-hands", NABLA_TEXT("Data", "Built-in digits, every hand")},
    {"mnist", NABLA_TEXT("Data", "MNIST")},
    {"fashion", NABLA_TEXT("Data", "Fashion-MNIST")},
};

constexpr const char *withOwnDigits = NABLA_TEXT("Data", "%1 and mine");

} // namespace

QString dataTitle(const std::string &source)
{
    if (const std::string base = sourceWithoutOwnDigits(source); base != source)
        return QCoreApplication::translate("Data", withOwnDigits).arg(dataTitle(base));
    for (const NamedData &data : namedData) {
        if (source == data.id)
            return QCoreApplication::translate("Data", data.title);
    }
    const QFileInfo file(QString::fromStdString(source));
    const QString name = (file.isFile() ? QFileInfo(file.path()) : file).fileName();
    return name.isEmpty() ? QString::fromStdString(source) : name;
}

bool isGeneratedData(const std::string &source)
{
    return source.starts_with("builtin");
}

} // namespace nabla::ui
