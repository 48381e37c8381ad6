// Lever: hearings and counsel before removal. docs/model.md: Return and removal.
#include "engine/base/error.hpp"
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> due_process_changes(const Policy& policy, const LeverContext& context) {
  const auto places = policy.indices("places");
  std::vector<DatedChange> all;
  auto set = [&](const char* field, const char* parameter) {
    if (policy.has(field))
      all.push_back(
          context.change(policy, parameter, ChangeKind::set, policy.number(field), places));
  };
  set("relief", "due_process.relief");
  set("delay_months", "due_process.delay_months");
  if (policy.has("error_change"))
    all.push_back(
        context.change(policy, "due_process.error", policy.fields.at("error_change"), places));
  if (all.empty())
    throw InputError("none of relief, delay_months and error_change is given; say what changes");
  return all;
}

}  // namespace

LeverDeclaration due_process_lever() {
  LeverDeclaration lever;
  lever.name = "due_process";
  lever.sentence =
      "Gives those found for removal a hearing: some may stay, cases take longer, fewer are "
      "removed by error.";
  lever.scopes = {{"places", "place", false}};
  lever.fields = {
      {"relief", "Probability that a case ends with leave to stay", "share", FieldKind::number, 0,
       1},
      {"delay_months", "Months that hearings add to a case", "months", FieldKind::number, 0, 60},
      {"error_change", "Change of the rate of error, as a share (\"-80%\") or a share added",
       "share", FieldKind::change, -1, 1}};
  lever.acts_on = {"due_process.relief", "due_process.delay_months", "due_process.error"};
  lever.cost_per_unit_usd = 3000;
  lever.cost_unit = "case";
  lever.evidence =
      "Those with counsel win more often; how many are removed by error is not known; effects are "
      "assumed.";
  lever.source =
      "as recalled, no study named; cost of counsel and hearing assumed, range 500 to 8,000 USD";
  lever.changes = due_process_changes;
  return lever;
}

}  // namespace rumbo::migration
