// See figures.hpp.
#include "engine/tables/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "engine/base/month.hpp"

namespace rumbo {

size_t Figures::column(std::string_view name) const {
  for (size_t c = 0; c < width(); ++c)
    if (schema_->columns[c].name == name) return c;
  throw std::logic_error("no column " + std::string(name) + " is declared in " + schema_->name);
}

std::string Figures::text(size_t row, size_t column) const {
  const File& file = files_[rows_[row].file];
  const int position = file.positions[column];
  return position < 0
             ? ""
             : std::string(file.table->text(rows_[row].row, static_cast<size_t>(position)));
}

SourceLocation Figures::where(size_t row, size_t column) const {
  const File& file = files_[rows_[row].file];
  const int position = file.positions[column];
  return file.table->where(rows_[row].row, position < 0 ? 0 : static_cast<size_t>(position));
}

std::string Figures::keys_of(size_t row) const {
  std::vector<std::string> names = schema_->keys;
  if (schema_->span == SpanKind::year || schema_->span == SpanKind::period)
    if (std::find(names.begin(), names.end(), schema_->from) == names.end())
      names.push_back(schema_->from);
  std::string said;
  for (const auto& name : names)
    said += (said.empty() ? "" : ", ") + name + " " + text(row, column(name));
  return said;
}

std::string Figures::identity(size_t row) const {
  std::string bytes;
  for (const auto& name : schema_->keys) {
    const size_t c = column(name);
    const ColumnKind kind = schema_->columns[c].kind;
    if (kind == ColumnKind::label || kind == ColumnKind::name)
      bytes += text(row, c) + '\0';
    else
      bytes.append(reinterpret_cast<const char*>(&values_[row * width() + c]), sizeof(double));
  }
  return bytes;
}

double Figures::first_of(size_t row) const {
  if (schema_->span == SpanKind::none) return 0;
  const size_t c = column(schema_->from);
  return is_empty(row, c) ? -1e9 : number(row, c);
}

double Figures::last_of(size_t row) const {
  if (schema_->to.empty()) return first_of(row);
  const size_t c = column(schema_->to);
  return is_empty(row, c) ? 1e9 : number(row, c);
}

void Figures::add_row(Row row, std::vector<double> values) {
  rows_.push_back(row);
  values_.insert(values_.end(), values.begin(), values.end());
}

}  // namespace rumbo
