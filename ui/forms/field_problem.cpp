// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_problem.h"

#include "core/nn/work_size.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <charconv>
#include <string_view>
#include <vector>

namespace nabla::ui {

namespace {

/// Only a place for tr().
struct FieldProblem
{
    Q_DECLARE_TR_FUNCTIONS(FieldProblem)
};

QString number(double value)
{
    return QLocale().toString(value, 'g', QLocale::FloatingPointShortest);
}

QString shown(const std::string &text)
{
    return QString::fromStdString(text);
}

bool isReal(const std::string &text)
{
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return !text.empty() && error == std::errc() && end == text.data() + text.size()
           && value == value;
}

bool isWhole(const std::string &text)
{
    const std::string digits = text.starts_with('-') ? text.substr(1) : text;
    return !digits.empty()
           && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

QString layerSizesProblem(const std::vector<int> &layers)
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i] < 1 || layers[i] > maxLayerSize)
            return FieldProblem::tr("Entry %1 is %2. A layer has 1 to %3 neurons.")
                .arg(i + 1)
                .arg(layers[i])
                .arg(number(maxLayerSize));
    }
    if (layers.size() < 2)
        return FieldProblem::tr("Write at least the input and the output layer: 784 10.");
    if (layers.size() > static_cast<std::size_t>(maxHiddenLayers) + 2)
        return FieldProblem::tr("%1 hidden layers are too many. At most %2 can be trained here.")
            .arg(layers.size() - 2)
            .arg(maxHiddenLayers);
    if (layers.front() != 784)
        return FieldProblem::tr("The first layer is the image, 28 × 28: it must be 784, not %1.")
            .arg(layers.front());
    if (layers.back() != 10 && layers.back() != binaryOutputs)
        return FieldProblem::tr(
                   "The last layer answers with a digit: it must be 10, or 4 for its bits, not %1.")
            .arg(layers.back());
    return FieldProblem::tr(
               "%1 weights and biases are too many. Take smaller layers, at most %2 in all.")
        .arg(number(static_cast<double>(parameterCount(layers))),
             number(static_cast<double>(maxParameters)));
}

QString layersProblem(const std::string &text)
{
    try {
        return layerSizesProblem(parseLayers(text));
    } catch (const std::invalid_argument &) {
        return FieldProblem::tr(
                   "Write whole numbers with blanks between them: 784 30 10. No layer has more "
                   "than %1 neurons.")
            .arg(number(maxLayerSize));
    }
}

} // namespace

QString fieldProblem(const Field &field, const std::string &text, const std::string &reason)
{
    switch (field.kind) {
    case FieldKind::Layers:
        return layersProblem(text);
    case FieldKind::Real:
        if (!isReal(text))
            return FieldProblem::tr("“%1” is no number. Write it as 0.1 or 1e-3.").arg(shown(text));
        return FieldProblem::tr("Must be between %1 and %2.")
            .arg(number(field.min), number(field.max));
    case FieldKind::Integer:
        if (!isWhole(text))
            return FieldProblem::tr("“%1” is no whole number.").arg(shown(text));
        return FieldProblem::tr("Must be between %1 and %2.")
            .arg(number(field.min), number(field.max));
    case FieldKind::Seed:
        return FieldProblem::tr("A seed is a whole number from 0 to 18446744073709551615.");
    case FieldKind::Choice:
    case FieldKind::ChoiceList:
    case FieldKind::Data:
        break;
    }
    return shown(reason);
}

QString misfitText(const Field &field, const ExperimentConfig &config)
{
    const std::string_view key = field.key;
    if (key == "activation")
        return FieldProblem::tr("Write one name for all hidden layers, or one for each of the %1.")
            .arg(config.layers.size() - 2);
    if (key == "miniBatchSize")
        return FieldProblem::tr("Batch normalization takes 2 to %1 digits at a time here.")
            .arg(largestNormalizedMiniBatch(config.layers));
    if (config.layers.back() == binaryOutputs)
        return FieldProblem::tr("The four outputs that give a digit’s bits are sigmoid.");
    return config.cost == "log-likelihood"
               ? FieldProblem::tr("The log-likelihood needs softmax outputs.")
               : FieldProblem::tr("The cross-entropy needs sigmoid outputs.");
}

} // namespace nabla::ui
