// Short ways to declare the columns that tables share. May include: tables, the world.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/tables/table_schema.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration::schema {

inline constexpr double most_persons = 1e10;  ///< in one cell: more than live

/// subset  "inside", "living" (inside or outside), "away" (outside or reservoir), "" = any
inline ColumnSchema place(std::string name, std::string meaning, std::string subset = "",
                          Misfit misfit = Misfit::warned) {
  return {.name = std::move(name),
          .meaning = std::move(meaning),
          .kind = ColumnKind::name,
          .set = "place",
          .subset = std::move(subset),
          .misfit = misfit};
}

inline ColumnSchema number(std::string name, std::string meaning, std::string unit, double low,
                           double high) {
  return {.name = std::move(name),
          .meaning = std::move(meaning),
          .kind = ColumnKind::number,
          .unit = std::move(unit),
          .low = low,
          .high = high};
}

inline ColumnSchema share(std::string name, std::string meaning) {
  return number(std::move(name), std::move(meaning), "share", 0, 1);
}

inline ColumnSchema persons(std::string name, std::string meaning) {
  return number(std::move(name), std::move(meaning), "persons", 0, most_persons);
}

inline ColumnSchema whole(std::string name, std::string meaning, double low, double high,
                          std::vector<double> values = {}) {
  return {.name = std::move(name),
          .meaning = std::move(meaning),
          .kind = ColumnKind::whole,
          .low = low,
          .high = high,
          .values = std::move(values)};
}

inline ColumnSchema flag(std::string name, std::string meaning) {
  return whole(std::move(name), std::move(meaning) + ": 1 if so, else 0", 0, 1);
}

inline ColumnSchema year(std::string name = "year", std::string meaning = "year") {
  return whole(std::move(name), std::move(meaning), 1900, 2100);
}

inline ColumnSchema word(std::string name, std::string meaning, std::vector<std::string> words,
                         std::string if_empty = "") {
  return {.name = std::move(name),
          .meaning = std::move(meaning),
          .kind = ColumnKind::word,
          .words = std::move(words),
          .if_empty = std::move(if_empty)};
}

/// One of the names of an enumeration, in its order.
template <size_t n>
ColumnSchema word(std::string name, std::string meaning,
                  const std::array<std::string_view, n>& names, std::string if_empty = "") {
  return word(std::move(name), std::move(meaning),
              std::vector<std::string>(names.begin(), names.end()), std::move(if_empty));
}

inline ColumnSchema month(std::string name, std::string meaning, std::string if_empty = "") {
  return {.name = std::move(name),
          .meaning = std::move(meaning),
          .kind = ColumnKind::month,
          .if_empty = std::move(if_empty)};
}

/// A name that the table gives.
inline ColumnSchema label(std::string name, std::string meaning) {
  return {.name = std::move(name), .meaning = std::move(meaning), .kind = ColumnKind::label};
}

inline ColumnSchema text(std::string name, std::string meaning) {
  return {.name = std::move(name), .meaning = std::move(meaning), .kind = ColumnKind::text};
}

/// A column for readers of the table: no run uses it, and it may be left out.
inline ColumnSchema remark(std::string name, std::string meaning) {
  return {.name = std::move(name),
          .meaning = std::move(meaning),
          .kind = ColumnKind::text,
          .is_for_readers = true};
}

/// low, low + step, ... high
inline std::vector<double> steps(int low, int high, int step) {
  std::vector<double> values;
  for (int value = low; value <= high; value += step) values.push_back(value);
  return values;
}

inline std::vector<double> periods() {
  return steps(first_year, first_year + n_years - 6, 5);
}
inline std::vector<double> years() {
  return steps(first_year, first_year + n_years - 1, 1);
}
inline std::vector<double> population_ages() {
  return steps(0, 100, 5);
}
inline std::vector<double> life_ages() {
  std::vector<double> ages{0, 1};
  for (const double age : steps(5, 100, 5)) ages.push_back(age);
  return ages;
}

inline ColumnSchema period() {
  return whole("period_start_year", "first of the five years for which the row holds", 1900, 2100,
               periods());
}

/// The table holds figures of the years of yearly series, and of no others.
inline TableSchema of_years(TableSchema table) {
  table.first_year = first_year;
  table.last_year = first_year + n_years - 1;
  table.rule = SpanRule::covers_run;
  return table;
}

}  // namespace rumbo::migration::schema
