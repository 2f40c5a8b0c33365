// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/field_table.h"

#include "core/experiments/field_setters.h"
#include "core/experiments/text_marker.h"

namespace nabla {

namespace {

// What more than one field may choose.
constexpr FieldChoice sigmoidChoice = {"sigmoid", NABLA_TEXT("Experiment", "sigmoid")};
constexpr FieldChoice tanhChoice = {"tanh", NABLA_TEXT("Experiment", "tanh")};
constexpr FieldChoice reluChoice = {"relu", NABLA_TEXT("Experiment", "ReLU")};
constexpr FieldChoice leakyReluChoice = {"leaky-relu", NABLA_TEXT("Experiment", "leaky ReLU")};
constexpr FieldChoice linearChoice = {"linear", NABLA_TEXT("Experiment", "linear")};
constexpr FieldChoice zerosChoice = {"zeros", NABLA_TEXT("Experiment", "all zeros")};
constexpr FieldChoice noneChoice = {"none", NABLA_TEXT("Experiment", "none")};

constexpr FieldChoice activationChoices[]
    = {sigmoidChoice, tanhChoice, reluChoice, leakyReluChoice, linearChoice};

constexpr FieldChoice outputChoices[] = {
    sigmoidChoice,   {"softmax", NABLA_TEXT("Experiment", "softmax")},
    tanhChoice,      reluChoice,
    leakyReluChoice, linearChoice,
};

constexpr FieldChoice costChoices[] = {
    {"quadratic", NABLA_TEXT("Experiment", "quadratic")},
    {"cross-entropy", NABLA_TEXT("Experiment", "cross-entropy")},
    {"log-likelihood", NABLA_TEXT("Experiment", "log-likelihood")},
};

constexpr FieldChoice initializerChoices[] = {
    {"large", NABLA_TEXT("Experiment", "N(0, 1)")},
    {"scaled", NABLA_TEXT("Experiment", "N(0, 1/√n)")},
    {"glorot", NABLA_TEXT("Experiment", "Glorot")},
    {"he", NABLA_TEXT("Experiment", "He")},
    zerosChoice,
};

constexpr FieldChoice initialBiasesChoices[] = {
    {"initializer", NABLA_TEXT("Experiment", "with the weights")},
    zerosChoice,
    {"normal", NABLA_TEXT("Experiment", "N(0, 1)")},
    {"centered", NABLA_TEXT("Experiment", "centered")},
};

constexpr FieldChoice normalizationChoices[] = {
    noneChoice,
    {"batch", NABLA_TEXT("Experiment", "batch normalization")},
};

constexpr FieldChoice optimizerChoices[] = {
    {"sgd", NABLA_TEXT("Experiment", "SGD")},
    {"momentum", NABLA_TEXT("Experiment", "momentum")},
    {"nesterov", NABLA_TEXT("Experiment", "Nesterov")},
    {"rmsprop", NABLA_TEXT("Experiment", "RMSProp")},
    {"adam", NABLA_TEXT("Experiment", "Adam")},
};

constexpr FieldChoice scheduleChoices[] = {
    {"constant", NABLA_TEXT("Experiment", "constant")},
    {"step", NABLA_TEXT("Experiment", "steps")},
    {"exponential", NABLA_TEXT("Experiment", "exponential")},
    {"cosine", NABLA_TEXT("Experiment", "cosine")},
    {"plateau", NABLA_TEXT("Experiment", "cut on a plateau")},
};

constexpr FieldChoice expansionChoices[] = {
    noneChoice,
    {"shift", NABLA_TEXT("Experiment", "shifts")},
    {"affine", NABLA_TEXT("Experiment", "shifts and rotations")},
    {"elastic", NABLA_TEXT("Experiment", "elastic")},
};

using H = ExperimentConfig;
using In = FieldGroup;

/// What a person reads of a field, and where.
struct Words
{
    const char *key;
    FieldGroup group;
    const char *title;
    const char *help;
    const char *unit = "";
};

struct Range
{
    double min = 0;
    double max = 0;
};

/// Where a field has its say.
struct When
{
    bool liveTunable = false;
    bool advanced = false;
    bool (*relevant)(const ExperimentConfig &) = nullptr;
};

template <auto Member>
constexpr Field row(FieldKind kind, FieldSetter set, const Words &words, const Range &range = {},
                    std::span<const FieldChoice> choices = {}, const When &when = {})
{
    return {.key = words.key,
            .kind = kind,
            .group = words.group,
            .title = words.title,
            .help = words.help,
            .unit = words.unit,
            .min = range.min,
            .max = range.max,
            .liveTunable = when.liveTunable,
            .advanced = when.advanced,
            .choices = choices,
            .set = set,
            .get = getField<Member>,
            .relevant = when.relevant};
}

template <auto Member>
constexpr Field real(const Words &words, const Range &range, const When &when = {})
{
    return row<Member>(FieldKind::Real, setField<Member, checkedReal>, words, range, {}, when);
}

template <auto Member>
constexpr Field integer(const Words &words, const Range &range, const When &when = {})
{
    return row<Member>(FieldKind::Integer, setField<Member, checkedInteger>, words, range, {},
                       when);
}

template <auto Member>
constexpr Field choice(const Words &words, std::span<const FieldChoice> choices,
                       const When &when = {})
{
    return row<Member>(FieldKind::Choice, setField<Member, checkedChoice>, words, {}, choices,
                       when);
}

bool usesMomentum(const ExperimentConfig &config)
{
    return config.optimizer != "sgd" && config.optimizer != "rmsprop";
}

bool usesSquaredGradients(const ExperimentConfig &config)
{
    return config.optimizer == "rmsprop" || config.optimizer == "adam";
}

bool hasScheduleFactor(const ExperimentConfig &config)
{
    return config.schedule != "constant" && config.schedule != "cosine";
}

bool hasScheduleEpochs(const ExperimentConfig &config)
{
    return config.schedule == "step" || config.schedule == "plateau";
}

bool hasPlateau(const ExperimentConfig &config)
{
    return config.schedule == "plateau";
}

bool hasExpansion(const ExperimentConfig &config)
{
    return config.expansion != "none";
}

constexpr Field table[] = {
    row<&H::layers>(
        FieldKind::Layers, setLayers,
        {"layers", In::Network, NABLA_TEXT("Experiment", "Layers"),
         NABLA_TEXT(
             "Experiment",
             "Neurons in each layer, from the 784 pixels to the 10 digits: 784,30,10 has one "
             "hidden layer of 30. A last layer of 4 answers with the digit's bits.")},
        {1, maxLayerSize}),
    row<&H::activation>(
        FieldKind::ChoiceList, setField<&H::activation, checkedChoices>,
        {"activation", In::Network, NABLA_TEXT("Experiment", "Activation"),
         NABLA_TEXT("Experiment",
                    "The function σ of the hidden neurons, a = σ(z): one for all hidden "
                    "layers, or one for each, such as relu,relu,tanh.")},
        {}, activationChoices),
    choice<&H::outputActivation>(
        {"outputActivation", In::Network, NABLA_TEXT("Experiment", "Outputs"),
         NABLA_TEXT("Experiment", "The function of the output neurons. The cross-entropy needs "
                                  "sigmoid, the log-likelihood softmax, whose outputs sum to 1; "
                                  "the quadratic cost takes any.")},
        outputChoices, {.advanced = true}),
    choice<&H::cost>(
        {"cost", In::Network, NABLA_TEXT("Experiment", "Cost"),
         NABLA_TEXT("Experiment",
                    "What learning makes small. Quadratic: ½‖a − y‖². Cross-entropy: −Σ[y ln a + "
                    "(1 − y) ln(1 − a)], which does not slow down when the network is badly wrong. "
                    "Log-likelihood: −ln of the right digit's softmax output.")},
        costChoices),
    choice<&H::initializer>(
        {"initializer", In::Network, NABLA_TEXT("Experiment", "Weights"),
         NABLA_TEXT("Experiment",
                    "How the weights are drawn at the start: with standard deviation 1, or 1/√n "
                    "with n the number of inputs of the neuron, so that neurons do not start "
                    "saturated; biases are N(0, 1) in both. Glorot: √(2/(n + m)) with m outputs; "
                    "He: √(2/n), for ReLU; both with biases 0. All zeros: the neurons of a layer "
                    "stay alike for ever.")},
        initializerChoices),
    real<&H::weightScale>(
        {"weightScale", In::Network, NABLA_TEXT("Experiment", "Weight scale"),
         NABLA_TEXT("Experiment",
                    "Multiplies the weights at the start: small ones let the gradient "
                    "vanish, large ones with centered biases let it explode.")},
        {0, 1000}, {.advanced = true}),
    choice<&H::initialBiases>(
        {"initialBiases", In::Network, NABLA_TEXT("Experiment", "Biases"),
         NABLA_TEXT(
             "Experiment",
             "Where the biases begin: as it belongs to the weights, at 0, drawn from N(0, 1), "
             "or centered, so that z = 0 where the layer before is in its middle and σ′ is at "
             "its largest, as in the book's exploding gradient.")},
        initialBiasesChoices, {.advanced = true}),
    choice<&H::normalization>(
        {"normalization", In::Network, NABLA_TEXT("Experiment", "Normalization"),
         NABLA_TEXT("Experiment",
                    "Batch normalization brings the weighted inputs of each hidden neuron to mean "
                    "0 and deviation 1 over the mini-batch; when the network reads, running "
                    "averages take their place. One cure for the vanishing gradient.")},
        normalizationChoices, {.advanced = true}),
    choice<&H::optimizer>(
        {"optimizer", In::Learning, NABLA_TEXT("Experiment", "Optimizer"),
         NABLA_TEXT("Experiment",
                    "How a step follows from the gradient: straight down (stochastic gradient "
                    "descent), with momentum, with Nesterov's look ahead, or with a rate for each "
                    "weight (RMSProp, Adam), for which η is about 0.001.")},
        optimizerChoices),
    real<&H::learningRate>(
        {"learningRate", In::Learning, NABLA_TEXT("Experiment", "Learning rate η"),
         NABLA_TEXT("Experiment", "How far each step goes down the gradient: w → w − η ∂C/∂w. Can "
                                  "be turned while it trains.")},
        {1e-9, 1000}, {.liveTunable = true}),
    real<&H::momentumCoefficient>(
        {"momentumCoefficient", In::Learning, NABLA_TEXT("Experiment", "Momentum μ"),
         NABLA_TEXT("Experiment", "How much of its velocity a weight keeps: v → μv − η ∂C/∂w; 1 − "
                                  "μ is the friction. Adam's β₁.")},
        {0, 0.9999}, {.advanced = true, .relevant = usesMomentum}),
    real<&H::squaredGradientDecay>(
        {"squaredGradientDecay", In::Learning, NABLA_TEXT("Experiment", "Memory ρ"),
         NABLA_TEXT("Experiment", "How slowly the running mean of the squared gradient forgets: "
                                  "RMSProp's ρ, Adam's β₂.")},
        {0, 0.999999}, {.advanced = true, .relevant = usesSquaredGradients}),
    choice<&H::schedule>(
        {"schedule", In::Learning, NABLA_TEXT("Experiment", "Schedule"),
         NABLA_TEXT("Experiment",
                    "How η changes: never; times a factor every few epochs, or every epoch; along "
                    "half a cosine to 0 at the end; or cut when the accuracy on the validation "
                    "digits has not improved for some epochs.")},
        scheduleChoices, {.advanced = true}),
    real<&H::scheduleFactor>({"scheduleFactor", In::Learning, NABLA_TEXT("Experiment", "Factor"),
                              NABLA_TEXT("Experiment", "What the schedule multiplies η by.")},
                             {0.001, 0.9999}, {.advanced = true, .relevant = hasScheduleFactor}),
    integer<&H::scheduleEpochs>(
        {"scheduleEpochs", In::Learning, NABLA_TEXT("Experiment", "Every"),
         NABLA_TEXT("Experiment", "Epochs from one step of the schedule to the next; on a plateau, "
                                  "epochs without a better validation accuracy before a cut."),
         NABLA_TEXT("Experiment", "epochs")},
        {1, 1'000'000}, {.advanced = true, .relevant = hasScheduleEpochs}),
    integer<&H::scheduleStop>(
        {"scheduleStop", In::Learning, NABLA_TEXT("Experiment", "Stop at 1/"),
         NABLA_TEXT("Experiment", "Training ends when cuts have brought η down to this part of "
                                  "where it began, 128 for 1/128; 0: it goes on.")},
        {0, 1'000'000}, {.advanced = true, .relevant = hasPlateau}),
    integer<&H::miniBatchSize>(
        {"miniBatchSize", In::Learning, NABLA_TEXT("Experiment", "Mini-batch"),
         NABLA_TEXT("Experiment", "Digits whose gradients are averaged for one step. As many as "
                                  "the training set: full-batch gradient descent."),
         NABLA_TEXT("Experiment", "digits")},
        {1, 1'000'000}),
    integer<&H::epochs>({"epochs", In::Learning, NABLA_TEXT("Experiment", "Epochs"),
                         NABLA_TEXT("Experiment", "Passes over the training digits."),
                         NABLA_TEXT("Experiment", "epochs")},
                        {0, 1'000'000}),
    integer<&H::earlyStopping>(
        {"earlyStopping", In::Learning, NABLA_TEXT("Experiment", "Stop early"),
         NABLA_TEXT("Experiment",
                    "Ends the training after so many epochs without a better accuracy "
                    "on the validation digits; 0: never."),
         NABLA_TEXT("Experiment", "epochs")},
        {0, 1'000'000}, {.advanced = true}),
    real<&H::gradientClipping>(
        {"gradientClipping", In::Learning, NABLA_TEXT("Experiment", "Clip gradient"),
         NABLA_TEXT("Experiment", "A gradient longer than this is shortened to it, so that one "
                                  "exploding step cannot ruin the run; 0: never.")},
        {0, 1e6}, {.advanced = true}),
    real<&H::regularizationParameter>(
        {"regularizationParameter", In::Regularization, NABLA_TEXT("Experiment", "L2 λ"),
         NABLA_TEXT("Experiment", "Weight decay: the cost gains λ/2n Σw², n the number of training "
                                  "digits. 0 switches it off. Can be turned while it trains.")},
        {0, 100'000}, {.liveTunable = true}),
    real<&H::l1RegularizationParameter>(
        {"l1RegularizationParameter", In::Regularization, NABLA_TEXT("Experiment", "L1 λ"),
         NABLA_TEXT("Experiment", "The cost gains λ/n Σ|w|: small weights shrink to nothing, few "
                                  "large ones remain. 0 switches it off.")},
        {0, 100'000}, {.advanced = true}),
    real<&H::dropout>(
        {"dropout", In::Regularization, NABLA_TEXT("Experiment", "Dropout"),
         NABLA_TEXT("Experiment", "Share of the hidden neurons that is left out of each step, "
                                  "others each time; 0.5 is Hinton's. 0 switches it off.")},
        {0, 0.95}, {.advanced = true}),
    real<&H::maxNorm>(
        {"maxNorm", In::Regularization, NABLA_TEXT("Experiment", "Max-norm"),
         NABLA_TEXT("Experiment", "Weights that enter a neuron are scaled down when their norm is "
                                  "larger than this; 0: never.")},
        {0, 1e6}, {.advanced = true}),
    choice<&H::expansion>(
        {"expansion", In::Regularization, NABLA_TEXT("Experiment", "Expanded data"),
         NABLA_TEXT("Experiment",
                    "Shows the network every training digit distorted anew in each epoch: shifted, "
                    "also rotated, scaled and sheared, or also elastically, like a hand that "
                    "wavers.")},
        expansionChoices, {.advanced = true}),
    real<&H::expansionStrength>(
        {"expansionStrength", In::Regularization, NABLA_TEXT("Experiment", "Strength"),
         NABLA_TEXT("Experiment", "Times the distortion: 1 looks like other people's handwriting, "
                                  "2 is wild.")},
        {0.05, 3}, {.advanced = true, .relevant = hasExpansion}),
    row<&H::seed>(
        FieldKind::Seed, setSeed,
        {"seed", In::Run, NABLA_TEXT("Experiment", "Seed"),
         NABLA_TEXT(
             "Experiment",
             "Start of all random numbers: the same seed gives the same run, bit for bit.")}),
    integer<&H::trainingSetSize>(
        {"trainingSetSize", In::Run, NABLA_TEXT("Experiment", "Training digits"),
         NABLA_TEXT("Experiment", "Train on the first so many digits only; 0 takes all of them."),
         NABLA_TEXT("Experiment", "digits")},
        {0, 10'000'000}),
    row<&H::data>(FieldKind::Data, setData,
                  {"data", In::Run, NABLA_TEXT("Experiment", "Data"),
                   NABLA_TEXT("Experiment",
                              "The digits to learn from: builtin, builtin-strong, builtin-hands, "
                              "mnist, fashion, or a folder of IDX files.")}),
};

} // namespace

std::span<const Field> fieldTable()
{
    return table;
}

std::string flagOf(const Field &field)
{
    std::string flag;
    for (const char c : std::string_view(field.key)) {
        if (c >= 'A' && c <= 'Z')
            flag += {'-', static_cast<char>(c - 'A' + 'a')};
        else
            flag += c;
    }
    return flag;
}

bool isSame(const Field &field, const ExperimentConfig &a, const ExperimentConfig &b)
{
    return field.get(a) == field.get(b);
}

bool isDefault(const Field &field, const ExperimentConfig &config)
{
    return isSame(field, config, ExperimentConfig());
}

const Field *findField(std::string_view key)
{
    for (const Field &field : table) {
        if (key == field.key)
            return &field;
    }
    return nullptr;
}

} // namespace nabla
