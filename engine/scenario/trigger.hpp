// Policies that wait for something instead of a date: `when = "apprehensions[USA] > 100000"`.
//
// What they wait for is a series of the tables of results, month by month or added up over some
// months, whatever is recorded. May include: base, params, tally.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/month.hpp"
#include "engine/params/plan.hpp"
#include "engine/scenario/mistakes.hpp"
#include "engine/tally/series.hpp"

namespace rumbo {

enum class Relation { above, at_least, below, at_most };

/// What a policy waits for, and how long it lasts once it is there.
struct Trigger {
  std::string text;  ///< the condition as written
  Series series;
  Relation comparison = Relation::above;
  double level = 0;               ///< in the table's units
  int window_months = 1;          ///< the latest months that are added up
  int min_months = 1;             ///< in force at least so long, whatever the series does
  std::optional<int> max_months;  ///< at most so long at a time; none = while the series says so

  /// sum  of the series over the window, in the table's integer unit
  bool holds(int64_t sum) const;
};

/// An enabled policy with a trigger.
struct WaitingPolicy {
  std::string id;
  std::string lever;
  Trigger trigger;
  Month start;               ///< first month watched; it acts at the earliest in the next
  std::optional<Month> end;  ///< first month in which it may act no more
  /// What it does if it comes into force in a month.
  std::function<std::vector<DatedChange>(Month)> changes;
  std::string text;  ///< equal for policies that mean the same
};

/// Reads the value of `when`; notes what is wrong.
///
/// name    the full key, for messages
/// tables  of results; empty = the world could not be read, only the form is checked
std::optional<Trigger> read_trigger(const DocumentNode& node, const std::string& name,
                                    std::span<const TableDeclaration> tables, Findings& mistakes);

/// The first month in [from, to) from which two scenarios do not wait for the same things.
std::optional<Month> first_difference(std::span<const WaitingPolicy> a,
                                      std::span<const WaitingPolicy> b, Month from, Month to);

}  // namespace rumbo
