// The tables of figures of a world: what each holds, declared once.
//
// May include: tables, the world, the declarations of parameters.
#pragma once
#include <string>
#include <vector>

#include "engine/tables/table_schema.hpp"

namespace rumbo::migration {

/// All tables that a run reads, each after those whose names it uses.
const std::vector<TableSchema>& table_schemas();

/// A table that may lie in the folder of a world and that no run reads.
struct AnalysisTable {
  std::string name;
  std::string meaning;
  std::string read_by;
};
const std::vector<AnalysisTable>& analysis_tables();

// The declarations by theme; each appends its tables.

void declare_places(std::vector<TableSchema>& all);
void declare_people(std::vector<TableSchema>& all);
void declare_economies(std::vector<TableSchema>& all);
void declare_corridors(std::vector<TableSchema>& all);
void declare_entry(std::vector<TableSchema>& all);
void declare_routes(std::vector<TableSchema>& all);
void declare_shocks(std::vector<TableSchema>& all);
void declare_reservoirs(std::vector<TableSchema>& all);

}  // namespace rumbo::migration
