// Trafficking and abuse at work.
#include "models/migration/tables/axes.hpp"

namespace rumbo::migration {

NumberedTables captivity_tables(const Axes& a) {
  return {persons_sum(Table::victims_new, "victims_new", "persons taken captive and exploited",
                      {a.residence, a.way_in, a.sex, a.age_group}),
          persons_sum(Table::victims_deceived, "victims_deceived",
                      "of them, those deceived before they left, by how they came",
                      {a.residence, a.channel}),
          expected_sum(Table::victims_deceived_expected, "victims_deceived_expected",
                       "sum of the probabilities of having been deceived", {a.residence}),
          persons_point(Table::victims_held, "victims_held", "persons held and exploited",
                        {a.residence, a.purpose, a.sex, a.age_group}),
          persons_sum(Table::victims_out, "victims_out", "persons who ceased to be held",
                      {a.residence, a.way_out}),
          persons_sum(Table::victims_identified, "victims_identified",
                      "victims known to the authorities", {a.residence}),
          count_point(Table::traffickers_active, "traffickers_active", "traffickers", "traffickers",
                      {a.recruiting_place, a.reach}),
          count_sum(Table::traffickers_prosecuted, "traffickers_prosecuted",
                    "cases of trafficking brought to court by victims", "cases", {a.residence}),
          count_sum(Table::traffickers_convicted, "traffickers_convicted", "traffickers convicted",
                    "traffickers", {a.recruiting_place}),
          money_sum(Table::trafficking_bribes, "trafficking_bribes", "bribes paid by traffickers",
                    {a.residence}),
          money_sum(Table::trafficking_profit, "trafficking_profit",
                    "what traffickers gain, recruiting and risk not counted", {a.residence}),
          money_sum(Table::trafficking_seized, "trafficking_seized",
                    "assets taken from convicted traffickers", {a.recruiting_place}),
          persons_point(Table::abused, "abused", "workers abused at work",
                        {a.residence, a.status, a.sex}),
          persons_sum(Table::abuse_new, "abuse_new", "workers whose work turned abusive",
                      {a.residence, a.status, a.sex})};
}

}  // namespace rumbo::migration
