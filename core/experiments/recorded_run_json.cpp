// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/recorded_run_json.h"

#include "core/experiments/field_table.h"
#include "core/math/digest.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

namespace nabla {

namespace {

using nlohmann::json;

constexpr const char *remedy = "; the record is of no use, record the run again";
/// first step, last step, count, min, max, sum, last
constexpr std::size_t bucketNumbers = 7;

constexpr std::pair<RunState, const char *> stateNames[] = {
    {RunState::Idle, "idle"},         {RunState::Running, "running"},
    {RunState::Paused, "paused"},     {RunState::Finished, "finished"},
    {RunState::Diverged, "diverged"}, {RunState::Failed, "failed"},
};

constexpr std::pair<double, const char *> unusualNumbers[] = {
    {std::numeric_limits<double>::infinity(), "inf"},
    {-std::numeric_limits<double>::infinity(), "-inf"},
    {std::numeric_limits<double>::quiet_NaN(), "nan"},
};

[[noreturn]] void refuse(const std::string &where, const std::string &problem)
{
    throw std::invalid_argument(where + ' ' + problem + remedy);
}

/// An evaluation on the way to a divergence may be no number, which JSON has no word for.
json fromNumber(double value)
{
    if (std::isfinite(value))
        return value;
    for (const auto &[number, name] : unusualNumbers) {
        if (value == number || (std::isnan(value) && std::isnan(number)))
            return name;
    }
    return nullptr;
}

double toNumber(const json &value, const std::string &where)
{
    if (value.is_number())
        return value.get<double>();
    for (const auto &[number, name] : unusualNumbers) {
        if (value == name)
            return number;
    }
    refuse(where, "must be a number");
}

std::uint64_t toWhole(const json &value, const std::string &where,
                      std::uint64_t max = std::numeric_limits<std::uint64_t>::max())
{
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > max)
        refuse(where, "must be a whole number from 0 to " + std::to_string(max));
    return value.get<std::uint64_t>();
}

int toInt(const json &value, const std::string &where)
{
    return static_cast<int>(toWhole(value, where, std::numeric_limits<int>::max()));
}

std::string toText(const json &value, const std::string &where)
{
    if (!value.is_string())
        refuse(where, "must be a text");
    return value.get<std::string>();
}

/// A member of an object, with the place that errors name.
struct Member
{
    const json &value;
    std::string where;
};

Member member(const json &object, const char *key, const std::string &where = {})
{
    const std::string place = where.empty() ? std::string(key) : where + '.' + key;
    const auto found = object.find(key);
    if (found == object.end())
        refuse(place, "is missing");
    return {*found, place};
}

double finite(const Member &member)
{
    const double value = toNumber(member.value, member.where);
    if (!std::isfinite(value))
        refuse(member.where, "must be finite");
    return value;
}

std::uint64_t digestOf(const Member &member)
{
    const std::string text = toText(member.value, member.where);
    std::uint64_t digest = 0;
    std::from_chars(text.data(), text.data() + text.size(), digest, 16);
    if (formatDigest(digest) != text)
        refuse(member.where, "must be sixteen hexadecimal digits");
    return digest;
}

json toJson(const RunStatusData &status)
{
    // What is written down does not run.
    const RunState state = status.state == RunState::Running ? RunState::Paused : status.state;
    const auto name
        = std::ranges::find(stateNames, state, &std::pair<RunState, const char *>::first);
    return {{"state", name->second},
            {"step", status.step},
            {"stepsPerEpoch", status.stepsPerEpoch},
            {"totalSteps", status.totalSteps},
            {"epoch", status.epoch},
            {"epochs", status.epochs},
            {"seconds", status.seconds},
            {"digitsPerSecond", status.digitsPerSecond},
            {"digest", status.hasDigest ? json(formatDigest(status.digest)) : json(nullptr)},
            {"digestStep", status.digestStep},
            {"divergedLayer", status.divergedLayer},
            {"message", status.message}};
}

RunState stateOf(const Member &member)
{
    const std::string text = toText(member.value, member.where);
    for (const auto &[state, name] : stateNames) {
        if (text == name && state != RunState::Running)
            return state;
    }
    refuse(member.where, "is \"" + text + "\", which no run at rest is");
}

RunStatusData statusOf(const json &object)
{
    const auto at = [&object](const char *key) {
        return member(object, key, "status");
    };
    const auto whole = [&at](const char *key) {
        const Member found = at(key);
        return toWhole(found.value, found.where);
    };
    const auto integer = [&at](const char *key) {
        const Member found = at(key);
        return toInt(found.value, found.where);
    };
    RunStatusData status;
    status.state = stateOf(at("state"));
    status.step = whole("step");
    status.stepsPerEpoch = whole("stepsPerEpoch");
    status.totalSteps = whole("totalSteps");
    status.epoch = integer("epoch");
    status.epochs = integer("epochs");
    status.seconds = finite(at("seconds"));
    status.digitsPerSecond = finite(at("digitsPerSecond"));
    status.hasDigest = !at("digest").value.is_null();
    status.digest = status.hasDigest ? digestOf(at("digest")) : 0;
    status.digestStep = whole("digestStep");
    status.divergedLayer = integer("divergedLayer");
    status.message = toText(at("message").value, "status.message");
    if (status.stepsPerEpoch == 0)
        refuse("status.stepsPerEpoch", "must not be 0");
    return status;
}

json toJson(const MetricBucket &bucket)
{
    if (bucket.count == 1) // most are one record
        return {bucket.firstStep, fromNumber(bucket.last)};
    return {bucket.firstStep,       bucket.lastStep,        bucket.count,
            fromNumber(bucket.min), fromNumber(bucket.max), fromNumber(bucket.sum),
            fromNumber(bucket.last)};
}

MetricBucket bucketOf(const json &numbers, const std::string &where)
{
    if (!numbers.is_array() || (numbers.size() != 2 && numbers.size() != bucketNumbers))
        refuse(where, "must be a list of 2 or of 7 numbers");
    const std::uint64_t firstStep = toWhole(numbers[0], where);
    if (numbers.size() == 2)
        return MetricBucket::of(firstStep, toNumber(numbers[1], where));
    return {firstStep,
            toWhole(numbers[1], where),
            toWhole(numbers[2], where),
            toNumber(numbers[3], where),
            toNumber(numbers[4], where),
            toNumber(numbers[5], where),
            toNumber(numbers[6], where)};
}

/// Whether these can be the count, the extremes, the sum and the last of some records.
bool isPossible(const MetricBucket &bucket)
{
    if (bucket.count == 0 || bucket.lastStep < bucket.firstStep)
        return false;
    if (!std::isfinite(bucket.min) || !std::isfinite(bucket.max) || !std::isfinite(bucket.sum))
        return true;
    constexpr double rounding = 1e-9; // of a sum of many
    const auto count = static_cast<double>(bucket.count);
    const double room = rounding * count * std::max(std::fabs(bucket.min), std::fabs(bucket.max));
    return bucket.min <= bucket.last && bucket.last <= bucket.max
           && count * bucket.min - room <= bucket.sum && bucket.sum <= count * bucket.max + room;
}

json seriesToJson(const RunHistory &history)
{
    json all = json::array();
    for (const auto &[id, series] : history.allSeries()) {
        if (series.empty())
            continue;
        const auto name = std::ranges::find(metricNames(), id.metric, &MetricName::metric);
        json buckets = json::array();
        for (const MetricBucket &bucket : series.buckets())
            buckets.push_back(toJson(bucket));
        all.push_back(
            {{"metric", name->name}, {"layer", id.layer}, {"buckets", std::move(buckets)}});
    }
    return all;
}

MetricId idOf(const json &object, const std::string &where, int layerCount)
{
    const std::string name = toText(member(object, "metric", where).value, where + ".metric");
    const MetricName *metric = findMetricName(name);
    if (!metric)
        refuse(where + ".metric", "is \"" + name + "\", which this program does not measure");
    const int layer = toInt(member(object, "layer", where).value, where + ".layer");
    const bool isLayer = layer >= 1 && layer <= layerCount;
    if (metric->isOfLayer ? !isLayer : layer != 0)
        refuse(where + ".layer", "is " + std::to_string(layer) + ", which " + name
                                     + " is not measured of in this network");
    return {metric->metric, layer};
}

void readSeries(RunHistory &history, const json &object, const std::string &where)
{
    const MetricId id = idOf(object, where, history.layerCount());
    const Member buckets = member(object, "buckets", where);
    if (!buckets.value.is_array() || buckets.value.size() > MetricSeries::defaultCapacity)
        refuse(buckets.where,
               "must be a list of at most " + std::to_string(MetricSeries::defaultCapacity));
    if (!history.series(id).empty())
        refuse(where, "is of a metric that stands there already");
    std::uint64_t reached = 0;
    for (std::size_t i = 0; i < buckets.value.size(); ++i) {
        const std::string place = buckets.where + '[' + std::to_string(i) + ']';
        const MetricBucket bucket = bucketOf(buckets.value[i], place);
        if (!isPossible(bucket) || bucket.firstStep < reached)
            refuse(place, "cannot have been measured");
        reached = bucket.lastStep;
        history.append(id, bucket);
    }
}

json toJson(const std::vector<KnobMark> &marks)
{
    json all = json::array();
    for (const KnobMark &mark : marks)
        all.push_back({{"step", mark.step},
                       {"field", mark.field},
                       {"before", mark.before},
                       {"after", mark.after}});
    return all;
}

KnobMark markOf(const json &object, const std::string &where)
{
    const Member step = member(object, "step", where);
    const Member field = member(object, "field", where);
    KnobMark mark{toWhole(step.value, step.where), toText(field.value, field.where),
                  finite(member(object, "before", where)), finite(member(object, "after", where))};
    const Field *known = findField(mark.field);
    if (!known || !known->liveTunable)
        refuse(field.where, "is \"" + mark.field + "\", which is no knob");
    return mark;
}

const json &list(const Member &member)
{
    if (!member.value.is_array())
        refuse(member.where, "must be a list");
    return member.value;
}

RunHistory historyOf(const json &object, int layerCount, std::uint64_t stepsPerEpoch)
{
    RunHistory history(layerCount, stepsPerEpoch);
    const json &series = list(member(object, "series"));
    for (std::size_t i = 0; i < series.size(); ++i)
        readSeries(history, series[i], "series[" + std::to_string(i) + ']');
    const json &marks = list(member(object, "marks"));
    for (std::size_t i = 0; i < marks.size(); ++i)
        history.mark(markOf(marks[i], "marks[" + std::to_string(i) + ']'));
    return history;
}

RecordedData dataOf(const json &object)
{
    const auto integer = [&object](const char *key) {
        const Member found = member(object, key, "data");
        return toInt(found.value, found.where);
    };
    return {toText(member(object, "title", "data").value, "data.title"), integer("training"),
            integer("validation"), integer("test")};
}

std::shared_ptr<const Confusion> confusionOf(const Member &member)
{
    if (member.value.is_null())
        return nullptr;
    auto confusion = std::make_shared<Confusion>();
    if (list(member).size() != confusion->size())
        refuse(member.where, "must have ten rows");
    for (std::size_t row = 0; row < confusion->size(); ++row) {
        const json &counts = member.value[row];
        if (!counts.is_array() || counts.size() != confusion->size())
            refuse(member.where, "must have ten numbers in a row");
        for (std::size_t column = 0; column < confusion->size(); ++column)
            (*confusion)[row][column] = toInt(counts[column], member.where);
    }
    return confusion;
}

} // namespace

json toJson(const RecordedRun &run)
{
    return {{"program", run.program},
            {"kernels", run.kernels},
            {"data",
             {{"title", run.data.title},
              {"training", run.data.training},
              {"validation", run.data.validation},
              {"test", run.data.test}}},
            {"experiment", toJson(run.experiment)},
            {"status", toJson(run.status)},
            {"marks", toJson(run.history.marks())},
            {"confusion", run.confusion ? json(*run.confusion) : json(nullptr)},
            {"series", seriesToJson(run.history)}};
}

RecordedRun recordedRunFromJson(const json &object)
{
    RecordedRun run;
    run.program = toText(member(object, "program").value, "program");
    run.kernels = toText(member(object, "kernels").value, "kernels");
    run.data = dataOf(member(object, "data").value);
    run.experiment = configFromJson(member(object, "experiment").value);
    run.status = statusOf(member(object, "status").value);
    run.history = historyOf(object, static_cast<int>(run.experiment.layers.size()) - 1,
                            run.status.stepsPerEpoch);
    run.confusion = confusionOf(member(object, "confusion"));
    return run;
}

} // namespace nabla
