// Parameters and plans in checkpoints: columns of numbers, restored as they were.
#include <algorithm>
#include <numeric>

#include "engine/base/error.hpp"
#include "engine/params/plan.hpp"

namespace rumbo {
namespace {

/// The changes as columns; lists of indices and names one after the other, with their lengths.
struct ChangeColumns {
  std::vector<uint32_t> parameter, index, index_count, name_length;
  std::vector<int32_t> start, end, ramp_months;  ///< end: no_end for none
  std::vector<uint8_t> kind, name;
  std::vector<double> amount, intensity;

  static constexpr int32_t no_end = INT32_MIN;

  void add(const DatedChange& change) {
    parameter.push_back(change.parameter.value);
    index_count.push_back(static_cast<uint32_t>(change.indices.size()));
    index.insert(index.end(), change.indices.begin(), change.indices.end());
    start.push_back(change.start.count());
    end.push_back(change.end ? change.end->count() : no_end);
    ramp_months.push_back(change.ramp_months);
    kind.push_back(static_cast<uint8_t>(change.kind));
    amount.push_back(change.amount);
    intensity.push_back(change.intensity);
    name_length.push_back(static_cast<uint32_t>(change.policy.size()));
    name.insert(name.end(), change.policy.begin(), change.policy.end());
  }

  void visit(Archive& archive) {
    archive.array("plan/parameter", parameter);
    archive.array("plan/index", index);
    archive.array("plan/index_count", index_count);
    archive.array("plan/start", start);
    archive.array("plan/end", end);
    archive.array("plan/ramp_months", ramp_months);
    archive.array("plan/kind", kind);
    archive.array("plan/amount", amount);
    archive.array("plan/intensity", intensity);
    archive.array("plan/policy", name);
    archive.array("plan/policy_length", name_length);
    require_lengths(archive);
  }

  /// Columns of one length; lists that are as long as their lengths say.
  void require_lengths(const Archive& archive) const {
    const size_t n = parameter.size();
    archive.require(index_count.size() == n && start.size() == n && end.size() == n &&
                        ramp_months.size() == n && kind.size() == n && amount.size() == n &&
                        intensity.size() == n && name_length.size() == n,
                    "plan/parameter", "has another length than the columns beside it");
    const auto sum = [](const std::vector<uint32_t>& counts) {
      return std::accumulate(counts.begin(), counts.end(), uint64_t{0});
    };
    archive.require(sum(index_count) == index.size(), "plan/index",
                    "has another length than it says");
    archive.require(sum(name_length) == name.size(), "plan/policy",
                    "has another length than it says");
    constexpr uint8_t n_kinds = static_cast<uint8_t>(ChangeKind::multiply) + 1;
    for (const uint8_t k : kind)
      archive.require(k < n_kinds, "plan/kind", "holds a kind that does not exist");
    constexpr int32_t n_months = 1 << 12;
    for (const int32_t month : start)
      archive.require(month >= 0 && month < n_months, "plan/start", "holds no month");
    for (const int32_t month : end)
      archive.require(month == no_end || (month >= 0 && month < n_months), "plan/end",
                      "holds no month");
  }

  std::vector<DatedChange> changes() const {
    std::vector<DatedChange> found;
    size_t next_index = 0, next_name = 0;
    for (size_t i = 0; i < parameter.size(); ++i) {
      DatedChange change;
      change.parameter.value = parameter[i];
      for (uint32_t n = 0; n < index_count[i]; ++n) change.indices.push_back(index[next_index++]);
      change.start = Month(start[i]);
      if (end[i] != no_end) change.end = Month(end[i]);
      change.ramp_months = ramp_months[i];
      change.kind = static_cast<ChangeKind>(kind[i]);
      change.amount = amount[i];
      change.intensity = intensity[i];
      for (uint32_t n = 0; n < name_length[i]; ++n)
        change.policy.push_back(static_cast<char>(name[next_name++]));
      found.push_back(std::move(change));
    }
    return found;
  }
};

/// Every change must be of a parameter and of indices that there are.
void require_targets(const Archive& archive, const ParameterValues& base,
                     const ChangeColumns& columns) {
  size_t next = 0;
  for (size_t i = 0; i < columns.parameter.size(); ++i) {
    archive.require(columns.parameter[i] < base.size(), "plan/parameter",
                    "names a parameter that does not exist");
    for (uint32_t n = 0; n < columns.index_count[i]; ++n)
      archive.require(columns.index[next++] < base.all({columns.parameter[i]}).size(), "plan/index",
                      "names an index that does not exist");
  }
}

}  // namespace

void ParameterValues::visit(Archive& archive, const std::string& prefix) {
  std::vector<uint32_t> lengths;
  std::vector<double> flat;
  for (const auto& values : values_) {
    lengths.push_back(static_cast<uint32_t>(values.size()));
    flat.insert(flat.end(), values.begin(), values.end());
  }
  archive.array(prefix + "lengths", lengths);
  archive.array(prefix + "values", flat);
  bool is_as_declared = lengths.size() == values_.size();
  for (size_t i = 0; is_as_declared && i < lengths.size(); ++i)
    is_as_declared = lengths[i] == values_[i].size();
  archive.require(is_as_declared, prefix + "lengths",
                  "has other parameters than this program declares");
  archive.require(std::accumulate(lengths.begin(), lengths.end(), uint64_t{0}) == flat.size(),
                  prefix + "values", "has another length than it says");
  values_.clear();
  auto next = flat.begin();
  for (const uint32_t length : lengths) {
    values_.emplace_back(next, next + length);
    next += length;
  }
}

void ParameterPlan::visit(Archive& archive) {
  base_.visit(archive, "plan/base_");
  ChangeColumns columns;
  for (const auto& change : changes_) columns.add(change);
  columns.visit(archive);
  if (archive.is_loading()) require_targets(archive, base_, columns);
  changes_ = columns.changes();
}

}  // namespace rumbo
