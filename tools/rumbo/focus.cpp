// See focus.hpp.
#include "tools/rumbo/focus.hpp"

#include <algorithm>

#include "tools/rumbo/reduction.hpp"

namespace rumbo {

namespace {

const std::string residence = "residence";

bool is_asked_for(const SeriesRequest& request) {
  const bool chosen = std::any_of(request.selections.begin(), request.selections.end(),
                                  [](const Selection& s) { return s.axis == residence; });
  return chosen || std::count(request.splits.begin(), request.splits.end(), residence) > 0;
}

/// The residence with most foreign-born at the last record of the first run; "" if not recorded.
std::string largest_residence(const ResultsFile& file) {
  const int table = file.table_index("stock");
  if (table < 0) return "";
  const auto& declaration = file.header().tables[static_cast<size_t>(table)];
  const auto axis = find_axis(declaration, residence);
  if (declaration.form != TableForm::dense || !axis) return "";
  const HeadlineSeries foreign_born{"", "stock", {}, {"origin", residence}, {residence}};
  const CellRows rows = rows_of(foreign_born, declaration);
  if (rows.names.empty() || rows.how.kind != AggregationKind::sum) return "";
  const RowValues stocks = reduce(rows, file.dense(table, 0, 0), nullptr, {});
  const auto most =
      std::max_element(stocks.begin(), stocks.end(),
                       [](const auto& a, const auto& b) { return a.back() < b.back(); });
  return declaration.axes[*axis].labels[static_cast<size_t>(most - stocks.begin())];
}

}  // namespace

HeadlineSeries focused(const HeadlineSeries& series, const ResultsFile& file,
                       const SeriesRequest& request) {
  if (series.focus == Focus::everywhere || is_asked_for(request)) return series;
  const std::string place = largest_residence(file);
  if (place.empty()) return series;
  HeadlineSeries found = series;
  found.name += ", " + place;
  found.selections.push_back({residence, {place}});
  return found;
}

}  // namespace rumbo
