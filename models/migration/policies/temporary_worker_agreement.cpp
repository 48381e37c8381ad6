// Lever: an agreement on temporary workers, paid for by employers. docs/model.md: Visas.
#include "models/migration/policies/corridors.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> temporary_worker_agreement_changes(const Policy& policy,
                                                            const LeverContext& context) {
  if (policy.intensity == 0) return {};
  std::vector<DatedChange> all{
      shared_places(policy, context, "visas.agreement_added", "places_per_year")};
  all.push_back(context.change(policy, "visas.employer_pays", ChangeKind::set,
                               policy.number("employer_pays"), corridors_of(policy, context)));
  // Who pays is part of the terms: only the number of places grows with intensity and ramp.
  all.back().intensity = 1;
  all.back().ramp_months = 0;
  return all;
}

}  // namespace

LeverDeclaration temporary_worker_agreement_lever() {
  LeverDeclaration lever;
  lever.name = "temporary_worker_agreement";
  lever.sentence =
      "Adds places for temporary work by agreement between two places; employers pay the visa.";
  lever.scopes = {{"corridors", "corridor", false}, {"places", "place", false}};
  LeverField places{"places_per_year",
                    "Places a year, shared evenly among the corridors",
                    "persons a year",
                    FieldKind::number,
                    0,
                    1e6};
  places.required = true;
  lever.fields = {places,
                  {"employer_pays", "Share of the cost of a visa that employers pay", "share",
                   FieldKind::number, 0, 1, 1.0}};
  lever.acts_on = {"visas.agreement_added", "visas.employer_pays"};
  lever.cost_unit = "place";
  lever.evidence =
      "Lawful crossings replace unlawful ones with an elasticity of -0.3 after ten months [Clemens "
      "2024]; critics of the Bracero programme point to what followed it.";
  lever.source = "[Clemens 2024; Clemens, Lewis and Postel 2018]; cost not known";
  lever.changes = temporary_worker_agreement_changes;
  return lever;
}

}  // namespace rumbo::migration
