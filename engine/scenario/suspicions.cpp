// See suspicions.hpp.
#include "engine/scenario/suspicions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/scenario/parameter_names.hpp"

namespace rumbo {
namespace {

constexpr double large_ratio = 10;       ///< of a value after and before
constexpr double percent_as_factor = 5;  ///< added to a factor: "5" is rather 5% than six times

bool share_time(const Policy& a, const Policy& b) {
  return (!a.end || b.start < *a.end) && (!b.end || a.start < *b.end);
}

bool ask_for_the_same(const Policy& a, const Policy& b) {
  const auto same_field = [](const auto& x, const auto& y) {
    return x.first == y.first && x.second.number == y.second.number &&
           x.second.change == y.second.change && x.second.text == y.second.text;
  };
  const auto when = [](const Policy& policy) { return policy.trigger ? policy.trigger->text : ""; };
  return a.lever == b.lever && a.scope == b.scope && when(a) == when(b) && share_time(a, b) &&
         std::equal(a.fields.begin(), a.fields.end(), b.fields.begin(), b.fields.end(), same_field);
}

bool changes_nothing(const DatedChange& change) {
  return (change.kind == ChangeKind::add && change.amount == 0) ||
         (change.kind == ChangeKind::multiply && change.amount == 1);
}

/// The largest value that a change makes, beside what it was.
struct Largest {
  uint32_t index = 0;
  double before = 0, after = 0;
  double ratio() const { return after / before; }
};

Largest largest_of(const DatedChange& change, const ParameterValues& base) {
  Largest found;
  const auto look = [&](uint32_t index) {
    const double before = base.at(change.parameter, index), s = change.intensity;
    const double after = change.kind == ChangeKind::add ? before + s * change.amount
                                                        : before * (1 + s * (change.amount - 1));
    if (before > 0 && (found.before == 0 || after / before > found.ratio()))
      found = {index, before, after};
  };
  if (change.indices.empty())
    for (uint32_t i = 0; i < base.all(change.parameter).size(); ++i) look(i);
  else
    for (const uint32_t index : change.indices) look(index);
  return found;
}

/// The field of kind change that a change of a parameter comes from; nullptr if it is another's.
const LeverField* field_of(const DatedChange& change, const Policy& policy,
                           const LeverDeclaration& lever) {
  for (const auto& field : lever.fields)
    if (field.kind == FieldKind::change && policy.has(field.name) &&
        policy.fields.at(field.name).number == change.amount &&
        policy.fields.at(field.name).change == change.kind)
      return &field;
  return nullptr;
}

}  // namespace

void note_never_in_force(const Scenario& scenario, const Written& written, Findings& mistakes) {
  for (const auto& policy : scenario.policies) {
    const bool is_late = policy.start >= scenario.end;
    const bool is_early = policy.end && *policy.end <= scenario.start;
    const std::string key = is_late ? "start" : "end";
    if (!policy.enabled || !(is_late || is_early) || !written.is_own(policy.place_of(key)))
      continue;
    mistakes.warn(policy.place_of(key),
                  fmt::format("policy '{}' is never in force between {} and {}: it {} {}",
                              policy.id, scenario.start.text(), (scenario.end - 1).text(),
                              is_late ? "begins in" : "ends before",
                              is_late ? policy.start.text() : policy.end->text()));
  }
}

void note_same_policies(std::span<const Policy> policies, const Written& written,
                        Findings& mistakes) {
  for (size_t j = 0; j < policies.size(); ++j) {
    if (!policies[j].enabled || !written.is_own(policies[j].where)) continue;
    for (size_t i = 0; i < policies.size(); ++i) {
      const bool is_later = i < j || !written.is_own(policies[i].where);
      if (i == j || !is_later || !policies[i].enabled ||
          !ask_for_the_same(policies[i], policies[j]))
        continue;
      mistakes.warn(policies[j].where,
                    fmt::format("policy '{}' asks for the same as '{}' ({}), in months that both "
                                "have; both act, one after the other",
                                policies[j].id, policies[i].id, policies[i].lever));
      break;
    }
  }
}

void note_odd_changes(const Policy& policy, const LeverDeclaration& lever,
                      const LeverContext& context, const Written& written, Findings& mistakes) {
  for (const auto& change : lever.changes(policy, context)) {
    const LeverField* field = field_of(change, policy, lever);
    if (!field || !written.is_own(policy.place_of(field->name))) continue;
    if (changes_nothing(change)) {
      mistakes.warn(policy.place_of(field->name),
                    fmt::format("{}.{}: found {}, which changes nothing", policy.id, field->name,
                                policy.fields.at(field->name).text));
      break;
    }
    const Largest found = largest_of(change, context.base());
    if (found.before == 0) continue;
    const auto& declaration = written.parameters[change.parameter];
    const bool adds_to_factor = change.kind == ChangeKind::add && declaration.unit == "1" &&
                                change.amount >= percent_as_factor * found.before;
    const bool is_refused = adds_to_factor && !lever.acts_on.empty();
    if (!is_refused && !adds_to_factor && found.ratio() <= large_ratio) continue;
    std::string sentence =
        fmt::format("{}.{}: found {}, which makes {} {:.6g}, {:.3g} times the {:.6g} it was",
                    policy.id, field->name, policy.fields.at(field->name).text,
                    full_name(declaration, found.index, written.spaces), found.after, found.ratio(),
                    found.before);
    if (change.kind == ChangeKind::add && change.amount >= 1)
      sentence += fmt::format("; did you mean \"{:+}%\"?", change.amount);
    if (is_refused)
      sentence +=
          fmt::format(" (or \"{:+}%\" if that is meant)", 100 * change.amount / found.before);
    is_refused ? mistakes.add(policy.place_of(field->name), sentence)
               : mistakes.warn(policy.place_of(field->name), sentence);
    break;
  }
}

}  // namespace rumbo
