// Comparing scenarios with the baseline. See comparison.hpp.
#include "tools/rumbo/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/base/error.hpp"
#include "tools/rumbo/samples.hpp"
#include "tools/rumbo/scenario_window.hpp"

namespace rumbo {

namespace {

/// What keeps the runs of two scenarios from being paired, over all their files.
std::vector<std::string> unlike(const ReadSeries& read, const std::string& a,
                                const std::string& b) {
  std::vector<std::string> found;
  for (const auto& one : read.facts.at(a))
    for (const auto& other : read.facts.at(b))
      for (auto& difference : differences_between(one, other))
        if (std::find(found.begin(), found.end(), difference) == found.end())
          found.push_back(std::move(difference));
  return found;
}

/// One row before its interval: the level is known only when all rows are there.
struct Draft {
  size_t scenario = 0;  ///< index into Comparison::scenarios
  std::string series;
  std::string units;
  Samples samples;
  double person = 0;
};

/// Builds a comparison step by step.
class Comparer {
 public:
  Comparer(const ReadSeries& read, const CompareRequest& request) : read_(read), request_(request) {
    result_.baseline = choose_baseline(read, request.baseline);
    result_.baseline_title = read.facts.at(result_.baseline).front().title;
    result_.error_rate = request.error_rate;
    result_.notes = read.notes;
    result_.precision = request.precision;
  }

  Comparison run() {
    refuse_if_nothing_to_compare(read_);
    for (const auto& scenario : read_.scenarios)
      if (scenario != result_.baseline) add_scenario(scenario);
    finish_rows();
    result_.warnings.assign(warnings_.begin(), warnings_.end());
    return std::move(result_);
  }

 private:
  bool decide_pairing(const std::string& scenario) {
    const auto differing = unlike(read_, result_.baseline, scenario);
    if (differing.empty()) return true;
    if (request_.unpaired == Unpaired::refuse)
      throw InputError(fmt::format(
          "'{}' and '{}' were not run to be paired: {}. Run them together (rumbo run A B), or give "
          "--unpaired to compare them as independent runs",
          scenario, result_.baseline, fmt::join(differing, "; ")));
    warnings_.insert(fmt::format(
        "'{}' is not paired with '{}' (--unpaired): differences hold those of chance and of all "
        "that differs: {}",
        scenario, result_.baseline, fmt::join(differing, "; ")));
    return false;
  }

  void add_scenario(const std::string& scenario) {
    ScenarioComparison one;
    one.scenario = scenario;
    one.title = read_.facts.at(scenario).front().title;
    one.is_paired = decide_pairing(scenario);
    const ChosenWindow chosen =
        choose_window(read_, request_, result_.baseline, scenario, one.is_paired);
    for (const auto& note : chosen.notes) add_note(note);
    one.from = read_.records.first_month(chosen.window.first);
    one.to = read_.records.last[chosen.window.last];
    one.window = chosen.reason;
    one.grouping = request_.grouping;
    result_.scenarios.push_back(one);
    const auto periods = periods_of(read_.records, chosen.window, request_.grouping);
    for (const auto& series : read_.series) add_series(series, periods);
  }

  void add_series(const SeriesValues& series, const std::vector<Period>& periods) {
    const ScenarioComparison& one = result_.scenarios.back();
    if (one.is_paired)
      for (auto& left_out : replicates_left_out(series, result_.baseline, one.scenario))
        warnings_.insert(std::move(left_out));
    std::vector<std::string> unrecorded;
    for (const auto& period : periods) {
      if (was_recorded(series, read_.records, period.records)) {
        add_draft(series, period);
        continue;
      }
      const bool is_whole = period.name.empty();
      unrecorded.push_back(is_whole ? one.from.text() + " to " + one.to.text() : period.name);
    }
    if (!unrecorded.empty()) note_unrecorded(series, unrecorded);
  }

  void note_unrecorded(const SeriesValues& series, const std::vector<std::string>& periods) {
    add_note(fmt::format("left out of {}, for nothing was recorded then: {} (counted {})",
                         fmt::join(periods, ", "), series.table,
                         occasions_sentence(series.occasions)));
  }

  void add_draft(const SeriesValues& series, const Period& period) {
    const ScenarioComparison& one = result_.scenarios.back();
    Draft draft{result_.scenarios.size() - 1, series.name, series.units,
                samples_of(series, result_.baseline, one.scenario, period.records, one.is_paired),
                series.is_count ? read_.person : 0};
    if (!period.name.empty()) draft.series += ", " + period.name;
    const size_t n = draft.samples.least();
    if (n >= 2) {
      warn_if_few(n, one.scenario);
      drafts_.push_back(std::move(draft));
      return;
    }
    const size_t runs =
        std::min(runs_of(series, one.scenario).size(), runs_of(series, result_.baseline).size());
    if (runs >= 2 && series.is_state) {  // a mean over no one
      add_note(
          fmt::format("left out, for fewer than 2 replicates have a number: {}", draft.series));
      return;
    }
    throw InputError(fmt::format(
        "'{}' and '{}' share {} replicate{} of {}; a difference needs at least 2, and {} or "
        "more are advised (rumbo run ... --replicates {})",
        one.scenario, result_.baseline, n, n == 1 ? "" : "s", draft.series, enough_replicates,
        enough_replicates));
  }

  void add_note(const std::string& note) {
    if (std::find(result_.notes.begin(), result_.notes.end(), note) == result_.notes.end())
      result_.notes.push_back(note);
  }

  void warn_if_few(size_t n, const std::string& scenario) {
    if (n < least_for_probability)
      warnings_.insert(
          fmt::format("{}: only {} replicates, too few for a probability; {} or more are advised",
                      scenario, n, enough_replicates));
    else if (n < enough_replicates)
      warnings_.insert(
          fmt::format("{}: only {} replicates, so the intervals are rough; {} or more are advised",
                      scenario, n, enough_replicates));
  }

  void finish_rows() {
    for (const auto& draft : drafts_)
      result_.n_different += !all_same(draft.samples, result_.scenarios[draft.scenario].is_paired);
    double level = interval_level;
    if (request_.error_rate == ErrorRate::family_wise && result_.n_different > 0)
      level = 1 - (1 - interval_level) / static_cast<double>(result_.n_different);
    for (auto& draft : drafts_) {
      ScenarioComparison& one = result_.scenarios[draft.scenario];
      const auto effect_of = one.is_paired ? paired_effect : unpaired_effect;
      one.rows.push_back(
          {std::move(draft.series), std::move(draft.units),
           effect_of(draft.samples.baseline, draft.samples.scenario, {level, draft.person}),
           deviation_of(draft.samples, one.is_paired)});
    }
  }

  const ReadSeries& read_;
  const CompareRequest& request_;
  Comparison result_;
  std::vector<Draft> drafts_;
  std::set<std::string> warnings_;
};

}  // namespace

std::string choose_baseline(const ReadSeries& read, const std::string& wanted) {
  const auto& scenarios = read.scenarios;
  if (wanted.empty()) return scenarios.front();
  if (std::find(scenarios.begin(), scenarios.end(), wanted) != scenarios.end()) return wanted;
  throw InputError(fmt::format("--baseline: no scenario '{}' in the results; {}", wanted,
                               expected_one_of(wanted, scenarios)));
}

void refuse_if_nothing_to_compare(const ReadSeries& read) {
  if (read.scenarios.size() < 2)
    throw InputError(fmt::format("the results hold only the scenario '{}': nothing to compare with",
                                 read.scenarios.front()));
  if (read.series.empty())
    throw InputError(
        "the results hold none of the series that were asked for; see --tables and --where");
}

Comparison compare(const ReadSeries& read, const CompareRequest& request) {
  return Comparer(read, request).run();
}

std::string verdict_text(Verdict verdict) {
  switch (verdict) {
    case Verdict::identical:
      return "identical";
    case Verdict::lower:
      return "lower";
    case Verdict::higher:
      return "higher";
    case Verdict::not_distinguishable:
      break;
  }
  return "not distinguishable";
}

std::string legend_text(const ScenarioComparison& scenario) {
  const auto has = [&](const auto& part) {
    return std::any_of(scenario.rows.begin(), scenario.rows.end(), [&](const ComparisonRow& row) {
      return row.effect.verdict != Verdict::identical && part(row.effect).has_value();
    });
  };
  std::string text;
  if (has([](const Effect& effect) { return effect.probability_of_sign; }))
    text += "P: probability that the mean differs in the direction found, of this row alone. ";
  if (has([](const Effect& effect) { return effect.share_of_sign; }))
    text += "N of M: replicates that differ in that direction. ";
  if (!text.empty()) text.pop_back();
  return text;
}

std::string chance_text(const Comparison& comparison) {
  const size_t n = comparison.n_different;
  if (n < 2) return "";
  if (comparison.error_rate == ErrorRate::family_wise)
    return fmt::format(
        "The intervals of the {} rows that differ hold together with {:.0f}% (--family-wise, "
        "Bonferroni): each is one of {:.4g}%.",
        n, 100 * comparison.level, 100 * (1 - (1 - comparison.level) / static_cast<double>(n)));
  return fmt::format(
      "{} rows differ somewhere. If no scenario had any effect on them, at most about {:.0f} would "
      "still be called higher or lower by chance; --family-wise guards against it.",
      n, (1 - comparison.level) * static_cast<double>(n));
}

}  // namespace rumbo
