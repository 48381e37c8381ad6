// The report on a population for eyes and for scripts. See population_report.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "tools/rumbo/escape.hpp"
#include "tools/rumbo/population_report.hpp"

namespace rumbo {
namespace {

constexpr double few_persons = 30;  ///< simulated persons below which rounding rules an error
constexpr size_t pairs_shown = 20;  ///< in text; JSON has all

std::string percent(double share) {
  return fmt::format("{:+.1f}%", 100 * share);
}

/// The row with the largest relative error among those simulated by enough persons.
template <class Row>
const Row* worst_of(const std::vector<Row>& rows) {
  const Row* worst = nullptr;
  for (const auto& row : rows)
    if (row.simulated >= few_persons &&
        (worst == nullptr ||
         std::abs(row.persons.relative_error()) > std::abs(worst->persons.relative_error())))
      worst = &row;
  return worst;
}

std::string place_line(const PlaceRow& row) {
  const AgeSexRow* worst = worst_of(row.ages);
  std::string line = fmt::format("{:<6}{:>12.0f}", row.place, row.residents.made);
  line += row.is_inside ? fmt::format("{:>12.0f}{:>8}", row.residents.table,
                                      percent(row.residents.relative_error()))
                        : fmt::format("{:>12}{:>8}", "-", "");
  line += fmt::format(
      "  {:<22}", worst == nullptr ? "-"
                                   : fmt::format("{} {}", percent(worst->persons.relative_error()),
                                                 worst->group));
  line += fmt::format("{:>10.0f}{:>10.0f}{:>8}", row.foreign_born.made, row.foreign_born.table,
                      percent(row.foreign_born.relative_error()));
  return line + fmt::format("{:>9.3f}{:>7.3f}{:>10.2f}\n", row.irregular.made, row.irregular.table,
                            row.household_size);
}

std::string pairs_text(const PopulationReport& report) {
  MadeAndTable all;
  for (const auto& pair : report.pairs) {
    all.made += pair.persons.made;
    all.table += pair.persons.table;
  }
  std::string text =
      fmt::format("\nLiving elsewhere than born: {:.0f} made, {:.0f} in stock.csv ({})", all.made,
                  all.table, percent(all.relative_error()));
  if (const PairRow* worst = worst_of(report.pairs))
    text += fmt::format("; largest error {} ({}->{})", percent(worst->persons.relative_error()),
                        worst->origin, worst->residence);
  text += fmt::format("\n{:<14}{:>10}{:>10}{:>8}\n", "born->lives", "made", "table", "error");
  for (size_t i = 0; i < std::min(pairs_shown, report.pairs.size()); ++i) {
    const PairRow& pair = report.pairs[i];
    text +=
        fmt::format("{:<14}{:>10.0f}{:>10.0f}{:>8}\n", pair.origin + "->" + pair.residence,
                    pair.persons.made, pair.persons.table, percent(pair.persons.relative_error()));
  }
  if (report.pairs.size() > pairs_shown)
    text +=
        fmt::format("and {} more pairs (--json prints all)\n", report.pairs.size() - pairs_shown);
  return text;
}

nlohmann::ordered_json as_json(const MadeAndTable& both) {
  return {{"made", both.made}, {"table", both.table}};
}

nlohmann::ordered_json place_json(const PlaceRow& row) {
  nlohmann::ordered_json ages = nlohmann::ordered_json::array();
  for (const auto& age : row.ages)
    ages.push_back({{"group", age.group},
                    {"made", age.persons.made},
                    {"table", age.persons.table},
                    {"simulated", age.simulated}});
  return {{"place", row.place},
          {"is_inside", row.is_inside},
          {"residents", as_json(row.residents)},
          {"foreign_born", as_json(row.foreign_born)},
          {"irregular_share_of_foreign_born", as_json(row.irregular)},
          {"household_size", row.household_size},
          {"ages", ages}};
}

}  // namespace

std::string as_text(const PopulationReport& report) {
  std::string text =
      fmt::format("{}: {:.0f} simulated persons in {}, beside the tables they were made from\n\n",
                  report.scenario, report.simulated, report.month);
  text += fmt::format("{:<6}{:>12}{:>12}{:>8}  {:<22}{:>10}{:>10}{:>8}{:>9}{:>7}{:>10}\n", "", "",
                      "", "", "largest error of an", "foreign", "", "", "without", "", "household");
  text += fmt::format("{:<6}{:>12}{:>12}{:>8}  {:<22}{:>10}{:>10}{:>8}{:>9}{:>7}{:>10}\n", "place",
                      "made", "table", "error", "age group and sex", "born", "table", "error",
                      "right", "table", "size");
  for (const auto& row : report.places) text += place_line(row);
  text += fmt::format(
      "\nOnly cells of {:.0f} simulated persons or more are judged. Ages of the foreign-born, and "
      "with them\nthose of all residents where many are, and the sizes of households have no "
      "table: "
      "assumed.\n",
      few_persons);
  return text + pairs_text(report);
}

std::string as_json(const PopulationReport& report) {
  nlohmann::ordered_json all = {{"scenario", report.scenario},
                                {"month", report.month},
                                {"simulated_persons", report.simulated},
                                {"places", nlohmann::ordered_json::array()},
                                {"pairs", nlohmann::ordered_json::array()}};
  for (const auto& row : report.places) all["places"].push_back(place_json(row));
  for (const auto& pair : report.pairs)
    all["pairs"].push_back({{"origin", pair.origin},
                            {"residence", pair.residence},
                            {"made", pair.persons.made},
                            {"table", pair.persons.table},
                            {"simulated", pair.simulated}});
  return json_text(all) + "\n";
}

}  // namespace rumbo
