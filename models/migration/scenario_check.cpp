// See scenario_check.hpp.
#include "models/migration/scenario_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "models/migration/registry.hpp"

namespace rumbo::migration {
namespace {

/// Something counted a year of which a parameter may take some away.
struct Quota {
  const char* what;   ///< "places for work"
  ParameterId added;  ///< negative: taken away
  const char* space;
  /// What there is at an index in a month, before `added`.
  std::function<double(const ParameterValues&, size_t index, Month month)> there;
};

std::vector<Quota> quotas(const World& world) {
  const auto& ids = migration_parameter_ids();
  const auto visas = [&world](size_t corridor, VisaKind kind, Month month) {
    return world.visas(corridor, static_cast<size_t>(kind), year_index(month.year()));
  };
  return {{"places for work", ids.visas.work_added, "corridor",
           [&ids, visas](const ParameterValues& values, size_t corridor, Month month) {
             return visas(corridor, VisaKind::work, month) *
                    values.at(ids.visas.work_factor, corridor);
           }},
          {"places for seasonal work", ids.visas.seasonal_added, "corridor",
           [visas](const ParameterValues&, size_t corridor, Month month) {
             return visas(corridor, VisaKind::seasonal, month);
           }},
          {"claims of asylum decided", ids.asylum.decisions_added, "place",
           [&ids, &world](const ParameterValues& values, size_t place, Month month) {
             if (!world.takes_claims(place)) return 0.0;
             return world.asylum_decisions(place, year_index(month.year())) *
                    values.at(ids.asylum.decisions_factor, place);
           }}};
}

/// The plan as if all that waits were in force from the first month watched on.
ParameterPlan full_plan(const Scenario& scenario) {
  std::vector<DatedChange> changes = scenario.plan.changes();
  for (const auto& waiting : scenario.waiting)
    for (auto& change : waiting.changes(waiting.start)) changes.push_back(std::move(change));
  return {scenario.plan.base(), std::move(changes)};
}

/// Months in which a figure or a parameter may change.
std::set<Month> months_of(const Scenario& scenario, const ParameterPlan& plan) {
  std::set<Month> months{scenario.start};
  for (const Month month : plan.change_months(scenario.start, scenario.end)) months.insert(month);
  for (Month m = scenario.start; m < scenario.end; ++m)
    if (m.month_of_year() == 1) months.insert(m);
  return months;
}

/// Looks for what is below nothing; tells each set of policies once.
class QuotaCheck {
 public:
  QuotaCheck(const Scenario& scenario, const World& world, Findings& mistakes)
      : scenario_(scenario),
        spaces_(world.spaces()),
        quotas_(quotas(world)),
        plan_(full_plan(scenario)),
        mistakes_(mistakes) {}

  void run() {
    for (const Month month : months_of(scenario_, plan_)) {
      const ParameterValues values = plan_.values_in(month);
      for (const auto& quota : quotas_)
        for (size_t i = 0; i < values.all(quota.added).size(); ++i)
          if (values.at(quota.added, i) < 0) look(quota, values, i, month);
    }
  }

 private:
  const Scenario& scenario_;
  const std::vector<IndexSpace> spaces_;
  const std::vector<Quota> quotas_;
  const ParameterPlan plan_;
  Findings& mistakes_;
  std::set<std::pair<std::string, std::vector<std::string>>> told_;

  void look(const Quota& quota, const ParameterValues& values, size_t index, Month month) {
    const double there = quota.there(values, index, month);
    const double taken = -values.at(quota.added, index);
    if (taken <= there * (1 + 1e-9)) return;
    const auto policies = plan_.policies_at(quota.added, static_cast<uint32_t>(index), month);
    if (!told_.emplace(quota.what, policies).second) return;
    mistakes_.add(location(quota, policies),
                  fmt::format("{} {:.6g} {} a year away from {} in {}, where there are {:.6g}; "
                              "expected at most as many as there are",
                              culprits(policies), taken, quota.what, label(quota, index),
                              month.text(), there));
  }

  std::string label(const Quota& quota, size_t index) const {
    for (const auto& space : spaces_)
      if (space.name == quota.space) return space.labels[index];
    return "";
  }

  static std::string culprits(const std::vector<std::string>& policies) {
    if (policies.empty()) return "[parameters] takes";
    std::string names;
    for (const auto& id : policies) names += (names.empty() ? "'" : " and '") + id + "'";
    return policies.size() > 1 ? "policies " + names + " take" : "policy " + names + " takes";
  }

  SourceLocation location(const Quota& quota, const std::vector<std::string>& policies) const {
    for (const auto& policy : scenario_.policies)
      if (!policies.empty() && policy.id == policies.back())
        return policy.place_of(policy.written.count("visas_per_year") > 0 ? "visas_per_year"
                                                                          : "change");
    for (const auto& origin : scenario_.parameters)
      if (origin.parameter == quota.added) return origin.where;
    return {scenario_.path, 0, 0};
  }
};

}  // namespace

void check_against_world(const Scenario& scenario, const World& world, Findings& mistakes) {
  QuotaCheck(scenario, world, mistakes).run();
}

}  // namespace rumbo::migration
