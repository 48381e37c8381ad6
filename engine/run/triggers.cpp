// See triggers.hpp.
#include "engine/run/triggers.hpp"

#include <algorithm>
#include <numeric>

namespace rumbo {
namespace {

/// A number that tells policies apart in checkpoints (FNV-1a of their text).
uint64_t key_of(const WaitingPolicy& policy) {
  uint64_t key = 14695981039346656037U;
  for (const char c : policy.text) key = (key ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return key;
}

/// Over all ranks, which know alike whether a cell has no value.
int64_t counted_everywhere(const Series& series, const Tallies& tallies) {
  int64_t sum = counted(series, tallies);
  if (sum != missing_cell) tallies.comm().sum({&sum, 1});
  return sum;
}

}  // namespace

Triggers::Triggers(std::vector<WaitingPolicy> policies)
    : policies_(std::make_shared<const std::vector<WaitingPolicy>>(std::move(policies))),
      progress_(policies_->size()) {}

void Triggers::follow(std::vector<WaitingPolicy> policies) {
  Triggers next(std::move(policies));
  for (size_t p = 0; p < next.progress_.size(); ++p)
    for (size_t mine = 0; mine < progress_.size(); ++mine)
      if ((*policies_)[mine].text == (*next.policies_)[p].text) next.progress_[p] = progress_[mine];
  *this = std::move(next);
}

bool Triggers::watches(size_t policy, Month month) const {
  const WaitingPolicy& p = (*policies_)[policy];
  return month >= p.start && (!p.end || month < *p.end);
}

void Triggers::decide(size_t policy, Month month) {
  const Trigger& trigger = (*policies_)[policy].trigger;
  Progress& now = progress_[policy];
  // Where a month had no value nothing is known, and what is in force ends.
  const bool knows = now.seen.size() >= static_cast<size_t>(trigger.window_months) &&
                     std::find(now.seen.begin(), now.seen.end(), missing_cell) == now.seen.end();
  const bool holds =
      knows && trigger.holds(std::accumulate(now.seen.begin(), now.seen.end(), int64_t{0}));
  using Stage = Progress::Stage;
  if (now.stage == Stage::spent && !holds) now.stage = Stage::waits;
  if (now.stage == Stage::in_force) {
    const int months = month - now.since;
    if (trigger.max_months && months >= *trigger.max_months)
      now.stage = holds ? Stage::spent : Stage::waits;
    else if (months >= trigger.min_months && !holds)
      now.stage = Stage::waits;
  } else if (now.stage == Stage::waits && holds) {
    now.stage = Stage::in_force;
    now.since = month;
  }
}

void Triggers::begin_month(Month month, Tallies& tallies) {
  if (empty()) return;
  tallies.gather();
  for (size_t p = 0; p < progress_.size(); ++p) {
    if (!watches(p, month)) {
      progress_[p] = {};
      continue;
    }
    decide(p, month);
    const Series& series = (*policies_)[p].trigger.series;
    progress_[p].before_month =
        series.method == CellMethod::sum ? counted_everywhere(series, tallies) : 0;
  }
}

bool Triggers::looks_at_states(Month month) const {
  for (size_t p = 0; p < progress_.size(); ++p)
    if (watches(p, month) && (*policies_)[p].trigger.series.method == CellMethod::point)
      return true;
  return false;
}

void Triggers::end_month(Month month, Tallies& tallies) {
  if (empty()) return;
  tallies.gather();
  for (size_t p = 0; p < progress_.size(); ++p) {
    if (!watches(p, month)) continue;
    const Trigger& trigger = (*policies_)[p].trigger;
    auto& [stage, since, seen, before] = progress_[p];
    const int64_t count = counted_everywhere(trigger.series, tallies);
    seen.push_back(count == missing_cell ? count : count - before);
    before = 0;
    if (seen.size() > static_cast<size_t>(trigger.window_months)) seen.erase(seen.begin());
  }
}

std::vector<const WaitingPolicy*> Triggers::in_force() const {
  std::vector<const WaitingPolicy*> found;
  for (size_t p = 0; p < progress_.size(); ++p)
    if (progress_[p].stage == Progress::Stage::in_force) found.push_back(&(*policies_)[p]);
  return found;
}

ParameterPlan Triggers::with_those_in_force(const ParameterPlan& plan) const {
  std::vector<DatedChange> changes = plan.changes();
  for (size_t p = 0; p < progress_.size(); ++p) {
    if (progress_[p].stage != Progress::Stage::in_force) continue;
    for (auto& change : (*policies_)[p].changes(progress_[p].since))
      changes.push_back(std::move(change));
  }
  return {plan.base(), std::move(changes)};
}

void Triggers::visit(Archive& archive) {
  std::vector<uint64_t> keys;
  std::vector<uint8_t> stage;
  std::vector<int32_t> since;
  std::vector<uint32_t> length;
  std::vector<int64_t> seen;
  for (size_t p = 0; p < progress_.size(); ++p) {
    keys.push_back(key_of((*policies_)[p]));
    stage.push_back(static_cast<uint8_t>(progress_[p].stage));
    since.push_back(progress_[p].since.count());
    length.push_back(static_cast<uint32_t>(progress_[p].seen.size()));
    seen.insert(seen.end(), progress_[p].seen.begin(), progress_[p].seen.end());
  }
  archive.array("triggers/policy", keys);
  archive.array("triggers/stage", stage);
  archive.array("triggers/since", since);
  archive.array("triggers/length", length);
  archive.array("triggers/seen", seen);
  const auto n = keys.size();
  archive.require(stage.size() == n && since.size() == n && length.size() == n, "triggers/length",
                  "has another length than the policies");
  archive.require(std::accumulate(length.begin(), length.end(), uint64_t{0}) == seen.size(),
                  "triggers/seen", "has another length than it says");
  constexpr int64_t most = int64_t{1} << 58;  // sums of a window of them stay within 64 bits
  for (const int64_t count : seen)
    archive.require(count == missing_cell || (count > -most / 4096 && count < most / 4096),
                    "triggers/seen", "holds a number out of range");
  for (const uint8_t s : stage)
    archive.require(s <= static_cast<uint8_t>(Progress::Stage::spent), "triggers/stage",
                    "holds a stage that does not exist");
  for (const int32_t month : since)
    archive.require(month >= 0 && month < 1 << 12, "triggers/since",
                    "holds no month of the calendar");
  std::fill(progress_.begin(), progress_.end(), Progress{});
  auto next = seen.begin();
  for (size_t saved = 0; saved < keys.size(); ++saved) {
    Progress progress{static_cast<Progress::Stage>(stage[saved]),
                      Month(since[saved]),
                      {next, next + length[saved]},
                      0};
    next += length[saved];
    for (size_t p = 0; p < progress_.size(); ++p)
      if (key_of((*policies_)[p]) == keys[saved]) progress_[p] = progress;
  }
}

std::vector<bool> with_watched(std::vector<bool> kept, std::span<const WaitingPolicy> policies) {
  for (const auto& policy : policies) kept[policy.trigger.series.table] = true;
  return kept;
}

}  // namespace rumbo
