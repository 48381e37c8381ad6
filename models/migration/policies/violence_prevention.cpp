// Lever: less violence at the places of origin. docs/model.md: Shocks and asylum.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> violence_prevention_changes(const Policy& policy,
                                                     const LeverContext& context) {
  return {context.change(policy, "shocks.violence", policy.fields.at("change"),
                         policy.indices("places"))};
}

}  // namespace

LeverDeclaration violence_prevention_lever() {
  LeverDeclaration lever;
  lever.name = "violence_prevention";
  lever.sentence =
      "Lowers the homicides, the deaths in conflict and the shocks of violence of a place: work "
      "with gangs, police, courts, peace.";
  lever.scopes = {{"places", "place", false}};
  LeverField change{"change", "Change of violence, as a share (\"-20%\") or a factor added",
                    "share",  FieldKind::change,
                    -1,       9};
  change.required = true;
  lever.fields = {change};
  lever.acts_on = {"shocks.violence"};
  lever.cost_unit = "resident and year, if one who is reached is spared all violence";
  lever.evidence =
      "Six more homicides over six years were followed by 3.7 more apprehensions of children from "
      "the same place of northern Central America [Clemens 2017].";
  lever.source = "[Clemens 2017]; cost not known";
  lever.changes = violence_prevention_changes;
  return lever;
}

}  // namespace rumbo::migration
