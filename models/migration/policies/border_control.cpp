// Lever: more or less effort at the borders of a place. docs/model.md: Journey and crossing.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> border_control_changes(const Policy& policy, const LeverContext& context) {
  return {context.change(policy, "border.enforcement", policy.fields.at("change"),
                         policy.indices("places"))};
}

}  // namespace

LeverDeclaration border_control_lever() {
  LeverDeclaration lever;
  lever.name = "border_control";
  lever.sentence =
      "Changes the effort of border control of a place: agents, hours on watch, barriers.";
  lever.scopes = {{"places", "place", false}};
  LeverField change{"change", "Change of the effort, as a share (\"+100%\") or a factor added",
                    "share",  FieldKind::change,
                    -1,       50};
  change.required = true;
  lever.fields = {change};
  lever.acts_on = {"border.enforcement"};
  lever.cost_per_unit_usd = 190000;
  lever.cost_unit = "agent and year";
  lever.evidence =
      "A fence lowers migration by 27% where it stands and 15% next to it [Feigenberg 2020]; three "
      "times the effort raises fees by 17% [Gathmann 2008]; costlier return turns circulation into "
      "settlement [Massey, Durand and Pren 2016].";
  lever.source =
      "[Gathmann 2008; Feigenberg 2020; Massey, Durand and Pren 2016; Angelucci 2012; Lessem "
      "2018]; cost of an agent as recalled";
  lever.changes = border_control_changes;
  return lever;
}

}  // namespace rumbo::migration
