// A small made-up world for tests: its tables of figures are written as CSV files
// into a folder, as a user's would be, and read back.
//
// All places are alike unless a test says otherwise, and nothing changes over the years.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "models/migration/world/world.hpp"

namespace rumbo::test {

struct TinyPlace {
  std::string code;
  double persons = 100000;       ///< residents, in every year
  double wage_usd = 10000;       ///< 2020 PPP USD a year
  std::string kind = "inside";   ///< inside, outside or reservoir
  double total_fertility = 2.1;  ///< births a woman
  double mortality_factor = 1;   ///< on the rates of mortality_by_age()
};

struct TinyWorld {
  std::vector<TinyPlace> places{{"AAA"}, {"BBB"}};
  double stock = 0;            ///< persons of each sex born in each place living in each other
  double irregular_share = 0;  ///< of them
  double work_places = 500;    ///< a year and corridor, for work, study and family each
  double smuggler_fee_usd = 500;
  double apprehension = 0.3;
  bool has_borders = true;

  /// Yearly death rate of an age: high for infants, doubling every ten years from 30 on.
  static double mortality_by_age(int age);
  /// Share of residents in a group of five years, both sexes together; sums to 1.
  static double age_share(int group);

  /// Writes every table that a world needs.
  void write(const std::filesystem::path& folder) const;
  /// Writes them into a folder of their own and reads them.
  std::shared_ptr<const migration::World> load() const;
};

}  // namespace rumbo::test
