// Lever: tells people at home of the dangers of irregular migration. docs/model.md: Beliefs.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> risk_campaign_changes(const Policy& policy, const LeverContext& context) {
  if (policy.intensity == 0) return {};
  const auto places = policy.indices("places");
  std::vector<DatedChange> all{context.change(policy, "information.campaign_reach", ChangeKind::set,
                                              policy.number("reach"), places)};
  // What is told, and how credibly, is the campaign's: only its reach grows with intensity.
  for (const auto& [field, parameter] :
       {std::pair{"danger", "information.campaign_danger"},
        std::pair{"exploitation", "information.campaign_exploitation"},
        std::pair{"credibility", "information.campaign_credibility"}}) {
    if (!policy.has(field)) continue;
    all.push_back(context.change(policy, parameter, ChangeKind::set, policy.number(field), places));
    all.back().intensity = 1;
    all.back().ramp_months = 0;
  }
  return all;
}

}  // namespace

LeverDeclaration risk_campaign_lever() {
  LeverDeclaration lever;
  lever.name = "risk_campaign";
  lever.sentence =
      "Tells adults at home of the dangers of the journey and of exploitation. It changes beliefs, "
      "never flows directly: where danger is overestimated, the truth can raise departures.";
  lever.scopes = {{"places", "place", false}};
  LeverField reach{
      "reach", "Share of adults reached each month", "share a month", FieldKind::number, 0, 1};
  reach.required = true;
  lever.fields = {reach,
                  {"danger", "Danger told, believed over true; the truth if not given", "1",
                   FieldKind::number, 0.2, 5},
                  {"exploitation", "Risk of exploitation told, over the true one", "1",
                   FieldKind::number, 0.2, 5},
                  {"credibility", "Probability that a person reached believes it", "probability",
                   FieldKind::number, 0, 1}};
  lever.acts_on = {"information.campaign_reach", "information.campaign_danger",
                   "information.campaign_exploitation", "information.campaign_credibility"};
  lever.cost_per_unit_usd = 10;
  lever.cost_unit = "person reached";
  lever.evidence =
      "A trial in Dakar [Dunsch, Tjaden and Quiviger 2019] lowered intentions by about a fifth and "
      "raised awareness of risk (0 to 30% "
      "elsewhere); effects on behaviour are not identified.";
  lever.source =
      "[Dunsch, Tjaden and Quiviger 2019; Bah and others 2023; Shrestha 2020]; cost 5 to 50 USD a "
      "person, assumed";
  lever.changes = risk_campaign_changes;
  return lever;
}

}  // namespace rumbo::migration
