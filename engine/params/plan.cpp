// See plan.hpp.
#include "engine/params/plan.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/base/error.hpp"

namespace rumbo {
namespace {

/// s = 0 and s = 1 are exact, so that intensity 0 is the baseline and `set` arrives at its amount.
double changed(double v, ChangeKind kind, double amount, double s) {
  if (s == 0) return v;
  switch (kind) {
    case ChangeKind::set:
      return s == 1 ? amount : v + s * (amount - v);
    case ChangeKind::add:
      return v + s * amount;
    case ChangeKind::multiply:
      return s == 1 ? v * amount : v * (1 + s * (amount - 1));
  }
  return v;
}

void apply(const DatedChange& change, Month month, ParameterValues& values) {
  const double s = change.strength(month);
  if (s == 0) return;
  const auto one = [&](size_t index) {
    const double v = values.at(change.parameter, index);
    values.set(change.parameter, index, changed(v, change.kind, change.amount, s));
  };
  if (change.indices.empty()) {
    for (size_t i = 0; i < values.all(change.parameter).size(); ++i) one(i);
  } else {
    for (const uint32_t index : change.indices) one(index);
  }
}

bool acts_on(const DatedChange& change, ParameterId parameter, uint32_t index, Month month) {
  return change.parameter == parameter && change.strength(month) > 0 &&
         (change.indices.empty() ||
          std::find(change.indices.begin(), change.indices.end(), index) != change.indices.end());
}

/// Whether a value is within the range of its declaration; NaN is out of every range.
bool is_in_range(const ParameterDeclaration& declaration, double value) {
  return value >= declaration.minimum && value <= declaration.maximum;
}

}  // namespace

double DatedChange::strength(Month month) const {
  if (month < start || (end && month >= *end)) return 0;
  const int reached = month - start + 1;
  if (reached >= ramp_months) return intensity;
  return intensity * static_cast<double>(reached) / static_cast<double>(ramp_months);
}

ParameterPlan::ParameterPlan(ParameterValues base, std::vector<DatedChange> changes)
    : base_(std::move(base)), changes_(std::move(changes)) {
  for (const auto& change : changes_) {
    RUMBO_REQUIRE(change.parameter.value < base_.size());
    for (const uint32_t index : change.indices)
      RUMBO_REQUIRE(index < base_.all(change.parameter).size());
  }
  std::stable_sort(changes_.begin(), changes_.end(),
                   [](const auto& a, const auto& b) { return a.start < b.start; });
}

ParameterValues ParameterPlan::values_in(Month month) const {
  ParameterValues values = base_;
  for (const auto& change : changes_) apply(change, month, values);
  return values;
}

std::vector<Month> ParameterPlan::change_months(Month from, Month to) const {
  std::set<Month> months;
  for (const auto& change : changes_) {
    if (change.intensity == 0) continue;
    for (int i = 0; i < std::max(change.ramp_months, 1); ++i) {
      const Month month = change.start + i;
      if (change.end && month >= *change.end) break;
      months.insert(month);
    }
    if (change.end && *change.end > change.start) months.insert(*change.end);
  }
  return {months.lower_bound(from), months.lower_bound(to)};
}

std::vector<RangeViolation> ParameterPlan::out_of_range(const ParameterRegistry& registry,
                                                        Month from, Month to) const {
  std::vector<RangeViolation> found;
  std::set<std::pair<uint32_t, std::vector<std::string>>> seen;
  std::vector<Month> months = change_months(from, to);
  if (from < to) months.insert(months.begin(), from);
  for (const Month month : months) {
    const ParameterValues values = values_in(month);
    for (uint32_t p = 0; p < registry.all().size(); ++p) {
      const auto all = values.all(ParameterId{p});
      for (uint32_t i = 0; i < all.size(); ++i) {
        if (is_in_range(registry.all()[p], all[i])) continue;
        std::vector<std::string> policies = policies_at(ParameterId{p}, i, month);
        if (seen.emplace(p, policies).second)
          found.push_back({month, ParameterId{p}, i, all[i], std::move(policies)});
      }
    }
  }
  return found;
}

std::vector<std::string> ParameterPlan::policies_at(ParameterId parameter, uint32_t index,
                                                    Month month) const {
  std::vector<std::string> found;
  for (const auto& change : changes_)
    if (acts_on(change, parameter, index, month)) found.push_back(change.policy);
  return found;
}

std::optional<PlanDifference> first_difference(const ParameterRegistry& registry,
                                               const ParameterPlan& a, const ParameterPlan& b,
                                               Month from, Month to) {
  RUMBO_REQUIRE(a.base().size() == registry.all().size());
  RUMBO_REQUIRE(b.base().size() == registry.all().size());
  if (!(from < to)) return std::nullopt;
  std::set<Month> months{from};
  for (const auto* plan : {&a, &b})
    for (const Month month : plan->change_months(from, to)) months.insert(month);
  for (const Month month : months) {
    const ParameterValues in_a = a.values_in(month), in_b = b.values_in(month);
    for (uint32_t p = 0; p < registry.all().size(); ++p) {
      const auto of_a = in_a.all(ParameterId{p}), of_b = in_b.all(ParameterId{p});
      for (uint32_t i = 0; i < std::max(of_a.size(), of_b.size()); ++i) {
        const double x = i < of_a.size() ? of_a[i] : std::nan("");
        const double y = i < of_b.size() ? of_b[i] : std::nan("");
        if (x != y) return PlanDifference{month, registry.all()[p].name, i, x, y};
      }
    }
  }
  return std::nullopt;
}

bool start_alike(const ParameterRegistry& registry, const ParameterPlan& a, const ParameterPlan& b,
                 Month start) {
  const ParameterValues in_a = a.values_in(start), in_b = b.values_in(start);
  for (uint32_t p = 0; p < registry.all().size(); ++p)
    if (registry.all()[p].read_at_start &&
        !std::ranges::equal(in_a.all(ParameterId{p}), in_b.all(ParameterId{p})))
      return false;
  return true;
}

std::optional<Month> first_other_change(const ParameterPlan& a, const ParameterPlan& b,
                                        Month from) {
  const auto& of_a = a.changes();
  const auto& of_b = b.changes();
  const auto [in_a, in_b] = std::ranges::mismatch(of_a, of_b);
  std::optional<Month> first;
  const auto look = [&](auto begin, auto end) {
    for (auto change = begin; change != end; ++change) {
      if (change->intensity == 0 || (change->end && *change->end <= from)) continue;
      const Month begins = std::max(change->start, from);
      first = first ? std::min(*first, begins) : begins;
    }
  };
  look(in_a, of_a.end());
  look(in_b, of_b.end());
  return first;
}

bool start_alike_at_any_base(const ParameterRegistry& registry, const ParameterPlan& a,
                             const ParameterPlan& b, Month start) {
  for (uint32_t p = 0; p < registry.all().size(); ++p)
    if (registry.all()[p].read_at_start &&
        !std::ranges::equal(a.base().all(ParameterId{p}), b.base().all(ParameterId{p})))
      return false;
  const auto is_read = [&](const DatedChange& change) {
    return change.strength(start) != 0 && registry[change.parameter].read_at_start;
  };
  const auto [in_a, in_b] = std::ranges::mismatch(a.changes(), b.changes());
  return std::none_of(in_a, a.changes().end(), is_read) &&
         std::none_of(in_b, b.changes().end(), is_read);
}

}  // namespace rumbo
