// See tables.hpp. A new table is a number there and a line in the file of its subject.
#include "models/migration/tables.hpp"

#include "engine/base/error.hpp"
#include "models/migration/tables/axes.hpp"

namespace rumbo::migration {

std::vector<TableDeclaration> migration_tables(const World& world) {
  const Axes axes(world);
  std::vector<TableDeclaration> tables(n_tables);
  for (auto* of_subject : {&residents_tables, &moves_tables, &borders_tables, &smuggling_tables,
                           &captivity_tables, &asylum_tables, &household_tables, &work_tables,
                           &policies_tables, &observation_tables, &returns_tables})
    for (NumberedTable& table : of_subject(axes)) {
      RUMBO_REQUIRE(tables[number(table.number)].name.empty());
      tables[number(table.number)] = std::move(table.declaration);
    }
  for (const auto& table : tables) RUMBO_REQUIRE(!table.name.empty());
  return tables;
}

}  // namespace rumbo::migration
