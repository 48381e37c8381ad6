// Lever: more or fewer places for families, and who may bring their own. docs/model.md: Visas.
#include "models/migration/policies/corridors.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> family_reunification_changes(const Policy& policy,
                                                      const LeverContext& context) {
  std::vector<DatedChange> all;
  if (policy.has("change"))
    all.push_back(context.change(policy, "visas.family_factor", policy.fields.at("change"),
                                 corridors_of(policy, context)));
  if (policy.has("sponsor_share"))
    all.push_back(context.change(policy, "visas.sponsor_share", ChangeKind::set,
                                 policy.number("sponsor_share"), policy.indices("places")));
  if (all.empty()) throw InputError("neither change nor sponsor_share is given; say what changes");
  return all;
}

}  // namespace

LeverDeclaration family_reunification_lever() {
  LeverDeclaration lever;
  lever.name = "family_reunification";
  lever.sentence =
      "Changes the yearly places for families, on which the wait depends, and the share of "
      "members who may bring their family.";
  lever.scopes = {{"corridors", "corridor", false}, {"places", "place", false}};
  lever.fields = {{"change", "Change of the places, as a share (\"+20%\") or a factor added",
                   "share", FieldKind::change, -1, 50},
                  {"sponsor_share", "Share of those with family at the places whom it may bring",
                   "share", FieldKind::number, 0, 1}};
  lever.acts_on = {"visas.family_factor", "visas.sponsor_share"};
  lever.cost_unit = "place";
  lever.evidence =
      "A cut of family places lowered entries by 32% and raised irregular ones by 24% in "
      "simulation [Simon and others 2018].";
  lever.source = "[Simon and others 2018]; cost not known";
  lever.changes = family_reunification_changes;
  return lever;
}

}  // namespace rumbo::migration
