// Lever: cheaper ways of sending money home. docs/model.md: Money.
#include "engine/base/error.hpp"
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> remittance_cost_changes(const Policy& policy,
                                                 const LeverContext& context) {
  if (policy.has("change") == policy.has("target"))
    throw InputError(std::string("found ") + (policy.has("change") ? "both" : "neither") +
                     " of change and target; expected one of them");
  const auto places = policy.indices("places");
  if (policy.has("change"))
    return {
        context.change(policy, "money.remittance_cost_factor", policy.fields.at("change"), places)};
  if (policy.intensity == 0) return {};
  DatedChange target = context.change(policy, "money.remittance_cost_target", ChangeKind::set,
                                      policy.number("target"), places);
  target.intensity = 1;
  target.ramp_months = 0;
  return {target,
          context.change(policy, "money.remittance_target_share", ChangeKind::set, 1, places)};
}

}  // namespace

LeverDeclaration remittance_cost_lever() {
  LeverDeclaration lever;
  lever.name = "remittance_cost";
  lever.sentence = "Lowers what it costs to send money to a place, by a share or to a target.";
  lever.scopes = {{"places", "place", false}};
  lever.fields = {{"change", "Change of the cost of every way to the place, as a share (\"-50%\")",
                   "share", FieldKind::change, -1, 9},
                  {"target", "Cost to come down to, as a share of the amount; lower costs stay",
                   "share", FieldKind::number, 0, 1}};
  lever.acts_on = {"money.remittance_cost_factor", "money.remittance_cost_target",
                   "money.remittance_target_share"};
  lever.costs_nothing = true;
  lever.cost_unit = "1,000 USD of fees that senders save";
  lever.evidence =
      "Halving a cost of 5.8% raises what arrives by 3.1%, of 15% by 8.8%, before senders send "
      "more; the elasticity of the amount to the cost is disputed, 0 to 1.2 [Aycinena and others "
      "2010; "
      "Kpodar and Imam 2022].";
  lever.source =
      "[Aycinena and others 2010; Kpodar and Imam 2022]; goal of halving of the Summit of the "
      "Americas, Nuevo Leon 2004; no "
      "public cost assumed";
  lever.changes = remittance_cost_changes;
  return lever;
}

}  // namespace rumbo::migration
