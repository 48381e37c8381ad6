// Upper bounds of the screened hazards, by home place, situation, sex and age band.
//
// A bound that is too low would lose events; debug builds and the repeat test with all
// bounds at 1 watch over them.
#include <algorithm>

#include "engine/parallel/parallel.hpp"
#include "models/migration/mechanisms/mechanisms.hpp"
#include "models/migration/purpose.hpp"

namespace rumbo::migration {
namespace {

/// First and last completed years of age in a band, at the start of the month.
std::pair<int, int> ages_in(int band) {
  const int first = std::max(0, band * BoundTable::band_months - 1) / 12;
  const int last = std::max(0, (band + 1) * BoundTable::band_months - 2) / 12;
  return {std::min(first, 119), std::min(last, 119)};
}

/// Largest of a function of age over a band.
template <class Hazard>
double over_band(int band, const Hazard& hazard) {
  const auto [first, last] = ages_in(band);
  double largest = 0;
  for (int age = first; age <= last; ++age) largest = std::max(largest, hazard(age));
  return largest;
}

/// Largest vital rates over all living places, for those who may live anywhere.
struct Anywhere {
  Grid death{n_sexes, n_life_groups};
  Grid birth{n_mother_groups};
  double departure = 0, removal = 0, adjustment = 0, reservoir_return = 0, total = 0;

  explicit Anywhere(const State& state) {
    const MonthTables& t = state.tables;
    for (size_t p = 0; p < state.n_places(); ++p) {
      if (!state.world->is_alive(p)) continue;
      for (size_t s = 0; s < n_sexes; ++s)
        for (size_t g = 0; g < n_life_groups; ++g)
          death(s, g) = std::max(death(s, g), t.death(p, s, g));
      for (size_t g = 0; g < n_mother_groups; ++g) birth(g) = std::max(birth(g), t.birth(p, g));
      departure = std::max(departure, t.departure[p]);
      removal = std::max(removal, t.removal[p]);
      adjustment = std::max(adjustment, t.adjustment[p]);
      total = std::max(total, state.choice.largest_total[p]);
    }
    for (double h : t.reservoir_return) reservoir_return = std::max(reservoir_return, h);
  }
};

double birth_at(const Grid& birth, size_t row, bool by_place, int age) {
  if (age < 15 || age >= 50) return 0;
  const auto group = static_cast<size_t>((age - 15) / 5);
  return by_place ? birth(row, group) : birth(group);
}

double go_back_bound(const State& state, const Anywhere& anywhere, size_t home,
                     Situation situation) {
  const MonthTables& t = state.tables;
  double largest = anywhere.reservoir_return;
  const size_t n = state.n_places();
  double reentry = 0;
  for (size_t d = 0; d < n; ++d) reentry = std::max(reentry, t.reentry_factor[home * n + d]);
  // Birthplaces other than the home place are possible (children who moved on).
  if (situation == Situation::irregular)
    largest = std::max(largest, t.go_back[0][0]);
  else
    largest = std::max({largest, t.go_back[1][0], t.go_back[2][0]});
  (void)reentry;
  return largest * std::max(1.0, t.retirement_factor);
}

double status_bound(const State& state, const Anywhere& anywhere, size_t home, Situation situation,
                    int band) {
  const MonthTables& t = state.tables;
  const double age = over_band(band, [&](int a) { return t.age_factor[static_cast<size_t>(a)]; });
  switch (situation) {
    case Situation::at_home:
      return t.departure[home] * age;
    case Situation::settled:
      return std::max({anywhere.departure * age, t.naturalization, t.work_end, t.visit_months});
    case Situation::regular:
      return std::max({t.naturalization, t.work_end, t.visit_months});
    case Situation::irregular:
      return anywhere.adjustment;
  }
  return 1;
}

void set_rows(const State& state, const Anywhere& anywhere, size_t home, Situation situation,
              Sex sex, int band, BoundTable& bounds) {
  const MonthTables& t = state.tables;
  const unsigned row = slot_class(situation, sex);
  const bool is_here = situation == Situation::at_home;
  const auto s = static_cast<size_t>(sex);
  bounds.set(row, band, screened::death, over_band(band, [&](int age) {
               const auto g = static_cast<size_t>(life_group(age));
               return is_here ? t.death(home, s, g) : anywhere.death(s, g);
             }));
  bounds.set(row, band, screened::birth, sex == Sex::male ? 0 : over_band(band, [&](int age) {
               return is_here ? birth_at(t.birth, home, true, age)
                              : birth_at(anywhere.birth, 0, false, age);
             }));
  const auto [first, last] = ages_in(band);
  bounds.set(row, band, screened::union_start, last >= 18 && first < 41 ? t.union_start : 0);
  bounds.set(row, band, screened::union_end, last >= 16 ? t.union_end : 0);
  const bool may_move = situation == Situation::at_home || situation == Situation::settled;
  const double total = is_here ? state.choice.largest_total[home] : anywhere.total;
  const double age = over_band(band, [&](int a) { return t.age_factor[static_cast<size_t>(a)]; });
  const double rate = state.choice.consideration * age * (sex == Sex::female ? t.female_factor : 1);
  // A billionth up: sums of weights round.
  bounds.set(row, band, screened::move, may_move ? rate * total / (1 + total) * (1 + 1e-9) : 0);
  bounds.set(row, band, screened::go_back,
             may_move ? 0 : go_back_bound(state, anywhere, home, situation));
  bounds.set(row, band, screened::removal,
             situation == Situation::irregular ? anywhere.removal : 0);
  bounds.set(row, band, screened::status, status_bound(state, anywhere, home, situation, band));
}

}  // namespace

void set_bounds(State& state, Month) {
  state.bounds.resize(state.n_places());
  const Anywhere anywhere(state);
  parallel_for_each(state.n_places(), [&](size_t home) {
    BoundTable& bounds = state.bounds[home];
    if (state.wakes_everybody) return bounds.fill(65535);
    if (state.communities_of[home].second == 0) return;
    for (int situation = 0; situation < n_situations; ++situation)
      for (Sex sex : {Sex::female, Sex::male})
        for (int band = 0; band < BoundTable::n_bands; ++band)
          set_rows(state, anywhere, home, static_cast<Situation>(situation), sex, band, bounds);
  });
}

void screen(State& state, Month month, size_t community) {
  const Community& c = state.people.communities()[community];
  auto& woken = state.communities[community].woken;
  screen_community(state.draws, month, state.people, c, state.bounds[c.home], woken);
  // What is read first of each is far apart in memory: all requests at once, before they are
  // needed.
  const Facts* facts = state.people.column<Facts>(0).data() + c.first_slot;
  const uint16_t* household = state.people.household().data() + c.first_slot;
  for (const Woken& w : woken) {
    __builtin_prefetch(facts + w.local);
    __builtin_prefetch(household + w.local);
  }
}

}  // namespace rumbo::migration
