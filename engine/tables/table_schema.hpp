// What a table of figures is, declared once: reading, checking, lists, explanations and the
// reference page come from the declaration. May include: base.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/tables/span_rule.hpp"

namespace rumbo {

enum class ColumnKind : uint8_t {
  name,    ///< one of a set of names, as a place
  label,   ///< a name that this table gives
  word,    ///< one of a few words
  month,   ///< YYYY-MM
  whole,   ///< a whole number
  number,  ///< a number
  text     ///< anything
};

/// What happens to a name that is of the set but not of the subset that a column is about.
enum class Misfit : uint8_t { warned, refused };

struct ColumnSchema {
  std::string name;
  std::string meaning;  ///< one sentence without its full stop
  ColumnKind kind = ColumnKind::text;
  std::string unit{};
  double low = 0, high = 0;          ///< of numbers, inclusive
  std::vector<double> values{};      ///< of whole numbers: the only ones; empty = all in range
  std::vector<std::string> words{};  ///< of kind word
  std::string set{}, subset{};       ///< of kind name: whose names, and which of them
  Misfit misfit = Misfit::warned;    ///< of names of the set outside the subset
  std::string if_empty{};            ///< what an empty cell means; "" = must not be empty
  bool is_for_readers = false;       ///< no effect on a run; may be left out
};

/// How rows lie in time.
enum class SpanKind : uint8_t {
  none,
  year,    ///< one column, a year
  period,  ///< one column, the first year of five
  years,   ///< two columns, the first and the last year
  months   ///< two columns, the first and the last month; empty = without bound
};

/// What an override row does to rows of the same keys that its span meets.
enum class SpanOverride : uint8_t {
  cuts,     ///< the years that it names are taken from them, the others stay
  replaces  ///< it takes the place of all that it overlaps
};

/// Values of a column of which every combination must have a row.
struct Wanted {
  std::string column;
  std::string subset{};          ///< of kind name: which of them
  std::vector<double> values{};  ///< of kind whole; empty = those that stand in the table
};

/// Two columns of names that make a pair.
struct PairRule {
  std::string from, to;
  std::string set{};  ///< the pair "A->B" must be one of these; "" = any two that differ
};

/// A rule about the numbers of one row.
struct RowRule {
  std::vector<std::string> columns;
  std::string sentence;  ///< what must be so
  std::function<bool(std::span<const double>)> holds;
};

struct TableSchema {
  std::string name;     ///< of the file, without .csv
  std::string meaning;  ///< one sentence
  bool is_required = true;
  std::vector<ColumnSchema> columns{};
  std::vector<std::string> keys{};  ///< that identify a row, besides its span
  SpanKind span = SpanKind::none;
  std::string from{}, to{};  ///< columns of the span; `to` of years and months only
  SpanRule rule = SpanRule::any;
  SpanOverride if_met = SpanOverride::cuts;
  int first_year = 0, last_year = 0;  ///< that a run can use; 0 = all
  std::vector<Wanted> complete{};     ///< empty = rows may be missing
  bool may_have_no_rows = true;
  std::vector<PairRule> pairs{};
  std::vector<RowRule> rules{};
  std::vector<std::string> across{};  ///< what is checked beside other tables, a sentence each
  std::string missing_row;            ///< what it means, a sentence
  std::string beyond{};               ///< what holds outside its years, a sentence
  std::string read_by;                ///< what uses it, a sentence

  std::string file() const { return name + ".csv"; }
  std::vector<std::string> column_names() const {
    std::vector<std::string> names;
    for (const auto& column : columns) names.push_back(column.name);
    return names;
  }
};

}  // namespace rumbo
