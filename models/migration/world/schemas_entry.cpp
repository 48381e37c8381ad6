// Tables of rights of entry and visas. See schemas.hpp.
#include "models/migration/world/schema_columns.hpp"
#include "models/migration/world/schemas.hpp"

namespace rumbo::migration {

using namespace schema;

namespace {

TableSchema entry_rights() {
  return {.name = "entry_rights",
          .meaning = "Rights that citizens of a place have at another.",
          .columns = {place("origin", "whose citizens", "living"),
                      place("destination", "where they have it", "living"),
                      word("right",
                           "citizenship, free_residence, free_movement: may enter and stay; "
                           "descent_visa: those with ancestors from there; visa_free_visit, "
                           "visa_required: whatever corridors.csv says of visits",
                           entry_right_names),
                      month("from", "first month in force", "since before the tables begin"),
                      month("to", "last month in force", "it lasts")},
          .keys = {"origin", "destination", "right"},
          .span = SpanKind::months,
          .from = "from",
          .to = "to",
          .if_met = SpanOverride::replaces,
          .pairs = {{"origin", "destination"}},
          .across = {"visa_free_visit and visa_required of a pair do not meet in time."},
          .missing_row = "No such right.",
          .read_by = "Channels open to persons, and what status they have on arrival."};
}

TableSchema visas() {
  return of_years(
      {.name = "visas",
       .meaning = "Visas to be had by corridor, kind and year.",
       .columns = {place("origin", "of whom", "living"), place("destination", "where", "living"),
                   word("channel", "kind of visa", visa_kind_names),
                   year("from_year", "first year"), year("to_year", "last year"),
                   number("places_per_year", "visas", "visas / year", 0, most_persons)},
       .keys = {"origin", "destination", "channel"},
       .span = SpanKind::years,
       .from = "from_year",
       .to = "to_year",
       .pairs = {{"origin", "destination", "corridor"}},
       .missing_row = "No visas.",
       .beyond = "The first and the last year are held.",
       .read_by = "Rationing of visas."});
}

}  // namespace

void declare_entry(std::vector<TableSchema>& all) {
  all.push_back(entry_rights());
  all.push_back(visas());
}

}  // namespace rumbo::migration
