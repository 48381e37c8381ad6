// Lever: more or fewer places for work. docs/model.md: Visas.
#include "models/migration/policies/corridors.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> work_visa_quota_changes(const Policy& policy,
                                                 const LeverContext& context) {
  const auto which = corridors_of(policy, context);
  std::vector<DatedChange> all;
  if (policy.has("visas_per_year"))
    all.push_back(shared_places(policy, context, "visas.work_added", "visas_per_year"));
  if (policy.has("change")) {
    const FieldValue& field = policy.fields.at("change");
    const bool is_share = field.change == ChangeKind::multiply;
    all.push_back(context.change(policy, is_share ? "visas.work_factor" : "visas.work_added",
                                 field.change, field.number, which));
  }
  if (all.empty()) throw InputError("neither visas_per_year nor change is given; say what changes");
  return all;
}

}  // namespace

LeverDeclaration work_visa_quota_lever() {
  LeverDeclaration lever;
  lever.name = "work_visa_quota";
  lever.sentence = "Adds places for work to the yearly quota of corridors, or takes some away.";
  lever.scopes = {{"corridors", "corridor", false}, {"places", "place", false}};
  LeverField visas{"visas_per_year",
                   "Places added a year, shared evenly among the corridors (negative: taken away)",
                   "persons a year",
                   FieldKind::number,
                   -1e6,
                   1e7};
  LeverField change{
      "change",
      "Change of the places of each corridor, as a share (\"+20%\") or in places a year",
      "share or persons a year",
      FieldKind::change,
      -1,
      1e6};
  lever.fields = {visas, change};
  lever.acts_on = {"visas.work_added", "visas.work_factor"};
  lever.cost_per_unit_usd = 1000;
  lever.cost_unit = "visa";
  lever.evidence =
      "Lawful crossings replace unlawful ones with an elasticity of -0.3 after ten months [Clemens "
      "2024]; a cut of low-skill visas by a fifth raised unauthorized entry by 14% in simulation "
      "[Simon and others 2018].";
  lever.source =
      "[Clemens 2024; Simon and others 2018; Auriol and Mesnard 2016]; cost 200 to 2,000 USD a "
      "visa, assumed";
  lever.changes = work_visa_quota_changes;
  return lever;
}

}  // namespace rumbo::migration
