// Lever: more or fewer removals of residents without a right to stay. docs/model.md: Return and
// removal.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> deportation_changes(const Policy& policy, const LeverContext& context) {
  return {context.change(policy, "status.removal_rate", policy.fields.at("change"),
                         policy.indices("places"))};
}

}  // namespace

LeverDeclaration deportation_lever() {
  LeverDeclaration lever;
  lever.name = "deportation";
  lever.sentence = "Changes the rate at which residents without a right to stay are removed.";
  lever.scopes = {{"places", "place", false}};
  LeverField change{"change", "Change of the rate, as a share (\"+100%\") or a yearly rate added",
                    "share",  FieldKind::change,
                    -1,       50};
  change.required = true;
  lever.fields = {change};
  lever.acts_on = {"status.removal_rate"};
  lever.cost_per_unit_usd = 13000;
  lever.cost_unit = "removal";
  lever.evidence =
      "Stricter deportation can raise or lower the flow: it makes debts of the irregular harder to "
      "collect, so that smugglers finance fewer, or ask more [Friebel and Guriev 2006; Djajic "
      "and Vinogradova 2014]; those removed try again.";
  lever.source =
      "[Friebel and Guriev 2006; Djajic and Vinogradova 2014; Chassamboulli and Peri 2015]; cost "
      "10,000 to 17,000 USD a removal, assumed";
  lever.changes = deportation_changes;
  return lever;
}

}  // namespace rumbo::migration
