// Lever: fewer officials who take bribes. docs/model.md: Trafficking and abuse.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> anti_corruption_changes(const Policy& policy,
                                                 const LeverContext& context) {
  return {context.change(policy, "corruption.share", policy.fields.at("change"),
                         policy.indices("places"))};
}

}  // namespace

LeverDeclaration anti_corruption_lever() {
  LeverDeclaration lever;
  lever.name = "anti_corruption";
  lever.sentence =
      "Changes the share of officials at a place who take bribes of smugglers and traffickers.";
  lever.scopes = {{"places", "place", false}};
  LeverField change{"change", "Change of the share, as a share of it (\"-30%\") or a number added",
                    "share",  FieldKind::change,
                    -1,       1};
  change.required = true;
  lever.fields = {change};
  lever.acts_on = {"corruption.share"};
  lever.cost_unit = "bribe not paid, as expected";
  lever.evidence =
      "Corruption caps what punishment deters: a bribe costs less than the penalty; compliance "
      "with the rules on prosecution, protection and prevention falls with corruption.";
  lever.source = "[Cho, Dreher and Neumayer 2014]; cost not known";
  lever.changes = anti_corruption_changes;
  return lever;
}

}  // namespace rumbo::migration
