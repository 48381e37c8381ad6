// Tables of results: debts for passages.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct DebtsResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Table debt_taken = declare(money_sum("debt_taken", "passages financed by debt", {axes.border}));
  Table debt_interest =
      declare(money_sum("debt_interest", "interest on debts for passages", {axes.residence}));
  Table debt_repaid =
      declare(money_sum("debt_repaid", "repayment of debts for passages", {axes.residence}));
  Table debt_lost = declare(
      money_sum("debt_lost", "debts lost by default, death or captivity", {axes.residence}));
  Table debt_outstanding =
      declare(money_point("debt_outstanding", "debts for passages", {axes.residence}));
  Table debtors =
      declare(persons_point("debtors", "residents who owe for a passage", {axes.residence}));
  Table debtors_trapped = declare(persons_point(
      "debtors_trapped", "debtors whose payment does not cover the interest", {axes.residence}));
};

}  // namespace rumbo::migration
