// Lever: higher incomes, and credit, at the places that people leave. docs/model.md: Development at
// origin.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> origin_development_changes(const Policy& policy,
                                                    const LeverContext& context) {
  const auto places = policy.indices("places");
  std::vector<DatedChange> all{
      context.change(policy, "development.income_factor", policy.fields.at("change"), places)};
  if (policy.has("credit_usd"))
    all.push_back(context.change(policy, "money.credit", ChangeKind::add,
                                 policy.number("credit_usd"), places));
  return all;
}

}  // namespace

LeverDeclaration origin_development_lever() {
  LeverDeclaration lever;
  lever.name = "origin_development";
  lever.sentence = "Raises all wages of a place by a share, and what its households can borrow.";
  lever.scopes = {{"places", "place", false}};
  LeverField change{
      "change", "Change of wages, as a share (\"+10%\")", "share", FieldKind::change, -0.9, 9};
  change.required = true;
  lever.fields = {change,
                  {"credit_usd", "Credit a household can find beyond what it can now", "USD",
                   FieldKind::number, 0, 50000}};
  lever.acts_on = {"development.income_factor", "money.credit"};
  lever.cost_unit = "1,000 USD of earnings added, as expected";
  lever.evidence =
      "Contested: emigration rises with income below about 10,000 dollars between countries "
      "[Clemens 2020], not clearly within them. decision.liquidity 0 takes the rise away.";
  lever.source = "[Clemens 2020], contested [Murat 2020]; cost not known";
  lever.changes = origin_development_changes;
  return lever;
}

}  // namespace rumbo::migration
