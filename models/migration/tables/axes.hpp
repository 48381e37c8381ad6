// The axes that tables share, and how the usual kinds of table are declared: one line each.
//
// May include: tally, the model's vocabulary.
#pragma once
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "models/migration/asylum/asylum_state.hpp"
#include "models/migration/information/beliefs.hpp"
#include "models/migration/labour/labour_market.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/registry.hpp"
#include "models/migration/tables.hpp"
#include "models/migration/trafficking/captivity_tables.hpp"

namespace rumbo::migration {

template <class Names>
std::vector<std::string> labels_of(const Names& names) {
  return {names.begin(), names.end()};
}

/// The axes that tables share.
struct Axes {
  explicit Axes(const World& world) {
    for (const auto& place : world.places) {
      for (Axis* axis :
           {&origin, &residence, &departure, &destination, &sender, &receiver, &recruiting_place})
        axis->labels.push_back(place.code);
    }
    const auto spaces = world.spaces();
    corridor.labels = some(spaces[2].labels);
    visa_corridor.labels = some(spaces[1].labels);
    route.labels = some(spaces[4].labels);
    leg.labels = some(spaces[5].labels);
    for (size_t k = 0; k < fee_class_usd.size(); ++k)
      fee.labels.push_back(k + 1 < fee_class_usd.size()
                               ? fmt::format("{}-{}", fee_class_usd[k], fee_class_usd[k + 1] - 1)
                               : fmt::format("{}+", fee_class_usd[k]));
  }
  /// An axis needs a label, if only of nothing.
  static std::vector<std::string> some(std::vector<std::string> labels) {
    if (labels.empty()) labels.push_back("none");
    return labels;
  }
  Axis origin{"origin", "place of birth", {}};
  Axis residence{"residence", "place of residence", {}};
  Axis departure{"departure", "place left", {}};
  Axis destination{"destination", "place entered", {}};
  Axis sender{"sender", "place money is sent from", {}};
  Axis receiver{"receiver", "place money is sent to", {}};
  Axis corridor{"corridor", "border crossed irregularly", {}};
  Axis route{"route", "way across a border that has several", {}};
  Axis leg{"leg", "part of the way to a border", {}};
  Axis transit_event{"transit_event",
                     "what happened on a leg",
                     {"violence", "extortion", "forced_return", "stranded", "death"}};
  Axis visa_corridor{"visa_corridor", "declared corridor", {}};
  Axis status{"status", "legal status", labels_of(status_names)};
  Axis sex{"sex", "sex", labels_of(sex_names)};
  Axis age_group{"age_group", "age in completed years", labels_of(result_age_names)};
  Axis channel{"channel", "way of moving", labels_of(channel_names)};
  Axis stage{
      "stage", "stage of a move", {"wanted", "could_not_pay", "refused", "attempted", "arrived"}};
  Axis skill{"skill", "schooling", {"low", "middle", "high"}};
  Axis status_group{"status_group",
                    "born here, or immigrant by right to stay",
                    {"native", "regular", "irregular"}};
  Axis change{"status_change",
              "kind of change of status",
              {"regularized", "expired", "settled", "naturalized", "removed", "returned",
               "protected", "recognized", "asylum_refused", "temporarily_protected", "displaced",
               "displacement_ended", "detained", "released"}};
  Axis case_event{"case_event",
                  "what happens in a case for removal",
                  {"opened", "detained", "waits_outside", "removed", "won", "absconded"}};
  Axis trip{"trip", "first departure from home, or after a return", {"first", "later"}};
  Axis stay_end{"stay_end", "how a stay ended", {"returned", "removed"}};
  Axis season_event{"season_event",
                    "what happens around a seasonal permit",
                    {"came_first", "came_again", "went_home", "overstayed"}};
  Axis way_in{"way_in", "how victims came to be held", labels_of(way_in_names)};
  Axis way_out{"way_out", "how victims ceased to be held", labels_of(way_out_names)};
  Axis purpose{"purpose", "what victims are held for", labels_of(exploitation_names)};
  Axis exposure{"exposure", "what made ill", {"journey", "captivity", "abuse"}};
  Axis reach{"reach", "whom traffickers recruit", labels_of(reach_names)};
  Axis recruiting_place{"place", "place where traffickers recruit", {}};
  Axis asylum_outcome{"outcome", "decision on a claim of asylum", labels_of(asylum_outcome_names)};
  Axis shock_kind{"shock", "kind of shock", labels_of(shock_kind_names)};
  Axis lever{"lever", "lever", migration_levers().names()};
  Axis fee{"fee_class", "fee paid to a smuggler, 2020 USD", {}};
  Axis belief_item{"belief_item", "what is believed", labels_of(belief_item_names)};
  Axis visa_kind{"visa_kind", "kind of visa", {"work", "study", "family", "seasonal"}};
};

inline constexpr double cents = 0.01;

// Ways of putting cells together, where they are not summed.
inline const Aggregation summed{AggregationKind::sum};
inline const Aggregation worst{AggregationKind::maximum};
inline const Aggregation apart{AggregationKind::none};
inline Aggregation mean_by(std::string weights) {
  return {AggregationKind::mean, std::move(weights)};
}

struct NumberedTable {
  Table number;
  TableDeclaration declaration;
};
using NumberedTables = std::vector<NumberedTable>;

// Kinds of table: _sum counts events of a record period, _point is a state at its end.

inline NumberedTable declared_table(Table number, std::string name, std::string meaning,
                                    std::string units, std::vector<Axis> axes, CellMethod method,
                                    double scale, bool is_counted) {
  return {
      number,
      {std::move(name), std::move(meaning), std::move(units), std::move(axes), method,
       TableForm::dense, scale,
       is_counted ? "counted in the simulation, weights applied" : "computed from the simulation"}};
}
inline NumberedTable count_sum(Table t, std::string name, std::string meaning, std::string units,
                               std::vector<Axis> axes) {
  return declared_table(t, name, meaning, units, axes, CellMethod::sum, 1, true);
}
inline NumberedTable count_point(Table t, std::string name, std::string meaning, std::string units,
                                 std::vector<Axis> axes) {
  return declared_table(t, name, meaning, units, axes, CellMethod::point, 1, true);
}
inline NumberedTable persons_sum(Table t, std::string name, std::string meaning,
                                 std::vector<Axis> axes) {
  return count_sum(t, name, meaning, "persons", axes);
}
inline NumberedTable persons_point(Table t, std::string name, std::string meaning,
                                   std::vector<Axis> axes) {
  return count_point(t, name, meaning, "persons", axes);
}
/// Sums of hazards, in persons / 1,024.
inline NumberedTable expected_sum(Table t, std::string name, std::string meaning,
                                  std::vector<Axis> axes) {
  return declared_table(t, name, meaning, "persons", axes, CellMethod::sum, 1.0 / expected_unit,
                        false);
}
/// Money that persons paid or hold, kept in cents.
inline NumberedTable money_sum(Table t, std::string name, std::string meaning,
                               std::vector<Axis> axes) {
  return declared_table(t, name, meaning, "2020 USD", axes, CellMethod::sum, cents, true);
}
inline NumberedTable money_point(Table t, std::string name, std::string meaning,
                                 std::vector<Axis> axes) {
  return declared_table(t, name, meaning, "2020 USD", axes, CellMethod::point, cents, true);
}
/// The same table with a way of its own to put cells together along each axis.
inline NumberedTable with(NumberedTable table, std::vector<Aggregation> over) {
  table.declaration.over = std::move(over);
  return table;
}
/// Anything else that is worked out and not counted; scale  number written = cell x scale; over
/// says axis by axis how cells are put together: nothing can be taken for granted here.
inline NumberedTable measure_sum(Table t, std::string name, std::string meaning, std::string units,
                                 std::vector<Axis> axes, double scale,
                                 std::vector<Aggregation> over) {
  return with(declared_table(t, name, meaning, units, axes, CellMethod::sum, scale, false), over);
}
inline NumberedTable measure_point(Table t, std::string name, std::string meaning,
                                   std::string units, std::vector<Axis> axes, double scale,
                                   std::vector<Aggregation> over) {
  return with(declared_table(t, name, meaning, units, axes, CellMethod::point, scale, false), over);
}
/// Too many cells to keep: only those that are not zero.
inline NumberedTable sparse_sum(Table t, std::string name, std::string meaning,
                                std::vector<Axis> axes) {
  NumberedTable table = persons_sum(t, name, meaning, axes);
  table.declaration.form = TableForm::sparse;
  return table;
}

NumberedTables residents_tables(const Axes& a);
NumberedTables moves_tables(const Axes& a);
NumberedTables borders_tables(const Axes& a);
NumberedTables smuggling_tables(const Axes& a);
NumberedTables work_tables(const Axes& a);
NumberedTables policies_tables(const Axes& a);
NumberedTables captivity_tables(const Axes& a);
NumberedTables asylum_tables(const Axes& a);
NumberedTables household_tables(const Axes& a);
NumberedTables observation_tables(const Axes& a);
NumberedTables returns_tables(const Axes& a);

}  // namespace rumbo::migration
