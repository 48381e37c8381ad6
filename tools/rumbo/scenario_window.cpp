// See scenario_window.hpp.
#include "tools/rumbo/scenario_window.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rumbo {

namespace {

bool is_same(double a, double b) {
  return a == b || (std::isnan(a) && std::isnan(b));
}

/// First record in which any pair of runs has another number; nothing if none has.
std::optional<size_t> first_different_record(const ReadSeries& read, const std::string& a,
                                             const std::string& b) {
  std::optional<size_t> first;
  for (const auto& series : read.series) {
    const auto one = series.values.find(a), other = series.values.find(b);
    if (one == series.values.end() || other == series.values.end()) continue;
    for (const auto& [replicate, values] : one->second) {
      const auto partner = other->second.find(replicate);
      if (partner == other->second.end()) continue;
      const size_t end = first.value_or(values.size());
      for (size_t record = 0; record < end; ++record)
        if (!is_same(values[record], partner->second[record])) {
          first = record;
          break;
        }
    }
  }
  return first;
}

struct Since {
  bool is_known = false;
  std::optional<Month> month;  ///< nothing = never
};

/// What the file says, if both scenarios are in one: each differs from the first of the file.
Since recorded_difference(const ReadSeries& read, const std::string& a, const std::string& b) {
  const auto& one = read.facts.at(a);
  const auto& other = read.facts.at(b);
  if (one.size() != 1 || other.size() != 1 || one[0].path != other[0].path) return {};
  if (!one[0].says_difference || !other[0].says_difference) return {};
  Since since{true, one[0].first_difference};
  if (const auto month = other[0].first_difference)
    since.month = since.month ? std::min(*since.month, *month) : *month;
  return since;
}

}  // namespace

ChosenWindow choose_window(const ReadSeries& read, const CompareRequest& request,
                           const std::string& baseline, const std::string& scenario,
                           bool is_paired) {
  const Window all{0, read.records.last.size() - 1};
  if (request.between) {
    ChosenWindow chosen;
    chosen.window =
        window_between(read.records, request.between->first, request.between->second, chosen.notes);
    chosen.reason = "As asked for by --between.";
    return chosen;
  }
  if (!is_paired) return {all, "The whole run; --between for another window.", {}};
  const Since since = recorded_difference(read, baseline, scenario);
  if (since.month)
    return {window_since(read.records, *since.month),
            fmt::format("The scenarios differ from {} on; --between for another window.",
                        since.month->text()),
            {}};
  if (since.is_known) return {all, "The scenarios never differ in any value.", {}};
  const auto record = first_different_record(read, baseline, scenario);
  if (!record) return {all, "No number differs; --between for another window.", {}};
  return {{*record, all.last},
          fmt::format("The numbers differ from {} on; --between for another window.",
                      read.records.first_month(*record).text()),
          {}};
}

}  // namespace rumbo
