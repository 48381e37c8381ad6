// Lever: more or fewer inspectors of work places. docs/model.md: Trafficking and abuse.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> labour_inspection_changes(const Policy& policy,
                                                   const LeverContext& context) {
  return {context.change(policy, "labour.inspection", policy.fields.at("change"),
                         policy.indices("places"))};
}

}  // namespace

LeverDeclaration labour_inspection_lever() {
  LeverDeclaration lever;
  lever.name = "labour_inspection";
  lever.sentence =
      "Changes how often work places are inspected, which ends abuse and finds victims.";
  lever.scopes = {{"places", "place", false}};
  LeverField change{"change", "Change of inspection, as a share (\"+100%\") or a factor added",
                    "share",  FieldKind::change,
                    -0.99,    99};
  change.required = true;
  lever.fields = {change};
  lever.acts_on = {"labour.inspection"};
  lever.cost_per_unit_usd = 60000;
  lever.cost_unit = "inspector and year";
  lever.evidence =
      "One inspector for 10,000 to 20,000 workers is asked for (International Labour "
      "Organization); effects on abuse are assumed.";
  lever.source =
      "the number of inspectors as recalled; one inspector for 20,000 workers taken as what there "
      "is; cost 10,000 "
      "to 120,000 USD a year, assumed";
  lever.changes = labour_inspection_changes;
  return lever;
}

}  // namespace rumbo::migration
