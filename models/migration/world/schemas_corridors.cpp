// Tables of what lies between places: distance, borders, effort, the cost of sending money. See
// schemas.hpp.
#include "models/migration/registry.hpp"
#include "models/migration/world/schema_columns.hpp"
#include "models/migration/world/schemas.hpp"

namespace rumbo::migration {

using namespace schema;

namespace {

/// A figure that is the default of a parameter, within its range.
ColumnSchema default_of(std::string name, const std::string& parameter) {
  const auto& declared = migration_parameters()[migration_parameters().require(parameter)];
  std::string meaning = declared.meaning;
  if (meaning.ends_with('.')) meaning.pop_back();
  return number(std::move(name), meaning + " (default of `" + parameter + "`)", declared.unit,
                declared.minimum, declared.maximum);
}

TableSchema corridors() {
  return {.name = "corridors",
          .meaning = "Ordered pairs of places between which people may move.",
          .columns = {place("origin", "from", "living", Misfit::refused),
                      place("destination", "to", "living", Misfit::refused),
                      number("distance_km", "between the capitals", "km", 1, 30000),
                      flag("contiguous_01", "the places touch"),
                      flag("common_language_01", "they share a language"),
                      flag("colonial_link_01", "one has ruled the other"),
                      flag("visit_visa_required_01", "a visit needs a visa")},
          .keys = {"origin", "destination"},
          .pairs = {{"origin", "destination"}},
          .missing_row = "No persons move that way.",
          .read_by = "Choices of destination and channel."};
}

TableSchema borders() {
  return {
      .name = "borders",
      .meaning = "Borders of corridors that can be crossed without a right to enter.",
      .columns = {place("from_place", "from", "living"), place("to_place", "to", "living"),
                  word("mode", "how; routes are on borders by land only", {"land", "sea", "air"}),
                  number("days", "on the way", "days", 0, 400),
                  number("money_cost_usd2020", "cost besides the smuggler", "2020 USD", 0, 1e5),
                  default_of("smuggler_fee_usd2020", "smuggling.base_fee"),
                  default_of("apprehension_per_attempt", "border.apprehension"),
                  default_of("death_per_attempt", "border.death"),
                  default_of("retry_share", "border.retry")},
      .keys = {"from_place", "to_place"},
      .pairs = {{"from_place", "to_place", "corridor"}},
      .missing_row = "No persons cross there without a right to enter.",
      .read_by = "Crossings, smugglers, and the cost of the way."};
}

TableSchema enforcement() {
  return of_years({.name = "enforcement",
                   .meaning = "Effort at the borders of a place by year, that of 2000 = 1.",
                   .columns = {place("place", "whose border", "living"), year(),
                               number("enforcement_index", "effort, 2000 = 1", "1", 0, 100)},
                   .keys = {"place"},
                   .span = SpanKind::year,
                   .from = "year",
                   .missing_row = "1, the effort of 2000.",
                   .beyond = "The first and the last year are held.",
                   .read_by = "Apprehensions and fees of smugglers."});
}

TableSchema remittance_cost() {
  return of_years({.name = "remittance_cost",
                   .meaning = "Cost of sending 200 dollars.",
                   .columns = {place("sender", "where the money is sent from", "living"),
                               place("receiver", "where it goes to", "living"), year(),
                               number("cost_share_of_200usd", "of the amount", "share", 0, 0.9)},
                   .keys = {"sender", "receiver"},
                   .span = SpanKind::year,
                   .from = "year",
                   .pairs = {{"sender", "receiver"}},
                   .missing_row =
                       "As in the last year before that has a row, or the first after; .08 for "
                       "pairs without any (assumed).",
                   .beyond = "The first and the last row of a pair are held.",
                   .read_by = "Remittances."});
}

}  // namespace

void declare_corridors(std::vector<TableSchema>& all) {
  for (auto&& table : {corridors(), borders(), enforcement(), remittance_cost()})
    all.push_back(table);
}

}  // namespace rumbo::migration
