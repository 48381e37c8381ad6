// All figures of a world as one number: equal worlds have equal digests.
#pragma once
#include <cstdint>
#include <cstring>
#include <string>

#include "models/migration/world/world.hpp"

namespace rumbo::test {

/// Adds bytes up by the hash of Fowler, Noll and Vo.
class WorldDigest {
 public:
  explicit WorldDigest(const migration::World& world) {
    places(world);
    ways(world);
    for (const auto* grid :
         {&world.population,       &world.mortality,       &world.total_fertility,
          &world.fertility_share,  &world.sex_ratio,       &world.wage,
          &world.price_level,      &world.unemployment,    &world.employment,
          &world.schooling,        &world.labour_share,    &world.safety,
          &world.asylum_decisions, &world.recognition,     &world.stock,
          &world.irregular_share,  &world.visas,           &world.enforcement,
          &world.route_agents,     &world.season_crossing, &world.season_death,
          &world.remittance_cost,  &world.departures}) {
      number(grid->cells().size());
      for (const double cell : grid->cells()) number(cell);
    }
    for (const int year : world.population_years) number(year);
    for (const int year : world.stock_years) number(year);
    for (const double zero : world.safety_zero) number(zero);
  }
  uint64_t value() const { return hash_; }

 private:
  void byte(unsigned char b) { hash_ = (hash_ ^ b) * 1099511628211ULL; }
  void text(const std::string& t) {
    for (const char c : t) byte(static_cast<unsigned char>(c));
    byte(0);
  }
  template <class Number>
  void number(Number n) {
    const auto value = static_cast<double>(n);
    unsigned char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    for (const unsigned char b : bytes) byte(b);
  }
  template <class... Numbers>
  void numbers(Numbers... all) {
    (number(all), ...);
  }

  void places(const migration::World& world) {
    for (const auto& p : world.places) {
      text(p.code);
      text(p.name);
      numbers(static_cast<int>(p.kind), static_cast<int>(p.child_citizenship));
    }
    for (const auto& s : world.shocks)
      numbers(s.place, static_cast<int>(s.kind), s.first, s.last, s.severity, s.displaced_share,
              s.half_life_months);
    for (const auto& f : world.reservoir_flows) {
      numbers(f.origin, f.destination);
      for (const double arrivals : f.arrivals_per_year) number(arrivals);
      for (const double rate : f.return_rate) number(rate);
    }
  }

  void ways(const migration::World& world) {
    for (const auto& c : world.corridors)
      numbers(c.origin, c.destination, c.distance_km, c.is_contiguous, c.has_common_language,
              c.has_colonial_link, c.needs_visit_visa, c.border);
    for (const auto& b : world.borders) {
      text(b.mode);
      numbers(b.origin, b.destination, b.days, b.money_cost_usd, b.smuggler_fee_usd, b.apprehension,
              b.death, b.retry, b.has_routes, b.has_other_path);
      for (const auto leg : b.path) number(leg);
      for (const auto leg : b.other_path) number(leg);
    }
    for (const auto& r : world.routes) {
      text(r.name);
      numbers(r.days_on_foot, r.extra_cost_usd, r.death_factor);
    }
    for (const auto& l : world.legs)
      numbers(l.from, l.to, l.days, l.cost_usd, l.violence, l.extortion, l.stranding,
              l.forced_return, l.death);
    for (const auto& r : world.rights)
      numbers(r.origin, r.destination, static_cast<int>(r.right), r.from, r.to);
    for (const int corridor : world.corridor_of) number(corridor);
    for (const auto& of_origin : world.corridors_from)
      for (const int corridor : of_origin) number(corridor);
  }

  uint64_t hash_ = 14695981039346656037ULL;
};

inline uint64_t digest_of(const migration::World& world) {
  return WorldDigest(world).value();
}

}  // namespace rumbo::test
