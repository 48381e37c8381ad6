// Design `file`: parameters' own values, as somebody wrote them.
#include <fmt/format.h>

#include <algorithm>

#include "engine/designs/kinds.hpp"
#include "engine/tables/table_mistakes.hpp"

namespace rumbo {
namespace {

void check_header(const FigureTable& table, const std::vector<std::string>& known,
                  TableMistakes& mistakes) {
  const auto& columns = table.columns();
  for (size_t c = 0; c < columns.size(); ++c) {
    const auto before = columns.begin() + static_cast<long>(c);
    if (columns[c].empty())
      mistakes.refuse(table.where_header(c), "a column without a name; expected a parameter");
    else if (std::find(columns.begin(), before, columns[c]) != before)
      mistakes.refuse(table.where_header(c), fmt::format("column '{}' twice", columns[c]));
    else if (!known.empty() && std::find(known.begin(), known.end(), columns[c]) == known.end()) {
      const std::string near = nearest_name(columns[c], known);
      mistakes.refuse(table.where_header(c),
                      fmt::format("no parameter '{}'{}", columns[c],
                                  near.empty() ? "" : "; did you mean '" + near + "'?"));
    }
  }
}

std::vector<double> read_values(const FigureTable& table, TableMistakes& mistakes) {
  std::vector<double> values;
  for (size_t row = 0; row < table.n_rows(); ++row)
    for (size_t column = 0; column < table.columns().size(); ++column) try {
        values.push_back(table.number(row, column));
      } catch (const InputError& error) {
        mistakes.refuse(table.path(), error);
      }
  return values;
}

FigureTable open_table(const DesignSettings& settings) {
  if (settings.path().empty()) throw InputError("file: no path; expected that of a CSV table");
  return FigureTable::read(settings.path());
}

double count_rows(const DesignSettings& settings) {
  return static_cast<double>(open_table(settings).n_rows());
}

void read_design(const DesignSettings& settings, Design& design) {
  auto table = std::make_shared<const FigureTable>(open_table(settings));
  TableMistakes mistakes;
  check_header(*table, settings.names(), mistakes);
  if (table->n_rows() == 0) mistakes.refuse(table->where_header(), "no rows; expected one a run");
  design.values = read_values(*table, mistakes);
  mistakes.throw_if_any();
  design.names = table->columns();
  design.are_shares = false;
  design.file = std::move(table);
}

}  // namespace

DesignKind file_design() {
  return {
      "file",
      "the rows of a CSV table: parameters in the header, their own values below, one row a run",
      "",
      {},
      true,
      count_rows,
      read_design};
}

}  // namespace rumbo
