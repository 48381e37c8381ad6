// See results.hpp.
#include "models/migration/results/results.hpp"

namespace rumbo::migration {

const ResultTables& result_tables() {
  static const ResultTables all{World{}};
  return all;
}

std::vector<TableDeclaration> migration_tables(const World& world) {
  return ResultTables(world).declarations;
}

}  // namespace rumbo::migration
