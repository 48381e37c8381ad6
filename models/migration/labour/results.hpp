// Tables of results: wages and employment.
//
// May include: results, what this room calls things.
#pragma once
#include <utility>

#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct LabourResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Table wage = declare(of_workers(measure_point(
      "wage", "yearly wage of a worker with a job", "2020 USD",
      {axes.residence, axes.skill, axes.status_group}, cents, {apart, apart, apart})));
  Table employment =
      declare(of_workers(measure_point("employment", "share of workers with a job", "1",
                                       {axes.residence, axes.skill}, 1e-6, {apart, apart})));
  Table irregular_employment = declare(of_workers(
      measure_point("irregular_employment", "share with a job of workers without the right to work",
                    "1", {axes.residence, axes.skill}, 1e-6, {apart, apart})));
  Table employer_fines = declare(measure_sum(
      "employer_fines", "fines expected of employers of workers without the right to work",
      "2020 USD", {axes.residence}, cents, {summed}));

 private:
  /// Cells of a place where no person of working age lives have no value.
  static TableDeclaration of_workers(TableDeclaration table) {
    table.source += "; NaN where no person of working age lives";
    return table;
  }
};

}  // namespace rumbo::migration
