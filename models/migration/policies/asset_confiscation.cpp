// Lever: taking what smugglers and traffickers gained. docs/model.md: Smugglers; Trafficking and
// abuse.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> asset_confiscation_changes(const Policy& policy,
                                                    const LeverContext& context) {
  const auto places = policy.indices("places");
  const double share = policy.number("share");
  const auto whose = static_cast<int>(policy.number("of"));
  std::vector<DatedChange> all;
  if (whose != 1)
    all.push_back(context.change(policy, "trafficking.seizure", ChangeKind::set, share, places));
  if (whose != 0)
    all.push_back(context.change(policy, "smuggling.seizure", ChangeKind::set, share, places));
  return all;
}

}  // namespace

LeverDeclaration asset_confiscation_lever() {
  LeverDeclaration lever;
  lever.name = "asset_confiscation";
  lever.sentence =
      "Takes from convicted traffickers and smugglers a share of what they gain in a year.";
  lever.scopes = {{"places", "place", false}};
  LeverField share{
      "share", "Share of a year's gain taken with a conviction", "share", FieldKind::number, 0, 1};
  share.required = true;
  LeverField of{"of", "Whose assets", "1", FieldKind::choice, 0, 1, 2.0};
  of.choices = {"traffickers", "smugglers", "both"};
  lever.fields = {share, of};
  lever.acts_on = {"trafficking.seizure", "smuggling.seizure"};
  lever.costs_nothing = true;
  lever.cost_unit = "1,000 USD taken";
  lever.evidence = "What is lost at a conviction deters as a fine would; pays for itself.";
  lever.source =
      "docs/model.md: Smugglers; Trafficking and abuse; no study used; no public cost assumed";
  lever.changes = asset_confiscation_changes;
  return lever;
}

}  // namespace rumbo::migration
