// Columns that a model keeps besides the engine's, each declared once: its type, its name in
// archives and, by its place in the list, its number. May include: base.
#pragma once
#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "engine/people/column.hpp"

namespace rumbo {

/// A column of a model. Only its declaration makes one, so that type and number belong together.
template <class T>
class ColumnHandle {
 public:
  constexpr size_t number() const { return number_; }

 private:
  friend class ColumnGroup;
  constexpr explicit ColumnHandle(size_t number) : number_(number) {}
  size_t number_;
};

/// Base of a struct whose members are the handles of a model's columns, each with its declaration
/// as first value, so that a column is one line:
///
///     struct PersonColumns : ColumnGroup {
///       ColumnHandle<Cents> wealth = declare<Cents>("wealth");
///     };
///
/// Columns lie and are archived in the order of the members.
class ColumnGroup {
 public:
  struct Entry {
    const char* name = nullptr;
    std::unique_ptr<ColumnBase> (*make)(const char* name, size_t capacity) = nullptr;
  };
  constexpr std::span<const Entry> entries() const { return {entries_.data(), n_entries_}; }

 protected:
  constexpr ColumnGroup() = default;

  /// name  in archives
  template <class T>
  constexpr ColumnHandle<T> declare(const char* name) {
    entries_[n_entries_] = {name, &make<T>};
    return ColumnHandle<T>(n_entries_++);
  }

 private:
  template <class T>
  static std::unique_ptr<ColumnBase> make(const char* name, size_t capacity) {
    return std::make_unique<Column<T>>(name, capacity);
  }

  static constexpr size_t most_columns = 16;
  std::array<Entry, most_columns> entries_{};
  size_t n_entries_ = 0;
};

}  // namespace rumbo
