// Tables of results: changes of status.
//
// May include: results, what this room calls things.
#pragma once
#include <cstdint>

#include "engine/base/named_enum.hpp"
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

/// Kinds of status_changes.
enum class StatusChange : uint8_t {
  regularized,
  expired,
  settled,
  naturalized,
  removed,
  returned,
  protected_victim,
  recognized,
  asylum_refused,
  temporarily_protected,
  displaced,
  displacement_ended,
  detained,
  released
};
inline constexpr int n_status_changes = n_of<StatusChange>;
inline constexpr auto status_change_names =
    names_of<StatusChange>({{StatusChange::protected_victim, "protected"}});

struct StatusResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis change{"status_change", "kind of change of status", labels_of(status_change_names)};

  Table status_changes = declare(
      persons_sum("status_changes", "changes of status", {axes.origin, axes.residence, change}));
  Table regularization_fees =
      declare(money_sum("regularization_fees", "fees paid by those regularized", {axes.residence}));
};

}  // namespace rumbo::migration
