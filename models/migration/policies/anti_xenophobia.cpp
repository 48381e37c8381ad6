// Lever: schools, media and politics that stir less hostility to migrants. docs/model.md:
// Hostility.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> anti_xenophobia_changes(const Policy& policy,
                                                 const LeverContext& context) {
  return {context.change(policy, "hostility.media", policy.fields.at("change"),
                         policy.indices("places"))};
}

}  // namespace

LeverDeclaration anti_xenophobia_lever() {
  LeverDeclaration lever;
  lever.name = "anti_xenophobia";
  lever.sentence =
      "Changes what news of arrivals and of crime make of opinion about migrants at a place: "
      "schools, media, politics.";
  lever.scopes = {{"places", "place", false}};
  LeverField change{"change", "Change of what news do to opinion, as a share (\"-30%\")",
                    "share",  FieldKind::change,
                    -1,       9};
  change.required = true;
  lever.fields = {change};
  lever.acts_on = {"hostility.media"};
  lever.cost_unit = "resident and year, if news no longer move one who is reached";
  lever.evidence =
      "Mixed; what campaigns in schools do to wages, abuse and violence later on is assumed.";
  lever.source =
      "no study used; 5 to 20 USD a pupil, assumed, but how many pupils a change takes is not "
      "known";
  lever.changes = anti_xenophobia_changes;
  return lever;
}

}  // namespace rumbo::migration
