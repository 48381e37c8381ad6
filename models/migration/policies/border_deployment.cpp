// Lever: more or less effort on single routes across a border. docs/model.md: Routes.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> border_deployment_changes(const Policy& policy,
                                                   const LeverContext& context) {
  return {context.change(policy, "border.route_effort", policy.fields.at("change"),
                         policy.indices("routes"))};
}

}  // namespace

LeverDeclaration border_deployment_lever() {
  LeverDeclaration lever;
  lever.name = "border_deployment";
  lever.sentence = "Puts more or less of the effort of border control on the routes named.";
  lever.scopes = {{"routes", "route", true}};
  LeverField change{
      "change",
      "Change of the effort on each of the routes, as a share (\"+100%\") or a factor added",
      "share",
      FieldKind::change,
      -1,
      50};
  change.required = true;
  lever.fields = {change};
  lever.acts_on = {"border.route_effort"};
  lever.cost_per_unit_usd = 190000;
  lever.cost_unit = "agent and year";
  lever.evidence =
      "After effort rose, the share of apprehensions at Yuma fell from 11.8% (2005) to 1.2% (2008) "
      "and that of the Rio Grande Valley rose from 8% (2000) to 53% (2014): crossings move, to "
      "deadlier terrain (operations in California and Texas, 1993 to 1995).";
  lever.source =
      "apprehensions by sector of the Border Patrol (route_shares.csv); [Gathmann 2008; Bohn and "
      "Pugatch 2015]; cost as border_control";
  lever.changes = border_deployment_changes;
  return lever;
}

}  // namespace rumbo::migration
