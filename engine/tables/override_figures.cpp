// Rows over rows. See figures.hpp.
#include <algorithm>
#include <unordered_map>

#include "engine/tables/figures.hpp"

namespace rumbo {
namespace {

struct Span {
  double first, last;
};

/// What is left of a span when others, sorted, are taken from it.
std::vector<Span> without(Span span, const std::vector<Span>& taken) {
  std::vector<Span> left;
  for (const Span& t : taken) {
    if (t.last < span.first || t.first > span.last) continue;
    if (t.first > span.first) left.push_back({span.first, t.first - 1});
    span.first = t.last + 1;
  }
  if (span.first <= span.last) left.push_back(span);
  return left;
}

}  // namespace

Figures overridden(const Figures& base, const Figures& other) {
  const TableSchema& schema = base.schema();
  Figures made(schema);
  made.files_ = base.files_;
  const auto moved = static_cast<uint32_t>(made.files_.size());
  made.files_.insert(made.files_.end(), other.files_.begin(), other.files_.end());
  const auto values_of = [&](const Figures& figures, size_t row) {
    const auto first = figures.values_.begin() + static_cast<long>(row * figures.width());
    return std::vector<double>(first, first + static_cast<long>(figures.width()));
  };
  std::unordered_map<std::string, std::vector<size_t>> over;
  for (size_t row = 0; row < other.n_rows(); ++row) over[other.identity(row)].push_back(row);
  for (auto& [keys, rows] : over)
    std::sort(rows.begin(), rows.end(),
              [&](size_t a, size_t b) { return other.first_of(a) < other.first_of(b); });
  std::vector<bool> is_placed(other.n_rows(), false);
  const auto place = [&](size_t row) {
    made.add_row({moved + other.rows_[row].file, other.rows_[row].row}, values_of(other, row));
    is_placed[row] = true;
  };
  const bool has_spans = !schema.to.empty();
  for (size_t row = 0; row < base.n_rows(); ++row) {
    const auto found = over.find(base.identity(row));
    const Span span{base.first_of(row), base.last_of(row)};
    std::vector<Span> taken;
    size_t met = other.n_rows();
    if (found != over.end())
      for (const size_t o : found->second)
        if (other.first_of(o) <= span.last && other.last_of(o) >= span.first) {
          taken.push_back({other.first_of(o), other.last_of(o)});
          met = o;
        }
    if (taken.empty()) {
      made.add_row(base.rows_[row], values_of(base, row));
      continue;
    }
    // Without spans a row takes the place of the one it replaces: places keep their order.
    if (!has_spans && !is_placed[met]) place(met);
    if (!has_spans || schema.if_met == SpanOverride::replaces) continue;
    for (const Span& left : without(span, taken)) {
      auto values = values_of(base, row);
      if (left.first != span.first) values[base.column(schema.from)] = left.first;
      if (left.last != span.last) values[base.column(schema.to)] = left.last;
      made.add_row(base.rows_[row], std::move(values));
    }
  }
  for (size_t row = 0; row < other.n_rows(); ++row)
    if (!is_placed[row]) place(row);
  return made;
}

}  // namespace rumbo
