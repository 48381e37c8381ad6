// Lever: programmes that pay for going back. docs/model.md: Return and removal.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> voluntary_return_changes(const Policy& policy,
                                                  const LeverContext& context) {
  if (policy.intensity == 0) return {};
  const auto places = policy.indices("places");
  std::vector<DatedChange> all{context.change(policy, "return.assisted_rate", ChangeKind::add,
                                              policy.number("rate_per_year"), places),
                               context.change(policy, "return.assisted_grant", ChangeKind::set,
                                              policy.number("grant_usd"), places)};
  // How many go grows with intensity and ramp; what each is given does not.
  all.back().intensity = 1;
  all.back().ramp_months = 0;
  return all;
}

}  // namespace

LeverDeclaration voluntary_return_lever() {
  LeverDeclaration lever;
  lever.name = "voluntary_return";
  lever.sentence =
      "Pays residents without a right to stay for going back, and gives them a grant to begin "
      "with.";
  lever.scopes = {{"places", "place", false}};
  LeverField rate{
      "rate_per_year", "Rate added to that of going back", "per year", FieldKind::number, 0, 2};
  rate.required = true;
  lever.fields = {
      rate,
      {"grant_usd", "Grant to each who goes", "2020 USD", FieldKind::number, 0, 50000, 1500.0}};
  lever.acts_on = {"return.assisted_rate", "return.assisted_grant"};
  lever.cost_per_unit_usd = 1500;
  lever.cost_unit = "return";
  lever.evidence =
      "Few take part unless they lack other means to stay; effects on going again are little "
      "studied.";
  lever.source =
      "as recalled, no study named: 1,000 to 4,000 USD a case; journey and office are counted "
      "here, the grant in "
      "table return_grants; division assumed";
  lever.changes = voluntary_return_changes;
  return lever;
}

}  // namespace rumbo::migration
