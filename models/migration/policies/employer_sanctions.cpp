// Lever: fines on employers of workers without the right to work. docs/model.md: Labour.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> employer_sanctions_changes(const Policy& policy,
                                                    const LeverContext& context) {
  if (policy.intensity == 0) return {};
  const auto places = policy.indices("places");
  std::vector<DatedChange> all{context.change(policy, "labour.sanction_risk", ChangeKind::set,
                                              policy.number("risk"), places)};
  if (policy.has("fine_usd")) {
    // The fine is the law's: only the risk grows with intensity and ramp.
    all.push_back(context.change(policy, "labour.sanction_fine_usd", ChangeKind::set,
                                 policy.number("fine_usd"), places));
    all.back().intensity = 1;
    all.back().ramp_months = 0;
  }
  return all;
}

}  // namespace

LeverDeclaration employer_sanctions_lever() {
  LeverDeclaration lever;
  lever.name = "employer_sanctions";
  lever.sentence = "Fines employers of workers who have no right to work.";
  lever.scopes = {{"places", "place", false}};
  LeverField risk{"risk",     "Probability a year that such a worker leads to a fine",
                  "per year", FieldKind::number,
                  0,          1};
  risk.required = true;
  lever.fields = {risk,
                  {"fine_usd", "Fine per worker found; labour.sanction_fine_usd if not given",
                   "USD", FieldKind::number, 0, 1e6}};
  lever.acts_on = {"labour.sanction_risk", "labour.sanction_fine_usd"};
  lever.cost_per_unit_usd = 175;
  lever.cost_unit = "worker found";
  lever.evidence =
      "A law of Arizona against hiring lowered the population without a right to stay by 17%, and "
      "raised self-employment (law of 2007; range of the effect 11 to 23%) [Bohn, Lofstrom and "
      "Raphael 2014].";
  lever.source =
      "[Bohn, Lofstrom and Raphael 2014; Friebel and Guriev 2006; Auriol and Mesnard 2016]; cost "
      "50 to 300 USD a worker, assumed";
  lever.changes = employer_sanctions_changes;
  return lever;
}

}  // namespace rumbo::migration
