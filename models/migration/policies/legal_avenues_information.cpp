// Lever: tells people at home how to leave by legal ways. docs/model.md: Beliefs.
#include "models/migration/policies/levers.hpp"

namespace rumbo::migration {
namespace {

std::vector<DatedChange> legal_avenues_information_changes(const Policy& policy,
                                                           const LeverContext& context) {
  return {context.change(policy, "information.legal_awareness", policy.fields.at("change"),
                         policy.indices("places"))};
}

}  // namespace

LeverDeclaration legal_avenues_information_lever() {
  LeverDeclaration lever;
  lever.name = "legal_avenues_information";
  lever.sentence =
      "Changes how many people at home know of visas, permits and rights to enter elsewhere.";
  lever.scopes = {{"places", "place", false}};
  LeverField change{"change", "Change of knowledge, as a share (\"+30%\")",
                    "share",  FieldKind::change,
                    -0.99,    99};
  change.required = true;
  lever.fields = {change};
  lever.acts_on = {"information.legal_awareness"};
  lever.cost_per_unit_usd = 300000;
  lever.cost_unit = "service centre and year";
  lever.evidence =
      "Told of alternatives, young people in the Gambia moved within the region more; places "
      "stay rationed, so entries with a visa hardly rise where all are taken.";
  lever.source =
      "[Bah and others 2023]; a tenth more knowledge a centre for a million residents and "
      "200,000 to 500,000 USD a centre and year, assumed";
  lever.changes = legal_avenues_information_changes;
  return lever;
}

}  // namespace rumbo::migration
