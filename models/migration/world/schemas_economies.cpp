// Tables of what places pay and how safe they are. See schemas.hpp.
#include "models/migration/world/schema_columns.hpp"
#include "models/migration/world/schemas.hpp"

namespace rumbo::migration {

using namespace schema;

namespace {

TableSchema economy() {
  return of_years(
      {.name = "economy",
       .meaning = "Wages, prices, work and schooling by year.",
       .columns = {place("place", "where", "living"), year(),
                   number("wage_usd_ppp2020_per_year", "pay of a standard worker",
                          "2020 PPP USD / year", 100, 1e6),
                   number("price_level_usa1", "prices, those of the USA = 1", "1", 0.02, 5),
                   number("unemployment_share", "of those who work or seek work", "share", 0, 0.6),
                   number("employment_share_15_64", "who work, of those aged 15 to 64", "share",
                          0.1, 1),
                   number("school_years_25plus", "mean years of school of adults", "years", 0, 20),
                   number("labour_share", "of output, paid for work", "share", 0.1, 1),
                   remark("human_capital_index", "human capital per worker")},
       .keys = {"place"},
       .span = SpanKind::year,
       .from = "year",
       .complete = {{"place", "living"}, {"year", "", years()}},
       .may_have_no_rows = false,
       .missing_row = "Refused for places inside and outside.",
       .beyond = "The first and the last year are held.",
       .read_by = "The labour market, and what people are taught (schooling)."});
}

TableSchema institutions() {
  return of_years(
      {.name = "institutions",
       .meaning = "Safety and democracy by year.",
       .columns = {place("place", "where", "living"), year(),
                   number("homicides_per_100k", "homicides", "1 / 100,000 persons / year", 0, 1e5),
                   number("conflict_deaths_per_100k", "deaths in conflicts",
                          "1 / 100,000 persons / year", 0, 1e5),
                   share("liberal_democracy_0_1", "index of liberal democracy")},
       .keys = {"place"},
       .span = SpanKind::year,
       .from = "year",
       .complete = {{"place", "living"}, {"year", "", years()}},
       .may_have_no_rows = false,
       .missing_row = "Refused for places inside and outside.",
       .beyond = "The first and the last year are held.",
       .read_by = "Safety in choices, each measure in standard deviations over all places and "
                  "years."});
}

}  // namespace

void declare_economies(std::vector<TableSchema>& all) {
  all.push_back(economy());
  all.push_back(institutions());
}

}  // namespace rumbo::migration
