// Lever: guardians for minors, and papers for those without. docs/model.md: Births, deaths and
// households; Trafficking and abuse.
#include "engine/base/error.hpp"
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> child_protection_changes(const Policy& policy,
                                                  const LeverContext& context) {
  if (!policy.has("guardians") && !policy.has("papers"))
    throw InputError("found neither guardians nor papers; expected at least one of them");
  const auto places = policy.indices("places");
  std::vector<DatedChange> all;
  if (policy.has("guardians"))
    all.push_back(context.change(policy, "household.guardians", ChangeKind::set,
                                 policy.number("guardians"), places));
  if (policy.has("papers"))
    all.push_back(context.change(policy, "household.minor_papers", ChangeKind::set,
                                 policy.number("papers"), places));
  return all;
}

}  // namespace

LeverDeclaration child_protection_lever() {
  LeverDeclaration lever;
  lever.name = "child_protection";
  lever.sentence =
      "Gives minors of a place guardians, and papers to those without a right to stay, so that "
      "traffickers find them less easily.";
  lever.scopes = {{"places", "place", false}};
  lever.fields = {
      {"guardians", "Share of minors whom a guardian watches over; as it is if not given", "share",
       FieldKind::number, 0, 1},
      {"papers", "Share of minors without a right to stay who get papers; as it is if not given",
       "share", FieldKind::number, 0, 1}};
  lever.acts_on = {"household.guardians", "household.minor_papers"};
  lever.cost_unit = "minor and year with a guardian, or with papers";
  lever.evidence =
      "Not evaluated; that guardians and papers make minors less vulnerable is assumed.";
  lever.source = "assumed, no study used; cost not known";
  lever.changes = child_protection_changes;
  return lever;
}

}  // namespace rumbo::migration
