// Lever: permits for a season's work, with the duty to go home. docs/model.md: Visas.
#include "models/migration/policies/corridors.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> seasonal_agreement_changes(const Policy& policy,
                                                    const LeverContext& context) {
  if (policy.intensity == 0) return {};
  const auto which = corridors_of(policy, context);
  std::vector<DatedChange> all{
      shared_places(policy, context, "visas.seasonal_added", "places_per_year")};
  // The terms are those of the agreement: only the number of permits grows with intensity and ramp.
  auto term = [&](const char* field, const char* parameter, std::vector<uint32_t> indices) {
    if (!policy.has(field)) return;
    all.push_back(context.change(policy, parameter, ChangeKind::set, policy.number(field),
                                 std::move(indices)));
    all.back().intensity = 1;
    all.back().ramp_months = 0;
  };
  term("employer_pays", "visas.employer_pays", which);
  term("season_months", "status.season_months", {});
  term("overstay", "status.seasonal_overstay", {});
  term("recall", "status.season_recall", {});
  return all;
}

}  // namespace

LeverDeclaration seasonal_agreement_lever() {
  LeverDeclaration lever;
  lever.name = "seasonal_agreement";
  lever.sentence =
      "Opens permits for a season's work; those who go home in time come before others the next "
      "time.";
  lever.scopes = {{"corridors", "corridor", false}, {"places", "place", false}};
  LeverField places{"places_per_year",
                    "Permits a year, shared evenly among the corridors",
                    "persons a year",
                    FieldKind::number,
                    0,
                    1e6};
  places.required = true;
  lever.fields = {
      places,
      {"employer_pays", "Share of the cost of a permit that employers pay", "share",
       FieldKind::number, 0, 1},
      {"season_months", "Length of a season, everywhere; status.season_months if not given",
       "months", FieldKind::number, 1, 12},
      {"overstay", "Share who stay on, everywhere; status.seasonal_overstay if not given", "share",
       FieldKind::number, 0, 1},
      {"recall", "Share asked for again, everywhere; status.season_recall if not given", "share",
       FieldKind::number, 0, 1}};
  lever.acts_on = {"visas.seasonal_added", "visas.employer_pays", "status.season_months",
                   "status.seasonal_overstay", "status.season_recall"};
  lever.cost_unit = "permit";
  lever.evidence =
      "Few stay on under New Zealand's scheme, and little work is displaced; a pilot between "
      "Colombia and Spain placed about 900.";
  lever.source = "as recalled; the pilot [ECLAC and IOM 2002]; cost not known";
  lever.changes = seasonal_agreement_changes;
  return lever;
}

}  // namespace rumbo::migration
