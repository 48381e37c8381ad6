// Lever: a temporary right to stay for people of places in a shock. docs/model.md: Shocks and
// asylum.
#include "engine/base/error.hpp"
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> complementary_protection_changes(const Policy& policy,
                                                          const LeverContext& context) {
  const auto places = policy.indices("places");
  std::vector<DatedChange> all;
  if (policy.has("share"))
    all.push_back(context.change(policy, "asylum.complementary", ChangeKind::set,
                                 policy.number("share"), places));
  if (policy.has("rate"))
    all.push_back(context.change(policy, "asylum.protection_rate", ChangeKind::set,
                                 policy.number("rate"), places));
  if (all.empty()) throw InputError("neither share nor rate is given; say whom it reaches");
  return all;
}

}  // namespace

LeverDeclaration complementary_protection_lever() {
  LeverDeclaration lever;
  lever.name = "complementary_protection";
  lever.sentence =
      "Gives a temporary right to stay to people whose place of birth is in a shock of any kind: "
      "to claimants of asylum who are not recognized, and to residents without a right.";
  lever.scopes = {{"places", "place", false}};
  LeverField share{"share", "Share of the claimants not recognized, at full severity of the shock",
                   "share", FieldKind::number,
                   0,       1};
  LeverField rate{
      "rate",     "Rate at which residents without a right are reached, at full severity",
      "per year", FieldKind::number,
      0,          10};
  lever.fields = {share, rate};
  lever.acts_on = {"asylum.complementary", "asylum.protection_rate"};
  lever.cost_unit = "person protected";
  lever.evidence =
      "Temporary protection was given to Salvadorans after the earthquakes of 2001, and to "
      "Hondurans and Nicaraguans after the hurricane of 1998, and prolonged for decades.";
  lever.source = "dates of public knowledge, no study used; cost not known";
  lever.changes = complementary_protection_changes;
  return lever;
}

}  // namespace rumbo::migration
