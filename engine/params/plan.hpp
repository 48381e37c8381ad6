// What every parameter is worth in every month: base values and dated changes.
//
// Policies are dated changes; two plans tell from which month on two scenarios
// differ, which decides what they may share. May include: base.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/month.hpp"
#include "engine/params/parameter.hpp"

namespace rumbo {

/// What a change does to a value v, with s = intensity x share of the ramp reached.
enum class ChangeKind {
  set,      ///< v + s (amount - v)
  add,      ///< v + s amount
  multiply  ///< v (1 + s (amount - 1))
};

/// A change of one parameter from a month on.
struct DatedChange {
  ParameterId parameter;
  std::vector<uint32_t> indices;  ///< of the parameter's dimension; empty = all of it
  Month start;                    ///< first month with it
  std::optional<Month> end;       ///< first month without it; none = for good
  int ramp_months = 0;  ///< month i from the start has (i + 1) / ramp_months of it; 0 = all at once
  ChangeKind kind = ChangeKind::set;
  double amount = 0;     ///< in the parameter's unit; multiply: a factor
  double intensity = 1;  ///< 0 to 1; 0 changes nothing, bit for bit
  std::string policy;    ///< id of the policy that asked for it

  /// intensity x share of the ramp reached in that month, 0 to 1; 0 outside start and end
  double strength(Month month) const;
  friend bool operator==(const DatedChange&, const DatedChange&) = default;
};

/// A value that leaves its declared range.
struct RangeViolation {
  Month month;  ///< the first one
  ParameterId parameter;
  uint32_t index = 0;
  double value = 0;
  std::vector<std::string> policies;  ///< ids of the policies at work on it in that month
};

/// Base values and changes. Changes compose by start month, then in the order they were listed;
/// each acts on the value the ones before it left.
class ParameterPlan {
 public:
  ParameterPlan() = default;
  ParameterPlan(ParameterValues base, std::vector<DatedChange> changes);

  const ParameterValues& base() const { return base_; }
  /// In the order in which they compose.
  const std::vector<DatedChange>& changes() const { return changes_; }
  /// Effective values in a month.
  ParameterValues values_in(Month month) const;
  /// Months in [from, to) whose values may differ from the month before, ascending, each once.
  std::vector<Month> change_months(Month from, Month to) const;
  /// First violation of each parameter by each set of policies within [from, to), whatever the
  /// index; empty if all is in range.
  std::vector<RangeViolation> out_of_range(const ParameterRegistry& registry, Month from,
                                           Month to) const;
  /// Ids of the policies at work on a value in a month, in the order in which they act.
  std::vector<std::string> policies_at(ParameterId parameter, uint32_t index, Month month) const;
  /// Saves, loads or digests the plan; names begin with "plan/".
  void visit(Archive& archive);

 private:
  ParameterValues base_;
  std::vector<DatedChange> changes_;
};

/// Where two plans part.
struct PlanDifference {
  Month month;
  std::string parameter;  ///< its name
  uint32_t index = 0;     ///< within its dimension
  double a = 0;           ///< its value in either plan
  double b = 0;
};

/// The first month in [from, to) in which an effective value differs, and the first parameter that
/// does; nothing if none does. Plans must be over the same registry; index spaces of another size
/// differ in the first month.
std::optional<PlanDifference> first_difference(const ParameterRegistry& registry,
                                               const ParameterPlan& a, const ParameterPlan& b,
                                               Month from, Month to);

/// The first month from `from` on in which a change that one plan lists is at work and the other
/// lists none like it; nothing if both list the same. Whatever values the two share, they do not
/// differ before if their base values do not.
std::optional<Month> first_other_change(const ParameterPlan& a, const ParameterPlan& b, Month from);

/// Whether start_alike() holds whatever the base values that the two share are set to.
bool start_alike_at_any_base(const ParameterRegistry& registry, const ParameterPlan& a,
                             const ParameterPlan& b, Month start);

/// Whether a run may begin from the population that another was given: in their first month all
/// parameters that the making of a population reads are equal.
bool start_alike(const ParameterRegistry& registry, const ParameterPlan& a, const ParameterPlan& b,
                 Month start);

}  // namespace rumbo
