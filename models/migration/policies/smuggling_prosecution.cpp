// Lever: prosecution of smugglers. docs/model.md: Smugglers.
#include "engine/base/error.hpp"
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> smuggling_prosecution_changes(const Policy& policy,
                                                       const LeverContext& context) {
  const auto places = policy.indices("places");
  std::vector<DatedChange> all;
  if (policy.has("prosecution_rate"))
    all.push_back(context.change(policy, "smuggling.prosecution", ChangeKind::set,
                                 policy.number("prosecution_rate"), places));
  if (policy.has("penalty_usd"))
    all.push_back(context.change(policy, "smuggling.penalty_usd", ChangeKind::set,
                                 policy.number("penalty_usd")));
  if (all.empty())
    throw InputError("neither prosecution_rate nor penalty_usd is given; say what changes");
  return all;
}

}  // namespace

LeverDeclaration smuggling_prosecution_lever() {
  LeverDeclaration lever;
  lever.name = "smuggling_prosecution";
  lever.sentence =
      "Convicts more smugglers at the borders of a place, or "
      "punishes them harder.";
  lever.scopes = {{"places", "place", false}};
  lever.fields = {{"prosecution_rate",
                   "Probability a month that a firm that leads into the place is found and tried",
                   "per month", FieldKind::number, 0, 1},
                  {"penalty_usd", "What a conviction costs a firm, everywhere", "USD",
                   FieldKind::number, 0, 1e8}};
  lever.acts_on = {"smuggling.prosecution", "smuggling.penalty_usd"};
  lever.cost_per_unit_usd = 40000;
  lever.cost_unit = "case";
  lever.evidence =
      "By theory fees rise and the market concentrates; three "
      "times the effort at the border raised "
      "fees by 17% [Gathmann 2008].";
  lever.source =
      "[Auriol and Mesnard 2016; Gathmann 2008]; cost 20,000 to 60,000 USD a case, assumed";
  lever.changes = smuggling_prosecution_changes;
  return lever;
}

}  // namespace rumbo::migration
