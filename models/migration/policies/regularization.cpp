// Lever: a right to stay for those who live somewhere without one. docs/model.md: Status and
// regularization.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

/// Labels "ORIGIN->PLACE" of those born in one of the origins living in one of the places.
std::vector<uint32_t> diasporas(const Policy& policy, const LeverContext& context) {
  const auto n = static_cast<uint32_t>(context.space("place").labels.size());
  auto all_or = [&](const std::string& key) {
    std::vector<uint32_t> chosen = policy.indices(key);
    if (chosen.empty())
      for (uint32_t p = 0; p < n; ++p) chosen.push_back(p);
    return chosen;
  };
  std::vector<uint32_t> found;
  for (uint32_t origin : all_or("origins"))
    for (uint32_t place : all_or("places")) found.push_back(origin * n + place);
  return found;
}

std::vector<DatedChange> regularization_changes(const Policy& policy, const LeverContext& context) {
  if (policy.intensity == 0) return {};
  const auto who = diasporas(policy, context);
  std::vector<DatedChange> all;
  auto set = [&](const char* parameter, double amount, double intensity) {
    DatedChange change = context.change(policy, parameter, ChangeKind::set, amount, who);
    change.intensity = intensity;
    change.ramp_months = 0;
    all.push_back(std::move(change));
  };
  const Month cutoff = policy.has("cutoff") ? policy.month("cutoff") : policy.start - 1;
  set("regularization.share", 1.0, policy.intensity);
  set("regularization.cutoff_month", cutoff.count(), 1.0);
  set("regularization.first_month", policy.start.count(), 1.0);
  set("regularization.months", policy.end ? *policy.end - policy.start : 12, 1.0);
  set("regularization.fee", policy.number("fee_usd"), 1.0);
  if (policy.has("take_up")) set("regularization.take_up", policy.number("take_up"), 1.0);
  return all;
}

}  // namespace

LeverDeclaration regularization_lever() {
  LeverDeclaration lever;
  lever.name = "regularization";
  lever.sentence =
      "Opens a programme that gives a permanent right to stay to residents without one who arrived "
      "by a cut-off month.";
  lever.scopes = {{"places", "place", false}, {"origins", "place", false}};
  LeverField cutoff{
      "cutoff",
      "Latest month of arrival of those eligible; the month before the start if not given", "month",
      FieldKind::month};
  LeverField fee{"fee_usd", "Fee of an application", "2020 USD", FieldKind::number, 0, 100000, 0.0};
  LeverField take_up{
      "take_up", "Share of the eligible who apply at no fee; regularization.take_up if not given",
      "share",   FieldKind::number,
      0,         1};
  lever.fields = {cutoff, fee, take_up};
  lever.acts_on = {"regularization.share",       "regularization.cutoff_month",
                   "regularization.first_month", "regularization.months",
                   "regularization.fee",         "regularization.take_up"};
  lever.cost_per_unit_usd = 300;
  lever.cost_unit = "case";
  lever.evidence =
      "Wages rise by 6% (IRCA) [Kossoudji and Cobb-Clark 2002] to more; no lasting pull seen "
      "[Orrenius and Zavodny 2003; Monras and others 2018]; take-up 64% [Bahar, Ibanez and "
      "Rozo 2021].";
  lever.source =
      "[Kossoudji and Cobb-Clark 2002; Orrenius and Zavodny 2003; Monras and others 2018; Bahar, "
      "Ibanez and Rozo 2021; Mukhopadhyay 2018]; cost 100 to 600 USD a case, assumed";
  lever.changes = regularization_changes;
  return lever;
}

}  // namespace rumbo::migration
