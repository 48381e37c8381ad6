// Wages and employment by place, skill and group: nested CES with capital.
//
// In each place output is Cobb-Douglas in capital and labour, labour a CES of three skills, each
// skill a CES of natives and immigrants; wages are marginal products. Calibrated on the start, it
// gives back the starting wages, and with no change of relative supplies wages follow the index of
// the place exactly. A table class: no threads, no persons. Other rooms may include it. May
// include: base, maths.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/base/archive.hpp"
#include "engine/base/named_enum.hpp"
#include "models/migration/labour/skills.hpp"

namespace rumbo::migration {

/// Who is paid: born here, immigrant with the right to work, immigrant without.
enum class WorkerGroup : uint8_t { native, regular, irregular };
inline constexpr size_t n_worker_groups = n_of<WorkerGroup>;
inline constexpr auto worker_group_names = names_of<WorkerGroup>();

/// Elasticities common to all places.
struct LabourParameters {
  /// Substitution between natives and immigrants of one skill, > 1, may be infinite.
  /// source  [Ottaviano and Peri 2012], as recalled: assumed
  double native_immigrant_substitution = 20;
  /// Substitution between skills, > 1, may be infinite; assumed.
  double skill_substitution = 2;
  /// Years in which half of the gap of capital is closed, >= 0, may be infinite; assumed.
  double capital_half_life_years = 7;
  /// Share of employment that natives and immigrants of a skill lose per log point that their
  /// number grows, >= 0; 0 = unemployment does not depend on migration.
  double displacement = 0;
  /// Immigrants below this share of the natives of their skill are priced as at this share, since
  /// the wage of the first immigrant of a CES is infinite; > 0.
  double least_immigrant_share = 0.01;
};

/// A place at the start.
struct LabourStart {
  BySkill natives{};                ///< workers, >= 0, not all 0
  BySkill immigrants{};             ///< workers, regular and irregular, >= 0
  BySkill native_wage{};            ///< any unit of money per time, > 0
  double immigrant_wage_ratio = 1;  ///< wage of a regular immigrant / native of the same skill, > 0
  double labour_share = 2.0 / 3;    ///< share of output paid to labour, in (0, 1]
};

/// A place in one month.
struct LabourConditions {
  BySkill natives{};    ///< workers, >= 0
  BySkill regular{};    ///< immigrant workers with the right to work, >= 0
  BySkill irregular{};  ///< immigrant workers without, >= 0
  /// Number of natives that births and deaths alone would have given / at the start, > 0. The
  /// demand for a skill grows with it, since the wage index already holds what it did to wages.
  BySkill natural_growth = {1, 1, 1};
  double wage_index = 1;    ///< output per worker / at the start, > 0
  double unemployment = 0;  ///< share of the labour force, in [0, 1), as given from outside
  /// Part of the wage that irregular workers lose, in [0, 1].
  /// source  [Kossoudji and Cobb-Clark 2002], 14 to 24%
  double irregular_penalty = 0.17;
};

/// What a place pays in one month.
struct LabourOutcome {
  /// [skill][group], unit of the starting wages, for a worker with a job.
  std::array<std::array<double, n_worker_groups>, n_skills> wage{};
  /// Share of the labour force of each skill that has a job, in [0, 1].
  BySkill employment{};
  /// Composite labour in units of the start's natural growth; feeds `adjust_capital`.
  double labour = 0;

  double wage_of(Skill skill, WorkerGroup group) const {
    return wage[static_cast<size_t>(skill)][static_cast<size_t>(group)];
  }
};

/// The labour markets of all places.
///
/// A month: `clear` each place, then `adjust_capital` with the labour it returned.
class LabourMarket {
 public:
  /// throws  InputError if an elasticity is out of its range
  LabourMarket(size_t n_places, const LabourParameters& parameters);

  /// Finds the productivities with which the start pays the given wages; sets capital to its
  /// long-run level.
  /// throws  InputError, naming what is wrong, if the start is out of range
  void calibrate(size_t place, const LabourStart& start);

  /// Wages and employment at today's capital; changes nothing.
  /// place  calibrated
  LabourOutcome clear(size_t place, const LabourConditions& conditions) const;

  /// Moves the capital of a place towards the level at which its return is that of the start.
  /// labour  from `clear`; months  >= 0
  void adjust_capital(size_t place, double labour, double months = 1);

  /// Capital / its long-run level for that much labour; 1 = fully adjusted.
  double capital_ratio(size_t place, double labour) const;

  size_t n_places() const { return places_.size(); }

  /// The state of a run: the capital of every place.
  void archive(Archive& archive) { archive.fixed("labour/capital", std::span<double>(capital_)); }

 private:
  /// Productivities of one place.
  struct Technology {
    double wage_level = 0;  ///< price of a unit of composite labour at the start
    double capital_share = 0;
    BySkill skill_weight{};
    BySkill native_weight{};
    BySkill least_natives{};  ///< floor of their number
    BySkill start_supply{};   ///< natives and immigrants
  };

  /// Natives and immigrants of each skill as the CES sees them.
  struct Supply {
    BySkill natives{};
    BySkill immigrants{};
    BySkill composite{};
    double labour = 0;
  };

  Supply floored(const BySkill& natives, const BySkill& immigrants, const BySkill& least) const;
  Supply supply_in(const Technology& technology, const LabourConditions& conditions) const;
  void set_weights(Technology& technology, const LabourStart& start, const Supply& supply,
                   size_t skill) const;
  void compose(const Technology& technology, Supply& supply) const;
  /// Marginal product of natives and of immigrants of one skill, per unit of the wage level.
  std::array<double, 2> relative_wages(const Technology& technology, const Supply& supply,
                                       size_t skill) const;

  LabourParameters parameters_;
  double inverse_native_immigrant_;
  double inverse_skill_;
  std::vector<Technology> places_;
  std::vector<double> capital_;
};

}  // namespace rumbo::migration
