// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/remedy.h"

#include "core/experiments/text_marker.h"

namespace nabla {

namespace {

bool isRectified(const ExperimentConfig &config)
{
    return config.activation.find("relu") != std::string::npos;
}

/// How the network begins is one thing: the weights' scale and the biases go back to what belongs
/// to the initializer.
void setInitializer(ExperimentConfig &config, const char *initializer)
{
    const HyperParameters standard;
    config.initializer = initializer;
    config.weightScale = standard.weightScale;
    config.initialBiases = standard.initialBiases;
}

void setRate(ExperimentConfig &config, const Treated &treated, double factor)
{
    config.learningRate = treated.learningRate * factor;
}

/// lambda in proportion to the digits, as in chapter 3: 5 for 50,000.
void setBookRegularization(ExperimentConfig &config, const Treated &treated)
{
    config.regularizationParameter = 1e-4 * treated.trainingDigits;
}

struct Entry
{
    RemedyInfo info;
    void (*change)(ExperimentConfig &, const Treated &);
};

constexpr Entry remedyRows[] = {
    {{RemedyKind::ReluWithHe, "relu-he", NABLA_TEXT("Doctor", "ReLU with He's weights")},
     [](ExperimentConfig &config, const Treated &) {
         if (isRectified(config))
             return;
         config.activation = "relu";
         setInitializer(config, "he");
     }},
    {{RemedyKind::LeakyRelu, "leaky-relu", NABLA_TEXT("Doctor", "Leaky ReLU")},
     [](ExperimentConfig &config, const Treated &) {
         if (isRectified(config))
             config.activation = "leaky-relu";
     }},
    {{RemedyKind::ScaledWeights, "scaled-weights", NABLA_TEXT("Doctor", "Weights N(0, 1/√n)")},
     [](ExperimentConfig &config, const Treated &) {
         setInitializer(config, "scaled");
     }},
    {{RemedyKind::HeWeights, "he-weights", NABLA_TEXT("Doctor", "He's weights")},
     [](ExperimentConfig &config, const Treated &) {
         if (isRectified(config))
             setInitializer(config, "he");
     }},
    {{RemedyKind::BatchNormalization, "batch-normalization",
      NABLA_TEXT("Doctor", "Batch normalization")},
     [](ExperimentConfig &config, const Treated &) {
         config.normalization = "batch";
     }},
    {{RemedyKind::TenthOfRate, "rate-tenth", NABLA_TEXT("Doctor", "Learning rate ÷ 10")},
     [](ExperimentConfig &config, const Treated &treated) {
         setRate(config, treated, 0.1);
     }},
    {{RemedyKind::HundredthOfRate, "rate-hundredth", NABLA_TEXT("Doctor", "Learning rate ÷ 100")},
     [](ExperimentConfig &config, const Treated &treated) {
         setRate(config, treated, 0.01);
     }},
    {{RemedyKind::TenTimesRate, "rate-ten-times", NABLA_TEXT("Doctor", "Learning rate × 10")},
     [](ExperimentConfig &config, const Treated &treated) {
         setRate(config, treated, 10.0);
     }},
    {{RemedyKind::HundredTimesRate, "rate-hundred-times",
      NABLA_TEXT("Doctor", "Learning rate × 100")},
     [](ExperimentConfig &config, const Treated &treated) {
         setRate(config, treated, 100.0);
     }},
    {{RemedyKind::CrossEntropy, "cross-entropy", NABLA_TEXT("Doctor", "Cross-entropy")},
     [](ExperimentConfig &config, const Treated &) {
         if (config.cost != "quadratic")
             return;
         config.cost = "cross-entropy";
         fitOutputsToCost(config);
     }},
    {{RemedyKind::ClippedGradient, "clipped-gradient",
      NABLA_TEXT("Doctor", "Gradient clipped at 1")},
     [](ExperimentConfig &config, const Treated &) {
         if (config.gradientClipping == 0.0)
             config.gradientClipping = 1.0;
     }},
    {{RemedyKind::BookRegularization, "book-regularization",
      NABLA_TEXT("Doctor", "L2 λ = n/10,000")},
     setBookRegularization},
    {{RemedyKind::AllDigits, "all-digits", NABLA_TEXT("Doctor", "All training digits")},
     [](ExperimentConfig &config, const Treated &) {
         config.trainingSetSize = 0;
     }},
    {{RemedyKind::DistortedDigits, "distorted-digits", NABLA_TEXT("Doctor", "Distorted digits")},
     [](ExperimentConfig &config, const Treated &) {
         if (config.expansion == "none")
             config.expansion = "affine";
     }},
    {{RemedyKind::EarlyStopping, "early-stopping",
      NABLA_TEXT("Doctor", "Early stopping, 10 epochs")},
     [](ExperimentConfig &config, const Treated &) {
         if (config.earlyStopping == 0)
             config.earlyStopping = 10;
     }},
};

} // namespace

std::span<const RemedyInfo> remedies()
{
    static const auto infos = [] {
        std::vector<RemedyInfo> all;
        for (const Entry &entry : remedyRows)
            all.push_back(entry.info);
        return all;
    }();
    return infos;
}

const RemedyInfo &remedyInfo(RemedyKind kind)
{
    return remedyRows[static_cast<std::size_t>(kind)].info;
}

std::optional<Remedy> remedyFor(RemedyKind kind, const Treated &treated)
{
    Remedy remedy{kind, treated.experiment};
    remedyRows[static_cast<std::size_t>(kind)].change(remedy.config, treated);
    if (remedy.config == treated.experiment || !validate(remedy.config).empty())
        return std::nullopt;
    return remedy;
}

} // namespace nabla
