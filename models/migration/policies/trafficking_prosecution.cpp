// Lever: prosecution of traffickers. docs/model.md: Trafficking and abuse.
#include "engine/base/error.hpp"
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> trafficking_prosecution_changes(const Policy& policy,
                                                         const LeverContext& context) {
  const auto places = policy.indices("places");
  std::vector<DatedChange> all;
  if (policy.has("change"))
    all.push_back(
        context.change(policy, "trafficking.prosecution", policy.fields.at("change"), places));
  if (policy.has("penalty_usd"))
    all.push_back(context.change(policy, "trafficking.penalty_usd", ChangeKind::set,
                                 policy.number("penalty_usd"), places));
  if (all.empty()) throw InputError("neither change nor penalty_usd is given; say what changes");
  return all;
}

}  // namespace

LeverDeclaration trafficking_prosecution_lever() {
  LeverDeclaration lever;
  lever.name = "trafficking_prosecution";
  lever.sentence = "Finds and convicts more traffickers at a place, or punishes them harder.";
  lever.scopes = {{"places", "place", false}};
  lever.fields = {
      {"change", "Change of detection by police work, as a share (\"+100%\") or a factor added",
       "share", FieldKind::change, -1, 99},
      {"penalty_usd", "What a conviction costs the trafficker, prison counted in dollars", "USD",
       FieldKind::number, 0, 1e8}};
  lever.acts_on = {"trafficking.prosecution", "trafficking.penalty_usd"};
  lever.cost_per_unit_usd = 90000;
  lever.cost_unit = "case";
  lever.evidence =
      "Convictions per victim and year are 0.0005 to 0.01 (counts of convictions over estimates of "
      "victims); prosecution at home and abroad reinforce each other.";
  lever.source = "[Akee and others 2014]; cost 30,000 to 150,000 USD a case, assumed";
  lever.changes = trafficking_prosecution_changes;
  return lever;
}

}  // namespace rumbo::migration
