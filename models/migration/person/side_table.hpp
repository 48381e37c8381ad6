// Rows that few persons have, kept by community, and how they are saved: a column a field.
//
// May include: base, the right to write.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "engine/base/archive.hpp"
#include "models/migration/person/own.hpp"

namespace rumbo::migration {

/// What a person does, or what is done to them, that may end what rooms keep of them.
enum class Verb : uint8_t {
  die,
  leave,          ///< for a place that is not simulated
  move,           ///< to another place, or back
  change_status,  ///< where they are
  be_held,        ///< by a trafficker
  be_freed
};

/// The verbs that end a row: what a row registers for.
class EndedBy {
 public:
  constexpr EndedBy(std::initializer_list<Verb> verbs) {
    for (const Verb verb : verbs) bits_ |= bit(verb);
  }
  constexpr bool has(Verb verb) const { return (bits_ & bit(verb)) != 0; }

 private:
  static constexpr unsigned bit(Verb verb) { return 1u << static_cast<unsigned>(verb); }
  unsigned bits_ = 0;
};

/// What is wrong with a row of a file: the field and the end of the sentence; no field, no fault.
struct RowFault {
  const char* field = nullptr;
  const char* what = nullptr;
};

/// Rows by group: [border] or [cell] of agents of markets.
template <class Row>
using Groups = std::vector<std::vector<Row>>;

/// Rows of persons: [community]. All may read those of any community; to write takes the right to.
template <class Row>
class SideTable {
 public:
  using row = Row;

  SideTable() = default;
  SideTable(const SideTable&) = default;
  SideTable& operator=(const SideTable&) = delete;  ///< would write the rows of all

  std::vector<Row>& operator[](Own community) { return rows_[community]; }
  const std::vector<Row>& operator[](size_t community) const { return rows_[community]; }
  size_t size() const { return rows_.size(); }
  bool empty() const { return rows_.empty(); }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  /// The rows of all, for those who may write them.
  Groups<Row>& all(Everybodys) { return rows_; }

 private:
  Groups<Row> rows_;
};

/// A field of a row and the name of its column.
template <class Row, class Value>
struct RowField {
  const char* name;
  Value Row::*member;
};
template <class Row, class Value>
RowField(const char*, Value Row::*) -> RowField<Row, Value>;

/// The groups of a table that is archived: so many, and who owns each, where they have owners.
struct GroupList {
  size_t n = 0;
  std::span<const uint32_t> owners{};  ///< [group] or none

  GroupList(size_t count) : n(count) {}  // NOLINT: meant to convert
  /// ids  of the communities; outlive it
  explicit GroupList(const std::vector<uint32_t>& ids) : n(ids.size()), owners(ids) {}
  explicit GroupList(std::vector<uint32_t>&&) = delete;
};

namespace side_table_detail {

/// Whose the rows of a table are, where groups have owners; none where they have not.
template <class Row>
std::vector<ArchivePart> parts_of(const Groups<Row>& table, const GroupList& groups) {
  std::vector<ArchivePart> parts;
  for (size_t g = 0; g < table.size() && g < groups.owners.size(); ++g)
    parts.push_back({groups.owners[g], table[g].size()});
  return parts;
}

/// What a value is stored as: a number of the same width.
template <class Value>
constexpr auto stored() {
  if constexpr (std::is_same_v<Value, bool>)
    return uint8_t{};
  else if constexpr (std::is_enum_v<Value>)
    return std::underlying_type_t<Value>{};
  else
    return Value{};
}

/// Values that are several numbers, saved side by side in one column.
template <class Value>
concept HasNumbers = requires(Value value) {
  value.numbers().size();
};

template <class Row, HasNumbers Value>
void archive_field(Archive& archive, const std::string& table, std::vector<Row*>& rows,
                   const std::vector<ArchivePart>& rows_of, const RowField<Row, Value>& field) {
  using Numbers = std::remove_cvref_t<decltype(std::declval<Value&>().numbers())>;
  std::vector<typename Numbers::value_type> column;
  for (Row* row : rows)
    for (const auto number : (row->*field.member).numbers()) column.push_back(number);
  const size_t expected = column.size();
  std::vector<ArchivePart> parts = rows_of;
  for (ArchivePart& part : parts) part.count *= rows.empty() ? 0 : expected / rows.size();
  archive.array(table + "/" + field.name, column, parts);
  archive.require(column.size() == expected, table + "/" + field.name,
                  "has another length than the table's rows");
  auto next = column.begin();
  for (Row* row : rows)
    for (auto& number : (row->*field.member).numbers()) number = *next++;
}

template <class Row, class Value>
void archive_field(Archive& archive, const std::string& table, std::vector<Row*>& rows,
                   const std::vector<ArchivePart>& parts, const RowField<Row, Value>& field) {
  using Stored = decltype(stored<Value>());
  std::vector<Stored> column;
  for (const Row* row : rows) column.push_back(static_cast<Stored>(row->*field.member));
  archive.array(table + "/" + field.name, column, parts);
  archive.require(column.size() == rows.size(), table + "/" + field.name,
                  "has another length than the table's rows");
  for (size_t i = 0; i < rows.size(); ++i) rows[i]->*field.member = static_cast<Value>(column[i]);
}

/// Column NAME/group, and the table with as many rows a group as it says.
template <class Row>
void archive_groups(Archive& archive, const std::string& name, Groups<Row>& table,
                    const GroupList& groups) {
  if (archive.adds_up_parts() && !groups.owners.empty()) return;
  const size_t n_groups = groups.n;
  std::vector<uint32_t> group;
  for (size_t g = 0; g < table.size(); ++g) group.insert(group.end(), table[g].size(), uint32_t(g));
  archive.array(name + "/group", group);
  std::vector<size_t> count(n_groups, 0);
  for (uint32_t g : group) {
    archive.require(g < n_groups, name + "/group", "names a group that does not exist");
    ++count.at(g);
  }
  table.resize(n_groups);
  for (size_t g = 0; g < n_groups; ++g) table[g].resize(count[g]);
}

}  // namespace side_table_detail

/// Saves, loads or digests rows in the order of their groups. Loading refuses columns of different
/// lengths and groups that do not exist; what the fields say is for their owner to check.
///
/// name      unique in the archive; columns are NAME/FIELD and NAME/group
/// groups    of the loaded table
/// fields    all that a row holds; what is left out is not state
template <class Row, class... Values>
void archive_rows(Archive& archive, const std::string& name, Groups<Row>& table,
                  const GroupList& groups, RowField<Row, Values>... fields) {
  side_table_detail::archive_groups(archive, name, table, groups);
  std::vector<Row*> rows;
  for (auto& of_group : table)
    for (Row& row : of_group) rows.push_back(&row);
  const auto parts = side_table_detail::parts_of(table, groups);
  (side_table_detail::archive_field(archive, name, rows, parts, fields), ...);
}

/// The same for rows that say themselves what they are called and hold.
template <class Row>
void archive_table(Archive& archive, Groups<Row>& table, const GroupList& groups) {
  std::apply([&](auto... fields) { archive_rows(archive, Row::table, table, groups, fields...); },
             Row::fields());
}

/// The same for rows that are a number each; columns are NAME/number and NAME/group.
template <class Number>
void archive_numbers(Archive& archive, const std::string& name, Groups<Number>& table,
                     const GroupList& groups) {
  side_table_detail::archive_groups(archive, name, table, groups);
  const auto parts = side_table_detail::parts_of(table, groups);
  std::vector<Number> column;
  for (const auto& of_group : table) column.insert(column.end(), of_group.begin(), of_group.end());
  const size_t expected = column.size();
  archive.array(name + "/number", column, parts);
  archive.require(column.size() == expected, name + "/number",
                  "has another length than the table's rows");
  size_t i = 0;
  for (auto& of_group : table)
    for (Number& number : of_group) number = column[i++];
}

}  // namespace rumbo::migration
