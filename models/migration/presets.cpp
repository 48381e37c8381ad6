// See presets.hpp. The share of migrants who hire a guide follows from fees and risks: it is not
// set, but what was seen of it turns apprehension per attempt into that of those without a guide.
#include "models/migration/presets.hpp"

#include "engine/maths/functions.hpp"

namespace rumbo::migration {
namespace {

/// What tells the eras apart at that border.
struct Era {
  double apprehension;  ///< per attempt, of all
  double guided;        ///< share who hire a guide
  double retry;         ///< after an apprehension
  double fee_usd;       ///< middle of what was asked
  double return_share;  ///< of those without a right to stay who are back within 12 months
  const char* apprehension_source;
  const char* retry_source;
  const char* fee_source;
};

/// Rate of going back, before what coming again costs, that gives this share at this fee.
double return_rate(double share, double fee_usd) {
  constexpr double reentry_weight = 0.2;  // return.reentry_weight as declared, per 1,000 USD
  return -rumbo::log(1 - share) * rumbo::exp(reentry_weight * fee_usd / 1000);
}

/// Apprehension of those without a guide that gives this one of all.
double without_guide(double apprehension, double guided) {
  constexpr double guide_effect = 0.3;  // border.guide_effect as declared
  return apprehension / (1 - guide_effect * guided);
}

PresetDeclaration preset(const char* name, const char* sentence, const Era& era) {
  return {name,
          sentence,
          {{"border.enforcement_year[USA]", 2000,
            "a regime and not its growth: effort as in 2000, the year of border.apprehension"},
           {"border.apprehension[MEX->USA]", without_guide(era.apprehension, era.guided),
            era.apprehension_source},
           {"border.retry[MEX->USA]", era.retry, era.retry_source},
           {"smuggling.base_fee[MEX->USA]", era.fee_usd, era.fee_source},
           {"return.rate_irregular", return_rate(era.return_share, era.fee_usd),
            "assumed: the share back within 12 months, as recalled, over what coming again costs "
            "at that fee and the declared return.reentry_weight"}}};
}

}  // namespace

const std::vector<PresetDeclaration>& migration_presets() {
  static constexpr const char* dhs = "[DHS 2017] and [Massey and Singer 1995]";
  static const std::vector<PresetDeclaration> presets{
      preset("circular80",
             "The circular migration of 1965 to 1989: few are stopped, nearly all try again, half "
             "are home within a year (about .55 hired a guide).",
             {0.35, 0.55, 0.95, 650, 0.48, dhs, dhs, "500 to 800 USD, its middle"}),
      preset("deterrence00",
             "Prevention through deterrence, fiscal years 2000 to 2007: more are stopped, journeys "
             "turn to the desert (about .85 hired a guide).",
             {0.45, 0.85, 0.85, 1750, 0.25,
              "with the retry below near .4 apprehended again, as in the National Research "
              "Council's report 13498",
              "assumed with the apprehension above", "1,500 to 2,000 USD, its middle; assumed"}),
      preset(
          "consequence16",
          "Consequences after an apprehension, fiscal years 2012 to 2016: most are stopped and "
          "few try again (about .95 hired a guide).",
          {0.70, 0.95, 0.35, 4000, 0.05, "[DHS 2017]: .55 to .85 in 2016",
           "the same, for Mexicans; .17 of all nationalities from recidivism of .12", "assumed"}),
      preset("expulsion21",
             "Expulsion without sanction, 2020 to 2021: as many are stopped, more try again (about "
             ".95 hired a guide).",
             {0.70, 0.95, 0.39, 6500, 0.05, "assumed as in 2016",
              "recidivism of .27 is apprehension x retry; .7 for single adults",
              "5,000 to 8,000 USD, its middle; assumed"})};
  return presets;
}

}  // namespace rumbo::migration
