// Lever: an agreement that lets citizens live in each other's countries. docs/model.md: Visas.
#include "engine/base/error.hpp"
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

/// Corridors named, and all between the places named.
std::vector<uint32_t> corridors_between(const Policy& policy, const LeverContext& context) {
  std::vector<uint32_t> found = policy.indices("corridors");
  const auto& labels = context.space("corridor").labels;
  const auto& places = context.space("place").labels;
  const auto members = policy.indices("places");
  for (uint32_t from : members)
    for (uint32_t to : members)
      for (uint32_t c = 0; from != to && c < labels.size(); ++c)
        if (labels[c] == places[from] + "->" + places[to]) found.push_back(c);
  return found;
}

std::vector<DatedChange> free_residence_changes(const Policy& policy, const LeverContext& context) {
  const auto which = corridors_between(policy, context);
  if (which.empty()) throw InputError("free residence needs corridors, or places between which");
  if (policy.intensity == 0) return {};
  std::vector<DatedChange> all{context.change(policy, "visas.free_residence", ChangeKind::set,
                                              policy.number("share"), which),
                               context.change(policy, "visas.free_residence_fee", ChangeKind::set,
                                              policy.number("fee_usd"), which)};
  // The fee is the agreement's: only the share who can use it grows with intensity and ramp.
  all.back().intensity = 1;
  all.back().ramp_months = 0;
  return all;
}

}  // namespace

LeverDeclaration free_residence_lever() {
  LeverDeclaration lever;
  lever.name = "free_residence";
  lever.sentence =
      "Opens corridors, or all between the places, to residence by right, for a fee and papers.";
  lever.scopes = {{"corridors", "corridor", false}, {"places", "place", false}};
  lever.fields = {{"share", "Share of citizens who can use it; papers keep others from it", "share",
                   FieldKind::number, 0, 1, 1.0},
                  {"fee_usd", "Fee and papers", "2020 USD", FieldKind::number, 0, 10000, 0.0}};
  lever.acts_on = {"visas.free_residence", "visas.free_residence_fee"};
  lever.cost_unit = "entry";
  lever.evidence = "Cost and bureaucracy limit how many use the agreement of Mercosur.";
  lever.source = "[ECLAC and IOM 2002]; cost not known";
  lever.changes = free_residence_changes;
  return lever;
}

}  // namespace rumbo::migration
