// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/layer_response.h"

#include "core/measure/activation_observer.h"
#include "core/nn/layer.h"

#include <string_view>

namespace nabla::ui {

namespace {

QString activationNameOf(std::string_view id)
{
    if (id == "sigmoid")
        return QStringLiteral("σ");
    if (id == "tanh")
        return QStringLiteral("tanh");
    if (id == "relu")
        return QStringLiteral("ReLU");
    return QStringLiteral("f");
}

double nothingOf(const Activation &activation)
{
    switch (activation.silence) {
    case Silence::Saturation:
        return ActivationObserver::saturatedSlope * activation.largestSlope;
    case Silence::Rectification:
        return 0.0;
    case Silence::Never:
        break;
    }
    return -1.0;
}

} // namespace

std::optional<ResponseCurve> responseOf(const Activation &activation, const BinScale &bins)
{
    if (activation.isOfWholeExample)
        return std::nullopt;
    const std::vector<double> places = responsePlaces(bins);
    const auto count = static_cast<Eigen::Index>(places.size());
    const auto padded = static_cast<Eigen::Index>(paddedSize(static_cast<int>(count)));
    Matrix z = Matrix::Zero(padded, 1);
    for (Eigen::Index i = 0; i < count; ++i)
        z(i, 0) = static_cast<Scalar>(places[static_cast<std::size_t>(i)]);
    Matrix a(padded, 1);
    Matrix slope = Matrix::Ones(padded, 1);
    const auto outputs = static_cast<int>(padded);
    activation.apply(bestKernels(), blockOf(std::as_const(z)), outputs, blockOf(a));
    activation.multiplyByDerivative(bestKernels(), blockOf(std::as_const(a)), outputs,
                                    blockOf(slope));
    ResponseCurve response{activationNameOf(activation.id), bins, {}, {}, nothingOf(activation)};
    for (Eigen::Index i = 0; i < count; ++i) {
        response.value.push_back(static_cast<double>(a(i, 0)));
        response.slope.push_back(static_cast<double>(slope(i, 0)));
    }
    return response;
}

} // namespace nabla::ui
