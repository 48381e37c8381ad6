// Lever: beds in shelters for victims of trafficking, and help to work. docs/model.md: Trafficking
// and abuse.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> shelters_changes(const Policy& policy, const LeverContext& context) {
  const auto places = policy.indices("places");
  std::vector<DatedChange> all{context.change(policy, "trafficking.shelter_beds", ChangeKind::add,
                                              policy.number("beds"), places)};
  if (policy.has("work_help"))
    all.push_back(context.change(policy, "trafficking.work_help", ChangeKind::set,
                                 policy.number("work_help"), places));
  return all;
}

}  // namespace

LeverDeclaration shelters_lever() {
  LeverDeclaration lever;
  lever.name = "shelters";
  lever.sentence = "Adds beds in shelters for victims of trafficking in each of the places.";
  lever.scopes = {{"places", "place", false}};
  LeverField beds{"beds", "Beds added in each place", "beds", FieldKind::number, 0, 100000};
  beds.required = true;
  lever.fields = {
      beds,
      {"work_help", "Share of freed victims who get help to work; as it is if not given", "share",
       FieldKind::number, 0, 1}};
  lever.acts_on = {"trafficking.shelter_beds", "trafficking.work_help"};
  lever.cost_per_unit_usd = 27500;
  lever.cost_unit = "bed and year";
  lever.evidence =
      "Few evaluations; that a place to go lowers the risk of falling into it again is assumed.";
  lever.source = "assumed, no study used; cost 15,000 to 40,000 USD a bed and year, assumed";
  lever.changes = shelters_changes;
  return lever;
}

}  // namespace rumbo::migration
