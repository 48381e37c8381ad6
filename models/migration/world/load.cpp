// Reads the tables of figures into a World; each table has one function.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "engine/base/error.hpp"
#include "engine/tables/figure_table.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {
namespace {

constexpr int last_count = 4095;  // a month after every run: rights that last

/// Reads tables with their overrides, and finds places by code.
class Loader {
 public:
  Loader(const TableSources& sources, World& world) : sources_(sources), world_(world) {}

  FigureTable read(const std::string& name, std::vector<std::string> keys) {
    const std::string path = sources_.folder + "/" + name + ".csv";
    FigureTable table = FigureTable::read(path);
    world_.files.push_back(path);
    if (const auto found = sources_.overrides.find(name); found != sources_.overrides.end()) {
      table.override_with(FigureTable::read(found->second.path), keys);
      world_.files.push_back(found->second.path);
    }
    return table;
  }

  size_t place(const FigureTable& table, size_t row, size_t column) const {
    const std::string& code = table.text(row, column);
    if (const auto found = world_.find(code)) return found->index();
    std::vector<std::string> codes;
    for (const auto& p : world_.places) codes.push_back(p.code);
    const std::string near = nearest_name(code, codes);
    table.refuse(row, "no place '" + code + "'; expected a place of places.csv" +
                          (near.empty() ? "" : "; did you mean '" + near + "'?"));
  }

  /// Index of a period of five years from 1990, held at the last.
  static size_t period(const FigureTable& table, size_t row, size_t column) {
    return static_cast<size_t>(table.whole(row, column, 1990, 2015) - 1990) / 5;
  }

  World& world() { return world_; }

 private:
  const TableSources& sources_;
  World& world_;
};

template <class Enum>
Enum one_of(const FigureTable& table, size_t row, size_t column,
            const std::map<std::string, Enum>& words) {
  const auto found = words.find(table.text(row, column));
  if (found != words.end()) return found->second;
  std::string expected;
  for (const auto& [word, value] : words) expected += (expected.empty() ? "" : ", ") + word;
  table.refuse(row, table.columns()[column] + ": found '" + table.text(row, column) +
                        "'; expected one of " + expected);
}

void load_places(Loader& loader) {
  const auto table = loader.read("places", {"place"});
  const size_t code = table.column("place"), name = table.column("name"),
               kind = table.column("kind"), region = table.column("region"),
               child = table.column("child_citizenship");
  for (size_t r = 0; r < table.n_rows(); ++r) {
    Place place;
    place.code = table.text(r, code);
    place.name = table.text(r, name);
    place.kind = one_of<PlaceKind>(table, r, kind,
                                   {{"inside", PlaceKind::inside},
                                    {"outside", PlaceKind::outside},
                                    {"reservoir", PlaceKind::reservoir}});
    place.region = table.text(r, region);
    place.child_citizenship =
        table.is_empty(r, child)
            ? ChildCitizenship::descent
            : one_of<ChildCitizenship>(table, r, child,
                                       {{"soil", ChildCitizenship::soil},
                                        {"descent", ChildCitizenship::descent},
                                        {"neither", ChildCitizenship::neither}});
    loader.world().places.push_back(std::move(place));
  }
  if (loader.world().places.size() > 126)
    throw InputError("places.csv: " + std::to_string(loader.world().places.size()) +
                     " places; at most 126 fit");
}

/// Years of a column, ascending, each once.
std::vector<int> years_of(const FigureTable& table, size_t column) {
  std::set<int> years;
  for (size_t r = 0; r < table.n_rows(); ++r) years.insert(table.whole(r, column, 1900, 2100));
  return {years.begin(), years.end()};
}

size_t index_in(const std::vector<int>& years, int year) {
  return static_cast<size_t>(std::lower_bound(years.begin(), years.end(), year) - years.begin());
}

void load_population(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("population", {"place", "year", "age_start_years"});
  const size_t place = table.column("place"), year = table.column("year"),
               age = table.column("age_start_years"), male = table.column("male_persons"),
               female = table.column("female_persons");
  world.population_years = years_of(table, year);
  world.population = Grid(world.n_places(), world.population_years.size(), n_age_groups, 2);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t p = loader.place(table, r, place);
    const size_t y = index_in(world.population_years, table.whole(r, year, 1900, 2100));
    const auto a = static_cast<size_t>(table.whole(r, age, 0, 100)) / 5;
    world.population(p, y, a, 0) = table.number(r, female, 0);
    world.population(p, y, a, 1) = table.number(r, male, 0);
  }
}

void load_mortality(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("mortality", {"place", "period_start_year", "age_start_years"});
  const size_t place = table.column("place"), period = table.column("period_start_year"),
               age = table.column("age_start_years"), male = table.column("male_per_person_year"),
               female = table.column("female_per_person_year");
  world.mortality = Grid(world.n_places(), 6, n_life_groups, 2);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t p = loader.place(table, r, place), i = Loader::period(table, r, period);
    const auto a = static_cast<size_t>(life_group(table.whole(r, age, 0, 100)));
    world.mortality(p, i, a, 0) = table.number(r, female, 0, 10);
    world.mortality(p, i, a, 1) = table.number(r, male, 0, 10);
  }
}

void load_fertility(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("fertility", {"place", "period_start_year"});
  const size_t place = table.column("place"), period = table.column("period_start_year"),
               total = table.column("total_fertility_births_per_woman"),
               ratio = table.column("sex_ratio_at_birth"), share = table.column("share_15_19");
  world.total_fertility = Grid(world.n_places(), 6);
  world.sex_ratio = Grid(world.n_places(), 6, 1, 1, 1.05);
  world.fertility_share = Grid(world.n_places(), 6, n_mother_groups);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t p = loader.place(table, r, place), i = Loader::period(table, r, period);
    world.total_fertility(p, i) = table.number(r, total, 0, 15);
    world.sex_ratio(p, i) = table.number(r, ratio, 0.8, 1.3);
    for (size_t g = 0; g < n_mother_groups; ++g)
      world.fertility_share(p, i, g) = table.number(r, share + g, 0, 1);
  }
}

void load_economy(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("economy", {"place", "year"});
  const size_t place = table.column("place"), year = table.column("year");
  struct Series {
    Grid& grid;
    size_t column;
    double low, high;
  };
  for (Grid* grid : {&world.wage, &world.price_level, &world.unemployment, &world.employment,
                     &world.schooling, &world.labour_share})
    *grid = Grid(world.n_places(), n_years);
  const Series series[] = {{world.wage, table.column("wage_usd_ppp2020_per_year"), 100, 1e6},
                           {world.price_level, table.column("price_level_usa1"), 0.02, 5},
                           {world.unemployment, table.column("unemployment_share"), 0, 0.6},
                           {world.employment, table.column("employment_share_15_64"), 0.1, 1},
                           {world.schooling, table.column("school_years_25plus"), 0, 20},
                           {world.labour_share, table.column("labour_share"), 0.1, 1}};
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const int y = table.whole(r, year, 1900, 2100);
    if (y < first_year || y >= first_year + n_years) continue;
    for (const auto& s : series)
      s.grid(loader.place(table, r, place), year_index(y)) =
          table.number(r, s.column, s.low, s.high);
  }
}

/// Each of the three measures of safety as a z-score over all living places and years.
void standardize(World& world) {
  for (size_t k = 0; k < 3; ++k) {
    double sum = 0, squares = 0, n = 0;
    for (size_t p = 0; p < world.n_places(); ++p) {
      if (!world.is_alive(p)) continue;
      for (size_t y = 0; y < n_years; ++y, n += 1) {
        sum += world.safety(p, y, k);
        squares += world.safety(p, y, k) * world.safety(p, y, k);
      }
    }
    const double mean = sum / n;
    const double deviation = std::sqrt(std::max(1e-12, squares / n - mean * mean));
    for (size_t p = 0; p < world.n_places(); ++p)
      for (size_t y = 0; y < n_years; ++y)
        world.safety(p, y, k) = (world.safety(p, y, k) - mean) / deviation;
  }
}

void load_institutions(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("institutions", {"place", "year"});
  const size_t place = table.column("place"), year = table.column("year");
  const size_t columns[] = {table.column("homicides_per_100k"),
                            table.column("conflict_deaths_per_100k"),
                            table.column("liberal_democracy_0_1")};
  world.safety = Grid(world.n_places(), n_years, 3);
  for (size_t r = 0; r < table.n_rows(); ++r)
    for (size_t k = 0; k < 3; ++k)
      world.safety(loader.place(table, r, place), year_index(table.whole(r, year, 1900, 2100)), k) =
          table.number(r, columns[k], 0);
  standardize(world);
}

void load_corridors(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("corridors", {"origin", "destination"});
  const size_t from = table.column("origin"), to = table.column("destination"),
               distance = table.column("distance_km"), contiguous = table.column("contiguous_01"),
               language = table.column("common_language_01"),
               colonial = table.column("colonial_link_01"),
               visa = table.column("visit_visa_required_01");
  const size_t n = world.n_places();
  world.corridor_of.assign(n * n, -1);
  world.corridors_from.resize(n);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    Corridor c;
    c.origin = static_cast<uint8_t>(loader.place(table, r, from));
    c.destination = static_cast<uint8_t>(loader.place(table, r, to));
    if (c.origin == c.destination) table.refuse(r, "origin and destination are the same place");
    c.distance_km = table.number(r, distance, 1, 30000);
    c.is_contiguous = table.whole(r, contiguous, 0, 1) == 1;
    c.has_common_language = table.whole(r, language, 0, 1) == 1;
    c.has_colonial_link = table.whole(r, colonial, 0, 1) == 1;
    c.needs_visit_visa = table.whole(r, visa, 0, 1) == 1;
    world.corridor_of[c.origin * n + c.destination] = static_cast<int>(world.corridors.size());
    world.corridors_from[c.origin].push_back(static_cast<int>(world.corridors.size()));
    world.corridors.push_back(c);
  }
}

void load_borders(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("borders", {"from_place", "to_place"});
  const size_t from = table.column("from_place"), to = table.column("to_place"),
               mode = table.column("mode"), days = table.column("days"),
               money = table.column("money_cost_usd2020"),
               fee = table.column("smuggler_fee_usd2020"),
               caught = table.column("apprehension_per_attempt"),
               death = table.column("death_per_attempt"), retry = table.column("retry_share");
  for (size_t r = 0; r < table.n_rows(); ++r) {
    Border b;
    b.origin = static_cast<uint8_t>(loader.place(table, r, from));
    b.destination = static_cast<uint8_t>(loader.place(table, r, to));
    b.mode = table.text(r, mode);
    b.days = table.number(r, days, 0, 400);
    b.money_cost_usd = table.number(r, money, 0, 1e5);
    b.smuggler_fee_usd = table.number(r, fee, 0, 1e5);
    b.apprehension = table.number(r, caught, 0, 0.99);
    b.death = table.number(r, death, 0, 0.5);
    b.retry = table.number(r, retry, 0, 1);
    const int corridor = world.corridor_of[b.origin * world.n_places() + b.destination];
    if (corridor < 0) table.refuse(r, "no such corridor in corridors.csv");
    world.corridors[static_cast<size_t>(corridor)].border = static_cast<int>(world.borders.size());
    world.borders.push_back(b);
  }
}

int month_or(const FigureTable& table, size_t row, size_t column, int otherwise) {
  if (table.is_empty(row, column)) return otherwise;
  const auto month = Month::parse(table.text(row, column));
  if (!month)
    table.refuse(row, table.columns()[column] + ": found '" + table.text(row, column) +
                          "'; expected YYYY-MM");
  return month->count();
}

void load_rights(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("entry_rights", {"origin", "destination", "right", "from"});
  const size_t from = table.column("origin"), to = table.column("destination"),
               right = table.column("right"), first = table.column("from"),
               last = table.column("to");
  const std::map<std::string, EntryRight> words{{"citizenship", EntryRight::citizenship},
                                                {"free_residence", EntryRight::free_residence},
                                                {"free_movement", EntryRight::free_movement},
                                                {"descent_visa", EntryRight::descent_visa},
                                                {"visa_free_visit", EntryRight::visa_free_visit},
                                                {"visa_required", EntryRight::visa_required}};
  for (size_t r = 0; r < table.n_rows(); ++r) {
    DatedRight d;
    d.origin = static_cast<uint8_t>(loader.place(table, r, from));
    d.destination = static_cast<uint8_t>(loader.place(table, r, to));
    d.right = one_of(table, r, right, words);
    d.from = month_or(table, r, first, 0);
    d.to = month_or(table, r, last, last_count - 1) + 1;
    world.rights.push_back(d);
  }
}

void load_stock(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("stock", {"origin", "destination", "year"});
  const size_t from = table.column("origin"), to = table.column("destination"),
               year = table.column("year"), male = table.column("male_persons"),
               female = table.column("female_persons");
  world.stock_years = years_of(table, year);
  world.stock = Grid(world.n_places(), world.n_places(), world.stock_years.size(), 2);
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t o = loader.place(table, r, from), d = loader.place(table, r, to);
    const size_t y = index_in(world.stock_years, table.whole(r, year, 1900, 2100));
    world.stock(o, d, y, 0) = table.number(r, female, 0);
    world.stock(o, d, y, 1) = table.number(r, male, 0);
  }
}

void load_irregular_share(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("irregular_share", {"origin", "destination"});
  const size_t from = table.column("origin"), to = table.column("destination"),
               low = table.column("low");
  world.irregular_share = Grid(world.n_places(), world.n_places(), 3);
  for (size_t r = 0; r < table.n_rows(); ++r)
    for (size_t k = 0; k < 3; ++k)
      world.irregular_share(loader.place(table, r, from), loader.place(table, r, to), k) =
          table.number(r, low + k, 0, 1);
}

void load_visas(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("visas", {"origin", "destination", "channel", "from_year"});
  const size_t from = table.column("origin"), to = table.column("destination"),
               channel = table.column("channel"), first = table.column("from_year"),
               last = table.column("to_year"), places = table.column("places_per_year");
  world.visas = Grid(world.corridors.size(), n_visa_kinds, n_years);
  const std::map<std::string, VisaKind> words{
      {"work", VisaKind::work}, {"study", VisaKind::study}, {"family", VisaKind::family}};
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const int c = world.corridor_of[loader.place(table, r, from) * world.n_places() +
                                    loader.place(table, r, to)];
    if (c < 0) table.refuse(r, "no such corridor in corridors.csv");
    const auto kind = static_cast<size_t>(one_of(table, r, channel, words));
    for (int y = table.whole(r, first, 1900, 2100); y <= table.whole(r, last, 1900, 2100); ++y)
      if (y >= first_year && y < first_year + n_years)
        world.visas(static_cast<size_t>(c), kind, year_index(y)) = table.number(r, places, 0);
  }
}

void load_enforcement(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("enforcement", {"place", "year"});
  world.enforcement = Grid(world.n_places(), n_years, 1, 1, 1.0);
  for (size_t r = 0; r < table.n_rows(); ++r)
    world.enforcement(loader.place(table, r, table.column("place")),
                      year_index(table.whole(r, table.column("year"), 1900, 2100))) =
        table.number(r, table.column("enforcement_index"), 0, 100);
}

/// Fills the years between those given by the last one given before (the first for earlier ones).
void load_remittance_cost(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("remittance_cost", {"sender", "receiver", "year"});
  const size_t from = table.column("sender"), to = table.column("receiver"),
               year = table.column("year"), cost = table.column("cost_share_of_200usd");
  constexpr double unknown = -1, elsewhere = 0.08;  // corridors without a row: assumed
  world.remittance_cost = Grid(world.n_places(), world.n_places(), n_years, 1, unknown);
  for (size_t r = 0; r < table.n_rows(); ++r)
    world.remittance_cost(loader.place(table, r, from), loader.place(table, r, to),
                          year_index(table.whole(r, year, 1900, 2100))) =
        table.number(r, cost, 0, 0.9);
  for (size_t s = 0; s < world.n_places(); ++s)
    for (size_t q = 0; q < world.n_places(); ++q) {
      double last = elsewhere;
      for (size_t y = n_years; y-- > 0;)
        if (world.remittance_cost(s, q, y) != unknown) last = world.remittance_cost(s, q, y);
      for (size_t y = 0; y < n_years; ++y) {
        double& cell = world.remittance_cost(s, q, y);
        if (cell == unknown) cell = last;
        last = cell;
      }
    }
}

void load_reservoirs(Loader& loader) {
  World& world = loader.world();
  const auto table = loader.read("reservoir_flows", {"origin", "destination", "period_start_year"});
  const size_t from = table.column("origin"), to = table.column("destination"),
               period = table.column("period_start_year"),
               arrivals = table.column("arrivals_persons_per_year"),
               rate = table.column("return_rate_per_year");
  std::map<std::pair<size_t, size_t>, ReservoirFlow> flows;
  for (size_t r = 0; r < table.n_rows(); ++r) {
    const size_t o = loader.place(table, r, from), d = loader.place(table, r, to);
    auto& flow = flows[{o, d}];
    flow.origin = static_cast<uint8_t>(o);
    flow.destination = static_cast<uint8_t>(d);
    flow.arrivals_per_year.resize(6);
    flow.return_rate.resize(6);
    const size_t i = Loader::period(table, r, period);
    flow.arrivals_per_year[i] = table.number(r, arrivals, 0);
    flow.return_rate[i] = table.number(r, rate, 0, 1);
  }
  for (auto& [pair, flow] : flows) world.reservoir_flows.push_back(std::move(flow));
  const auto away = loader.read("departures_to_reservoir", {"origin", "period_start_year"});
  world.departures = Grid(world.n_places(), 6);
  for (size_t r = 0; r < away.n_rows(); ++r)
    world.departures(loader.place(away, r, away.column("origin")),
                     Loader::period(away, r, away.column("period_start_year"))) =
        away.number(r, away.column("departures_share_per_year"), 0, 1);
}

}  // namespace

std::shared_ptr<const World> load_world(const TableSources& sources) {
  auto world = std::make_shared<World>();
  Loader loader(sources, *world);
  load_places(loader);
  load_population(loader);
  load_mortality(loader);
  load_fertility(loader);
  load_economy(loader);
  load_institutions(loader);
  load_corridors(loader);
  load_borders(loader);
  load_rights(loader);
  load_stock(loader);
  load_irregular_share(loader);
  load_visas(loader);
  load_enforcement(loader);
  load_remittance_cost(loader);
  load_reservoirs(loader);
  return world;
}

}  // namespace rumbo::migration
