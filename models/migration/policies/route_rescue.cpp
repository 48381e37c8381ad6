// Lever: rescue on routes and at borders. docs/model.md: Journey and crossing.
#include "engine/base/error.hpp"
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> route_rescue_changes(const Policy& policy, const LeverContext& context) {
  const double share = policy.number("share");
  const auto routes = policy.indices("routes"), places = policy.indices("places");
  if (routes.empty() && places.empty())
    throw InputError("neither routes nor places are given; say where");
  std::vector<DatedChange> all;
  if (!routes.empty())
    all.push_back(context.change(policy, "border.rescue", ChangeKind::set, share, routes));
  if (!places.empty())
    all.push_back(
        context.change(policy, "border.rescue_elsewhere", ChangeKind::set, share, places));
  return all;
}

}  // namespace

LeverDeclaration route_rescue_lever() {
  LeverDeclaration lever;
  lever.name = "route_rescue";
  lever.sentence = "Prevents deaths of those who cross: beacons, water, search and rescue.";
  lever.scopes = {{"routes", "route", false}, {"places", "place", false}};
  LeverField share{
      "share",
      "Share of deaths prevented on the routes, and at the borders without routes into "
      "the places",
      "share",
      FieldKind::number,
      0,
      1};
  share.required = true;
  lever.fields = {share};
  lever.acts_on = {"border.rescue", "border.rescue_elsewhere"};
  lever.cost_unit = "death prevented, as expected";
  lever.evidence =
      "22,076 persons were rescued at the southwest border of the United States in the fiscal year "
      "2022, when about 880 died; the share of deaths that rescue prevents is not known.";
  lever.source =
      "US Customs and Border Protection; causes of death [Sapkota and others 2006]; cost not known";
  lever.changes = route_rescue_changes;
  return lever;
}

}  // namespace rumbo::migration
