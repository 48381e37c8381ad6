// See tables.hpp.
#include "models/migration/tables.hpp"

#include "models/migration/person.hpp"
#include "models/migration/registry.hpp"
#include "models/migration/theory/labour.hpp"

namespace rumbo::migration {
namespace {

template <class Names>
std::vector<std::string> labels(const Names& names) {
  return {names.begin(), names.end()};
}

/// The axes that tables share.
struct Axes {
  explicit Axes(const World& world) {
    for (const auto& place : world.places) {
      for (Axis* axis : {&origin, &residence, &departure, &destination, &sender, &receiver})
        axis->labels.push_back(place.code);
    }
    const auto spaces = world.spaces();
    corridor.labels = spaces[2].labels;
    visa_corridor.labels = spaces[1].labels;
    route.labels = some(spaces[4].labels);
    leg.labels = some(spaces[5].labels);
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
  Axis corridor{"corridor", "border crossed without leave", {}};
  Axis route{"route", "way across a border that has several", {}};
  Axis leg{"leg", "part of the way to a border", {}};
  Axis transit_event{"transit_event",
                     "what happened on a leg",
                     {"violence", "extortion", "forced_return", "stranded", "death"}};
  Axis visa_corridor{"visa_corridor", "declared corridor", {}};
  Axis status{"status", "legal status", labels(status_names)};
  Axis sex{"sex", "sex", labels(sex_names)};
  Axis age_group{"age_group", "age in completed years", labels(result_age_names)};
  Axis channel{"channel", "way of moving", labels(channel_names)};
  Axis stage{
      "stage", "stage of a move", {"wanted", "could_not_pay", "refused", "attempted", "arrived"}};
  Axis skill{"skill", "schooling", {"low", "middle", "high"}};
  Axis status_group{"status_group",
                    "born here, or immigrant by right to stay",
                    {"native", "regular", "irregular"}};
  Axis change{"status_change",
              "kind of change of status",
              {"regularized", "expired", "settled", "naturalized", "removed", "returned"}};
  Axis lever{"lever", "lever", migration_levers().names()};
  Axis visa_kind{"visa_kind", "kind of visa", {"work", "study", "family"}};
};

constexpr double cents = 0.01;

}  // namespace

std::vector<TableDeclaration> migration_tables(const World& world) {
  const Axes a(world);
  using enum CellMethod;
  constexpr auto dense = TableForm::dense, sparse = TableForm::sparse;
  const std::string counted = "counted in the simulation, weights applied",
                    computed = "computed from the simulation";
  constexpr double persons = 1;
  return {
      {"stock",
       "residents by place of birth",
       "persons",
       {a.origin, a.residence, a.status, a.sex, a.age_group},
       point,
       dense,
       persons,
       counted},
      {"population",
       "residents",
       "persons",
       {a.residence, a.sex, a.age_group},
       point,
       dense,
       persons,
       counted},
      {"moves",
       "moves between places",
       "persons",
       {a.origin, a.departure, a.destination, a.channel, a.sex, a.age_group},
       sum,
       sparse,
       persons,
       counted},
      {"moves_by_channel",
       "moves by place of birth",
       "persons",
       {a.origin, a.destination, a.channel, a.sex},
       sum,
       dense,
       persons,
       counted},
      {"moves_by_age",
       "moves by age",
       "persons",
       {a.departure, a.destination, a.age_group},
       sum,
       dense,
       persons,
       counted},
      {"funnel",
       "from wanting to move to arriving",
       "persons",
       {a.origin, a.destination, a.stage},
       sum,
       dense,
       persons,
       counted},
      {"attempts",
       "attempts to cross a border without leave",
       "attempts",
       {a.origin, a.corridor, a.sex},
       sum,
       dense,
       persons,
       counted},
      {"apprehensions",
       "apprehensions at a border",
       "apprehensions",
       {a.origin, a.corridor, a.sex},
       sum,
       dense,
       persons,
       counted},
      {"persons_apprehended",
       "persons apprehended at least once on a journey",
       "persons",
       {a.origin, a.corridor, a.sex},
       sum,
       dense,
       persons,
       counted},
      {"entries",
       "entries without leave",
       "persons",
       {a.origin, a.corridor, a.sex},
       sum,
       dense,
       persons,
       counted},
      {"border_deaths",
       "deaths at a border",
       "persons",
       {a.origin, a.corridor, a.sex},
       sum,
       dense,
       persons,
       counted},
      {"border_deaths_expected",
       "sum of the hazards of death at a border",
       "persons",
       {a.origin, a.corridor, a.sex},
       sum,
       dense,
       1.0 / expected_unit,
       computed},
      {"attempts_by_route",
       "attempts to cross a border without leave, by route",
       "attempts",
       {a.route, a.sex},
       sum,
       dense,
       persons,
       counted},
      {"apprehensions_by_route",
       "apprehensions at a border, by route",
       "apprehensions",
       {a.route, a.sex},
       sum,
       dense,
       persons,
       counted},
      {"entries_by_route",
       "entries without leave, by route",
       "persons",
       {a.route, a.sex},
       sum,
       dense,
       persons,
       counted},
      {"deaths_by_route",
       "deaths at a border, by route",
       "persons",
       {a.route, a.sex},
       sum,
       dense,
       persons,
       counted},
      {"deaths_expected_by_route",
       "sum of the hazards of death at a border, by route",
       "persons",
       {a.route, a.sex},
       sum,
       dense,
       1.0 / expected_unit,
       computed},
      {"transit_events",
       "persons whom something happened to on a leg of the way to a border",
       "persons",
       {a.leg, a.transit_event},
       sum,
       dense,
       persons,
       counted},
      {"transit_events_expected",
       "sum of the hazards of what may happen on a leg of the way to a border",
       "persons",
       {a.leg, a.transit_event},
       sum,
       dense,
       1.0 / expected_unit,
       computed},
      {"extorted",
       "money taken by extortion on the way to a border",
       "2020 USD",
       {a.corridor},
       sum,
       dense,
       cents,
       counted},
      {"smuggler_fees",
       "fees paid to smugglers",
       "2020 USD",
       {a.corridor},
       sum,
       dense,
       cents,
       counted},
      {"wage",
       "yearly wage of a worker with a job",
       "2020 USD",
       {a.residence, a.skill, a.status_group},
       point,
       dense,
       cents,
       computed},
      {"employment",
       "share of workers with a job",
       "1",
       {a.residence, a.skill},
       point,
       dense,
       1e-6,
       computed},
      {"irregular_employment",
       "share with a job of workers without the right to work",
       "1",
       {a.residence, a.skill},
       point,
       dense,
       1e-6,
       computed},
      {"employer_fines",
       "fines expected of employers of workers without the right to work",
       "2020 USD",
       {a.residence},
       sum,
       dense,
       cents,
       computed},
      {"remittances_sent",
       "money sent, fees included",
       "2020 USD",
       {a.sender, a.receiver},
       sum,
       dense,
       cents,
       counted},
      {"remittance_fees",
       "fees of sending money",
       "2020 USD",
       {a.sender, a.receiver},
       sum,
       dense,
       cents,
       counted},
      {"remittances_received",
       "money received",
       "2020 USD",
       {a.sender, a.receiver},
       sum,
       dense,
       cents,
       counted},
      {"status_changes",
       "changes of status",
       "persons",
       {a.origin, a.residence, a.change},
       sum,
       dense,
       persons,
       counted},
      {"visas_applied",
       "applications for visas",
       "persons",
       {a.visa_corridor, a.visa_kind},
       sum,
       dense,
       persons,
       counted},
      {"visas_granted",
       "visas granted",
       "persons",
       {a.visa_corridor, a.visa_kind},
       sum,
       dense,
       persons,
       counted},
      {"births", "births", "persons", {a.residence}, sum, dense, persons, counted},
      {"deaths",
       "deaths, at borders too",
       "persons",
       {a.residence, a.sex},
       sum,
       dense,
       persons,
       counted},
      {"regularization_fees",
       "fees paid by those regularized",
       "2020 USD",
       {a.residence},
       sum,
       dense,
       cents,
       counted},
      {"trigger_months",
       "months in force of policies that wait for a trigger",
       "months",
       {a.lever},
       sum,
       dense,
       persons,
       counted},
      {"policy_units",
       "use of a lever, in its unit",
       "1",
       {a.lever},
       sum,
       dense,
       1.0 / policy_unit,
       computed},
      {"policy_cost", "public cost of a lever", "2020 USD", {a.lever}, sum, dense, cents, computed},
  };
}

}  // namespace rumbo::migration
