// Lever: who is let in to claim asylum, and how fast claims are decided. docs/model.md: Shocks and
// asylum.
#include "engine/base/error.hpp"
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> asylum_access_changes(const Policy& policy, const LeverContext& context) {
  const auto places = policy.indices("places");
  std::vector<DatedChange> all;
  if (policy.has("access"))
    all.push_back(
        context.change(policy, "asylum.access", ChangeKind::set, policy.number("access"), places));
  if (policy.has("decisions")) {
    const FieldValue& field = policy.fields.at("decisions");
    const bool is_share = field.change == ChangeKind::multiply;
    all.push_back(context.change(policy,
                                 is_share ? "asylum.decisions_factor" : "asylum.decisions_added",
                                 field.change, field.number, places));
  }
  if (policy.has("work_months"))
    all.push_back(context.change(policy, "asylum.work_months", ChangeKind::set,
                                 policy.number("work_months"), places));
  if (all.empty())
    throw InputError("none of access, decisions and work_months is given; say what changes");
  return all;
}

}  // namespace

LeverDeclaration asylum_access_lever() {
  LeverDeclaration lever;
  lever.name = "asylum_access";
  lever.sentence =
      "Lets more of those who ask for asylum in, or fewer (metering, expulsion, safe third "
      "countries), and decides on more claims or fewer.";
  lever.scopes = {{"places", "place", false}};
  LeverField access{
      "access", "Probability of being let in to claim", "probability", FieldKind::number, 0, 1};
  LeverField decisions{
      "decisions",
      "Change of the claims decided a year, as a share (\"+50%\") or in claims of each place",
      "share or claims a year",
      FieldKind::change,
      -1,
      1e6};
  LeverField work{
      "work_months", "Months before claimants may work", "months", FieldKind::number, 0, 600};
  lever.fields = {access, decisions, work};
  lever.acts_on = {"asylum.access", "asylum.decisions_factor", "asylum.decisions_added",
                   "asylum.work_months"};
  lever.cost_per_unit_usd = 3000;
  lever.cost_unit = "decision beyond the usual number";
  lever.evidence =
      "Closing the way raises the use of smugglers: those turned away choose among what is left.";
  lever.source = "[ECLAC and IOM 2002]; cost 1,000 to 5,000 USD a case, assumed";
  lever.changes = asylum_access_changes;
  return lever;
}

}  // namespace rumbo::migration
