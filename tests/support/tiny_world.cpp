// See tiny_world.hpp.
#include "tests/support/tiny_world.hpp"

#include <fmt/format.h>

#include <cmath>

#include "tests/support/scratch_folder.hpp"

namespace rumbo::test {
namespace {

/// First ages of mortality.csv: 0, 1, 5, 10, ... 100.
std::vector<int> life_ages() {
  std::vector<int> ages{0, 1};
  for (int age = 5; age <= 100; age += 5) ages.push_back(age);
  return ages;
}

bool is_reservoir(const TinyPlace& place) {
  return place.kind == "reservoir";
}

std::string pairs(const TinyWorld& world, const std::string& header, const std::string& cells) {
  std::string text = header + "\n";
  for (const auto& from : world.places)
    for (const auto& to : world.places)
      if (from.code != to.code && !is_reservoir(from) && !is_reservoir(to))
        text += from.code + "," + to.code + "," + cells + "\n";
  return text;
}

std::string people_tables(const TinyWorld& world, const std::filesystem::path& folder) {
  std::string population = "place,year,age_start_years,male_persons,female_persons\n";
  std::string mortality =
      "place,period_start_year,age_start_years,male_per_person_year,female_per_person_year\n";
  std::string fertility =
      "place,period_start_year,total_fertility_births_per_woman,sex_ratio_at_birth,share_15_19,"
      "share_20_24,share_25_29,share_30_34,share_35_39,share_40_44,share_45_49\n";
  for (const auto& place : world.places) {
    if (is_reservoir(place)) continue;
    for (int year : {1980, 2020})
      for (int group = 0; group < migration::n_age_groups; ++group) {
        const double each = place.persons * TinyWorld::age_share(group) / 2;
        population += fmt::format("{},{},{},{},{}\n", place.code, year, group * 5, each, each);
      }
    for (int period = 1990; period <= 2015; period += 5) {
      for (int age : life_ages()) {
        const double rate = TinyWorld::mortality_by_age(age) * place.mortality_factor;
        mortality += fmt::format("{},{},{},{},{}\n", place.code, period, age, rate, rate);
      }
      fertility += fmt::format("{},{},{},1.05,0.12,0.25,0.26,0.2,0.12,0.04,0.01\n", place.code,
                               period, place.total_fertility);
    }
  }
  write_bytes(folder / "mortality.csv", mortality);
  write_bytes(folder / "fertility.csv", fertility);
  return population;
}

void write_series(const TinyWorld& world, const std::filesystem::path& folder) {
  std::string economy =
      "place,year,wage_usd_ppp2020_per_year,price_level_usa1,unemployment_share,"
      "employment_share_15_64,human_capital_index,school_years_25plus,labour_share\n";
  std::string institutions =
      "place,year,homicides_per_100k,conflict_deaths_per_100k,liberal_democracy_0_1\n";
  for (const auto& place : world.places) {
    if (is_reservoir(place)) continue;
    for (int year = 1990; year <= 2020; ++year) {
      economy +=
          fmt::format("{},{},{},0.5,0.06,0.65,2.5,8,0.55\n", place.code, year, place.wage_usd);
      institutions += fmt::format("{},{},5,1,0.5\n", place.code, year);
    }
  }
  write_bytes(folder / "economy.csv", economy);
  write_bytes(folder / "institutions.csv", institutions);
}

void write_ways(const TinyWorld& world, const std::filesystem::path& folder) {
  write_bytes(folder / "corridors.csv",
              pairs(world,
                    "origin,destination,distance_km,contiguous_01,common_language_01,"
                    "colonial_link_01,visit_visa_required_01",
                    "500,1,1,0,1"));
  TinyWorld nothing = world;
  if (!world.has_borders) nothing.places.clear();
  write_bytes(
      folder / "borders.csv",
      pairs(nothing,
            "from_place,to_place,mode,days,money_cost_usd2020,smuggler_fee_usd2020,"
            "apprehension_per_attempt,death_per_attempt,retry_share",
            fmt::format("land,3,100,{},{},0.001,0.8", world.smuggler_fee_usd, world.apprehension)));
  write_bytes(folder / "routes.csv",
              "route,from_place,to_place,days_on_foot,extra_cost_usd2020,death_factor\n");
  write_bytes(folder / "route_effort.csv", "route,year,agents_persons\n");
  write_bytes(folder / "season.csv", "month,crossing_factor,death_factor\n");
  write_bytes(folder / "transit.csv",
              "from_place,to_place,mode,days,cost_usd2020,violence_probability,"
              "extortion_probability,stranding_probability,forced_return_probability,"
              "death_probability\n");
  write_bytes(folder / "paths.csv", "origin,destination,legs,other_legs\n");
  write_bytes(folder / "entry_rights.csv", "origin,destination,right,from,to\n");
  std::string visas = "origin,destination,channel,from_year,to_year,places_per_year\n";
  for (const std::string kind : {"work", "study", "family"})
    visas += pairs(world, "", fmt::format("{},1990,2020,{}", kind, world.work_places)).substr(1);
  write_bytes(folder / "visas.csv", visas);
}

void write_stocks(const TinyWorld& world, const std::filesystem::path& folder) {
  const std::string cells = fmt::format("{},{}", world.stock, world.stock);
  write_bytes(folder / "stock.csv",
              pairs(world, "origin,destination,year,male_persons,female_persons", "1990," + cells) +
                  pairs(world, "", "2020," + cells).substr(1));
  write_bytes(folder / "irregular_share.csv",
              pairs(world, "origin,destination,low,central,high",
                    fmt::format("{0},{0},{0}", world.irregular_share)));
  write_bytes(folder / "enforcement.csv", "place,year,enforcement_index\n");
  write_bytes(folder / "remittance_cost.csv",
              pairs(world, "sender,receiver,year,cost_share_of_200usd", "1990,0.1"));
  write_bytes(folder / "reservoir_flows.csv",
              "origin,destination,period_start_year,arrivals_persons_per_year,"
              "return_rate_per_year\n");
  write_bytes(folder / "departures_to_reservoir.csv",
              "origin,period_start_year,departures_share_per_year\n");
}

}  // namespace

double TinyWorld::mortality_by_age(int age) {
  if (age < 1) return 0.03;
  return age < 30 ? 0.001 : 0.002 * std::exp2((age - 30) / 10.0);
}

double TinyWorld::age_share(int group) {
  // Falls evenly to nothing at 85: the shape of a growing population, near enough.
  constexpr int last = 17;
  return group < last ? 2.0 * (last - group) / (last * (last + 1.0)) : 0;
}

void TinyWorld::write(const std::filesystem::path& folder) const {
  std::string table = "place,name,kind,region,child_citizenship\n";
  for (const auto& place : places)
    table += place.code + "," + place.code + "," + place.kind + ",Nowhere,soil\n";
  write_bytes(folder / "places.csv", table);
  write_bytes(folder / "population.csv", people_tables(*this, folder));
  write_series(*this, folder);
  write_ways(*this, folder);
  write_stocks(*this, folder);
}

std::shared_ptr<const migration::World> TinyWorld::load() const {
  const ScratchFolder folder;
  write(folder.path());
  return migration::load_world({folder.path().string(), {}});
}

}  // namespace rumbo::test
