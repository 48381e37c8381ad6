// Tables of results that are declared where their handles are, and how the usual kinds of table are
// declared: one line each.
//
// May include: tally, the model's axes.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/tally/table.hpp"
#include "models/migration/results/axes.hpp"

namespace rumbo::migration {

/// Handle of a table of results: its number among all.
struct Table {
  uint16_t number = 0xffff;  ///< none until declared
  constexpr operator size_t() const { return number; }
};

/// Fixed-point unit of expected counts: persons / 1,024.
inline constexpr int expected_unit = 1024;

/// Base of a struct whose members are the handles of a room's tables, each with its declaration as
/// first value, so that a table is one place:
///
///     struct HealthResults : ResultGroup {
///       using ResultGroup::ResultGroup;
///       Table ill_deaths = declare(persons_sum("ill_deaths", "deaths ...", {axes.residence}));
///     };
///
/// Tables are written in the order of the members. List and axes outlive the group.
class ResultGroup {
 public:
  ResultGroup(std::vector<TableDeclaration>& list, const Axes& shared)
      : axes(shared), list_(list) {}

 protected:
  const Axes& axes;

  Table declare(TableDeclaration table) {
    list_.push_back(std::move(table));
    return Table{static_cast<uint16_t>(list_.size() - 1)};
  }

  static constexpr double cents = 0.01;

  // Ways of putting cells together, where they are not summed.
  inline static const Aggregation summed{AggregationKind::sum};
  inline static const Aggregation worst{AggregationKind::maximum};
  inline static const Aggregation apart{AggregationKind::none};
  static Aggregation mean_by(std::string weights) {
    return {AggregationKind::mean, std::move(weights)};
  }

  // Kinds of table: _sum counts events of a record period, _point is a state at its end.

  static TableDeclaration declared_table(std::string name, std::string meaning, std::string units,
                                         std::vector<Axis> by, CellMethod method, double scale,
                                         bool is_counted) {
    return {
        std::move(name),
        std::move(meaning),
        std::move(units),
        std::move(by),
        method,
        TableForm::dense,
        scale,
        is_counted ? "counted in the simulation, weights applied" : "computed from the simulation"};
  }
  static TableDeclaration count_sum(std::string name, std::string meaning, std::string units,
                                    std::vector<Axis> by) {
    return declared_table(name, meaning, units, by, CellMethod::sum, 1, true);
  }
  static TableDeclaration count_point(std::string name, std::string meaning, std::string units,
                                      std::vector<Axis> by) {
    return declared_table(name, meaning, units, by, CellMethod::point, 1, true);
  }
  static TableDeclaration persons_sum(std::string name, std::string meaning, std::vector<Axis> by) {
    return count_sum(name, meaning, "persons", by);
  }
  static TableDeclaration persons_point(std::string name, std::string meaning,
                                        std::vector<Axis> by) {
    return count_point(name, meaning, "persons", by);
  }
  /// Sums of hazards, in persons / 1,024.
  static TableDeclaration expected_sum(std::string name, std::string meaning,
                                       std::vector<Axis> by) {
    return declared_table(name, meaning, "persons", by, CellMethod::sum, 1.0 / expected_unit,
                          false);
  }
  /// Money that persons paid or hold, kept in cents.
  static TableDeclaration money_sum(std::string name, std::string meaning, std::vector<Axis> by) {
    return declared_table(name, meaning, "2020 USD", by, CellMethod::sum, cents, true);
  }
  static TableDeclaration money_point(std::string name, std::string meaning, std::vector<Axis> by) {
    return declared_table(name, meaning, "2020 USD", by, CellMethod::point, cents, true);
  }
  /// The same table with a way of its own to put cells together along each axis.
  static TableDeclaration with(TableDeclaration table, std::vector<Aggregation> over) {
    table.over = std::move(over);
    return table;
  }
  /// The same table, counted in some months only.
  static TableDeclaration counted_in(Occasions occasions, TableDeclaration table) {
    table.occasions = occasions;
    return table;
  }
  /// Anything else that is worked out and not counted; scale  number written = cell x scale; over
  /// says axis by axis how cells are put together: nothing can be taken for granted here.
  static TableDeclaration measure_sum(std::string name, std::string meaning, std::string units,
                                      std::vector<Axis> by, double scale,
                                      std::vector<Aggregation> over) {
    return with(declared_table(name, meaning, units, by, CellMethod::sum, scale, false), over);
  }
  static TableDeclaration measure_point(std::string name, std::string meaning, std::string units,
                                        std::vector<Axis> by, double scale,
                                        std::vector<Aggregation> over) {
    return with(declared_table(name, meaning, units, by, CellMethod::point, scale, false), over);
  }
  /// Too many cells to keep: only those that are not zero.
  static TableDeclaration sparse_sum(std::string name, std::string meaning, std::vector<Axis> by) {
    TableDeclaration table = persons_sum(name, meaning, by);
    table.form = TableForm::sparse;
    return table;
  }

 private:
  std::vector<TableDeclaration>& list_;
};

}  // namespace rumbo::migration
