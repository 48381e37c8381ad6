// Rows that must be there. See figures.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/tables/figures.hpp"

namespace rumbo {
namespace {

/// One column of which all values are wanted, in combination with the others.
struct Axis {
  std::string name;
  size_t column = 0;
  std::vector<double> values;
  const NameSet* names = nullptr;

  std::string text(size_t i) const {
    return names != nullptr ? names->names()[static_cast<size_t>(values[i])]
                            : fmt::format("{}", values[i]);
  }
};

Axis axis_of(const Figures& figures, const Wanted& wanted, const NameSets& sets) {
  Axis axis{wanted.column, figures.column(wanted.column), wanted.values, nullptr};
  const ColumnSchema& column = figures.schema().columns[axis.column];
  if (column.kind == ColumnKind::name) {
    axis.names = &sets.at(column.set);
    for (size_t i = 0; i < axis.names->names().size(); ++i)
      if (axis.names->is_in(wanted.subset, i)) axis.values.push_back(static_cast<double>(i));
  } else if (axis.values.empty()) {
    std::set<double> found;
    for (size_t row = 0; row < figures.n_rows(); ++row)
      found.insert(figures.number(row, axis.column));
    axis.values.assign(found.begin(), found.end());
  }
  return axis;
}

/// What is missing under one value of the first axis.
struct Holes {
  size_t number = 0;
  std::string first;
};

class Completeness {
 public:
  Completeness(const Figures& figures, const NameSets& sets) : figures_(figures) {
    for (const auto& wanted : figures.schema().complete)
      axes_.push_back(axis_of(figures, wanted, sets));
    inner_ = 1;
    for (size_t a = 1; a < axes_.size(); ++a) inner_ *= axes_[a].values.size();
    has_row_.assign(axes_.front().values.size() * inner_, false);
    first_row_.assign(axes_.front().values.size(), -1);
    for (size_t row = 0; row < figures.n_rows(); ++row) mark(row);
  }

  void report(const std::string& path, TableMistakes& mistakes) const {
    const Axis& outer = axes_.front();
    for (size_t o = 0; o < outer.values.size(); ++o) {
      const Holes holes = holes_of(o);
      if (holes.number == 0 && inner_ > 0) continue;
      if (first_row_[o] < 0 && outer.names != nullptr)
        mistakes.refuse(outer.names->where(static_cast<size_t>(outer.values[o])),
                        fmt::format("{} {} has no rows in {} ({}); it needs them", outer.name,
                                    outer.text(o), figures_.schema().file(), path));
      else
        mistakes.refuse(first_row_[o] < 0 ? SourceLocation{path, 1, 1}
                                          : figures_.where(static_cast<size_t>(first_row_[o])),
                        fmt::format("{} {}: {} {} missing, the first {}", outer.name, outer.text(o),
                                    holes.number, holes.number == 1 ? "row is" : "rows are",
                                    holes.first.empty() ? "its only one" : "of " + holes.first));
    }
  }

 private:
  void mark(size_t row) {
    size_t cell = 0;
    for (size_t a = 0; a < axes_.size(); ++a) {
      const Axis& axis = axes_[a];
      const double value = figures_.number(row, axis.column);
      const auto found = std::lower_bound(axis.values.begin(), axis.values.end(), value);
      if (found == axis.values.end() || *found != value) return;
      const auto i = static_cast<size_t>(found - axis.values.begin());
      if (a == 0 && first_row_[i] < 0) first_row_[i] = static_cast<long>(row);
      cell = cell * axis.values.size() + i;
    }
    has_row_[cell] = true;
  }

  Holes holes_of(size_t o) const {
    Holes holes;
    for (size_t i = 0; i < inner_; ++i) {
      if (has_row_[o * inner_ + i]) continue;
      if (holes.number++ > 0) continue;
      size_t rest = i;
      for (size_t a = axes_.size(); a-- > 1;) {
        const Axis& axis = axes_[a];
        const size_t n = axis.values.size();
        holes.first =
            axis.name + " " + axis.text(rest % n) + (holes.first.empty() ? "" : ", " + holes.first);
        rest /= n;
      }
    }
    return holes;
  }

  const Figures& figures_;
  std::vector<Axis> axes_;
  size_t inner_ = 1;
  std::vector<bool> has_row_;
  std::vector<long> first_row_;
};

}  // namespace

void check_complete(const Figures& figures, const std::string& path, const NameSets& sets,
                    TableMistakes& mistakes) {
  const TableSchema& schema = figures.schema();
  if (figures.n_rows() == 0 && schema.may_have_no_rows) return;
  if (figures.n_rows() == 0 && schema.complete.empty())
    return mistakes.refuse({path, 1, 1}, "no rows after the header; " + schema.missing_row);
  for (const auto& wanted : schema.complete) {
    const ColumnSchema& column = schema.columns[figures.column(wanted.column)];
    if (column.kind == ColumnKind::name && sets.count(column.set) == 0) return;
  }
  if (!schema.complete.empty()) Completeness(figures, sets).report(path, mistakes);
}

}  // namespace rumbo
