// Lever: protection and a right to stay for victims of trafficking. docs/model.md: Trafficking and
// abuse.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> victim_protection_changes(const Policy& policy,
                                                   const LeverContext& context) {
  if (policy.intensity == 0) return {};
  const auto places = policy.indices("places");
  std::vector<DatedChange> all{context.change(policy, "trafficking.protection", ChangeKind::set,
                                              policy.number("share"), places)};
  // Whom protection reaches is the law's: only the share grows with intensity and ramp.
  all.push_back(context.change(policy, "trafficking.protection_unconditional", ChangeKind::set,
                               policy.number("unconditional"), places));
  all.back().intensity = 1;
  all.back().ramp_months = 0;
  if (policy.has("removal_share"))
    all.push_back(context.change(policy, "trafficking.removal_of_victims", ChangeKind::set,
                                 policy.number("removal_share"), places));
  return all;
}

}  // namespace

LeverDeclaration victim_protection_lever() {
  LeverDeclaration lever;
  lever.name = "victim_protection";
  lever.sentence = "Offers protection and a right to stay to identified victims of trafficking.";
  lever.scopes = {{"places", "place", false}};
  LeverField share{"share", "Share of victims to whom it is offered", "share", FieldKind::number, 0,
                   1};
  share.required = true;
  lever.fields = {
      share,
      {"unconditional", "Whether it is offered without asking for testimony in a prosecution", "1",
       FieldKind::truth, 0, 1, 0.0},
      {"removal_share",
       "Share of the others without a right to stay who are removed; as it is if not given",
       "share", FieldKind::number, 0, 1}};
  lever.acts_on = {"trafficking.protection", "trafficking.protection_unconditional",
                   "trafficking.removal_of_victims"};
  lever.cost_per_unit_usd = 20000;
  lever.cost_unit = "victim";
  lever.evidence =
      "Of 5,000 visas a year for victims in the United States about a fifth is used; effects on "
      "reporting are assumed; counter-claim: a right to stay draws entries.";
  lever.source = "visas as recalled; cost 10,000 to 30,000 USD a victim, assumed";
  lever.changes = victim_protection_changes;
  return lever;
}

}  // namespace rumbo::migration
