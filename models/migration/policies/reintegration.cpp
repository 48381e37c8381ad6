// Lever: work, schooling and help for those who come back. docs/model.md: Return and removal.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> reintegration_changes(const Policy& policy, const LeverContext& context) {
  return {context.change(policy, "return.reintegration", ChangeKind::set, policy.number("share"),
                         policy.indices("places"))};
}

}  // namespace

LeverDeclaration reintegration_lever() {
  LeverDeclaration lever;
  lever.name = "reintegration";
  lever.sentence =
      "Reaches those who come back to their place of birth, by will or not, with help to begin "
      "again.";
  lever.scopes = {{"places", "place", false}};
  LeverField share{"share", "Share of those back whom it reaches", "share", FieldKind::number, 0,
                   1};
  share.required = true;
  lever.fields = {share};
  lever.acts_on = {"return.reintegration"};
  lever.cost_per_unit_usd = 1500;
  lever.cost_unit = "person";
  lever.evidence =
      "Training lowers the intention to leave in the Gambia; effects on leaving again and on being "
      "trafficked again are assumed.";
  lever.source = "[Bah and others 2023]; cost 500 to 3,000 USD a person, assumed";
  lever.changes = reintegration_changes;
  return lever;
}

}  // namespace rumbo::migration
