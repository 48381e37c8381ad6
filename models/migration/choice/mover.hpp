// Choice as one person meets it: ties, means, weights of destinations, the one chosen.
//
// Formulas only: nothing here knows how persons are stored. docs/model.md: Leaving; Destination and
// channel; Visas; Ties. Other rooms may include it. May include: rooms, the state of the rooms it
// names.
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

#include "models/migration/choice/choice_tables.hpp"
#include "models/migration/information/beliefs.hpp"
#include "models/migration/information/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/person/others.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/returns/state.hpp"
#include "models/migration/rooms.hpp"
#include "models/migration/shocks/state.hpp"
#include "models/migration/visas/state.hpp"

namespace rumbo::migration {

inline constexpr size_t most_destinations_with_ties = 8;
/// The class of means that every channel is open to.
inline constexpr size_t rich = n_affordability_classes - 1;
inline constexpr double endless = std::numeric_limits<double>::max();

/// A person at home who looks around: what they can pay, and their ties by place.
struct Mover {
  uint32_t local = 0;
  size_t origin = 0;
  size_t kind = 0;
  Beliefs beliefs;
  double belief_factor = 1;  ///< on what leaving is worth to their group
  double affordable_usd = 0;
  size_t affordability = 0;
  std::array<TiesAt, most_destinations_with_ties> ties;
  size_t n_ties = 0;
  Refusals refusals;  ///< ways they asked for and did not get

  const TiesAt* ties_at(size_t place) const {
    for (size_t i = 0; i < n_ties; ++i)
      if (ties[i].place == place) return &ties[i];
    return nullptr;
  }
  /// What the household owns and can borrow, USD; classed as the tables are.
  void set_means(const ChoiceTables& tables, double usd) {
    affordability = tables.must_pay ? static_cast<size_t>(affordability_class(usd)) : rich;
    affordable_usd = tables.must_pay ? affordability_usd[affordability] : endless;
  }
};

/// Adds up the ties of a person at home, by destination in order of first meeting.
class TieCount {
 public:
  /// ties  the first so many destinations count, others are lost
  TieCount(Rooms<const ChoiceTables> state, unsigned home, std::span<TiesAt> ties);

  /// Whether this is a person who lives elsewhere: only then is there a tie to count.
  bool is_away(uint8_t published) const {
    return published_alive(published) && published_place(published) != home_;
  }
  /// strength  left of the tie, in [0, 1]
  void meet(uint8_t published, double strength, bool is_kin);
  size_t n_destinations() const { return count_; }

 private:
  std::span<TiesAt> ties_;
  double most_, strong_, weak_;
  unsigned home_;
  size_t count_ = 0;
};

/// Strength left of a tie to a person who arrived where they live so many years ago.
inline double faded_strength(Rooms<const ChoiceTables> state, int years) {
  return state.choice.tie_strength[static_cast<size_t>(std::clamp(years, 0, n_stay_years - 1))];
}

/// A person at home with the ties and means that they have now.
Mover mover_of(const Look& view,
               Rooms<const Ties, const Others, const Money, const InformationTables,
                     const ChoiceTables, const Returns>
                   state,
               uint32_t local);
/// Hazard a month of considering to leave.
double propensity(Rooms<const ChoiceTables, const Shocks> state, Facts facts, int age);
/// What a household can borrow for the journey of this member, USD.
double credit_usd(Rooms<const Returns> state, Facts facts);
/// Sum over destinations, relative to staying, for a person of these means.
double total_weight(Rooms<const InformationTables, const ChoiceTables> state, const Mover& mover,
                    double affordable_usd, size_t affordability);
/// Probability that the next choice of a person who was refused is not to stay.
double leaving_otherwise(Rooms<const InformationTables, const ChoiceTables> state,
                         const Mover& mover);
/// Probability of leaving this month of a person who considers it at this rate.
constexpr double leaving(double rate, double total) {
  return rate * total / (1 + total);
}
/// The corridor that a uniform number falls on, -1 if none is open.
int pick_corridor(Rooms<const InformationTables, const ChoiceTables> state, const Mover& mover,
                  double affordable_usd, size_t affordability, double uniform);
/// Whether places are granted by the year: visas.
constexpr bool is_rationed(Channel channel) {
  return static_cast<int>(channel) < n_visa_kinds;
}
/// Where those who ask might have gone: the chance of every visa, added up. What few simulated
/// persons draw tells little of demand for small corridors; their chances do.
struct AskedInMean {
  std::span<int64_t> chances;  ///< [corridor, kind] in millionths of a person
  int64_t weight = 0;          ///< of who asks

  /// A person who asks for this and nothing else.
  void add(const Request& request) const {
    if (is_rationed(request.channel))
      chances[request.corridor * n_visa_kinds + static_cast<size_t>(request.channel)] +=
          weight * 1000000;
  }
};
/// Where and how this person asks to go, by their draws of the month; nothing if no way is open.
std::optional<Request> request_of(Rooms<const InformationTables, const ChoiceTables> state,
                                  const Mover& mover, uint32_t person, AskedInMean asked);
/// What a person who was refused asks for next, by their draws of the month: in a queue the same,
/// else their next choice; nothing if that is to stay.
/// mover  without refusals; those of the application count
std::optional<Request> next_request(Rooms<const InformationTables, const ChoiceTables> state,
                                    Mover mover, const Application& application, uint32_t person,
                                    AskedInMean asked);

}  // namespace rumbo::migration
