// Lever: waiting for a case outside, under supervision. docs/model.md: Return and removal.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> detention_alternatives_changes(const Policy& policy,
                                                        const LeverContext& context) {
  return {context.change(policy, "detention.outside_share", ChangeKind::set, policy.number("share"),
                         policy.indices("places"))};
}

}  // namespace

LeverDeclaration detention_alternatives_lever() {
  LeverDeclaration lever;
  lever.name = "detention_alternatives";
  lever.sentence =
      "Lets some of those who would be detained wait for their case outside, under supervision.";
  lever.scopes = {{"places", "place", false}};
  LeverField share{
      "share", "Share of those to be detained who wait outside", "share", FieldKind::number, 0, 1};
  share.required = true;
  lever.fields = {share};
  lever.acts_on = {"detention.outside_share"};
  lever.cost_per_unit_usd = 230;
  lever.cost_unit = "person and month";
  lever.evidence = "With case management 80 to 90% appear when their case ends.";
  lever.source =
      "as recalled, no study named; cost 5 to 10 USD a day against about 150 in detention, which "
      "is not counted "
      "here: see table detention_months";
  lever.changes = detention_alternatives_changes;
  return lever;
}

}  // namespace rumbo::migration
