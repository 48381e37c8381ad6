// What statistics would see of what happened, and how people fare. docs/model.md: What statistics
// see.
//
// Nothing here changes a person: draws have purposes of their own, and the one thing remembered
// (who was apprehended lately) is read by no other mechanism. May include: base, person.
#pragma once
#include <cstdint>
#include <tuple>
#include <vector>

#include "engine/base/named_enum.hpp"
#include "models/migration/observation/panel.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// Side table of those apprehended at a border within the last year.
struct Apprehended {
  uint16_t local = 0;
  uint16_t month = 0;  ///< of the last apprehension

  static constexpr const char* table = "apprehended";  ///< its name in archives
  static constexpr bool is_unmarked = true;            ///< no fact of a person tells of it
  static constexpr EndedBy ended_by{Verb::die, Verb::leave};
  int latest() const { return month; }  ///< month that it tells of
  static constexpr auto fields() {
    return std::tuple{RowField{"local", &Apprehended::local},
                      RowField{"month", &Apprehended::month}};
  }
};
inline constexpr int recidivism_months = 12;

/// Whether an apprehension is of a person apprehended within the 12 months before.
enum class Recidivism : uint8_t { first, again };
inline constexpr size_t n_recidivism = n_of<Recidivism>;
inline constexpr auto recidivism_names = names_of<Recidivism>();

/// Where an irregular journey ended in death.
enum class DeathPlace : uint8_t { on_the_way, at_the_border };
inline constexpr size_t n_death_places = n_of<DeathPlace>;
inline constexpr auto death_place_names = names_of<DeathPlace>();

/// What the yearly survey asks; each answer counts those to whom it applies.
enum class SurveyAnswer : uint8_t {
  asked,
  was_abroad,    ///< has lived elsewhere and come back
  was_removed,   ///< of them, sent back at least once
  back_in_year,  ///< of them, within the last 12 months
  kin_abroad     ///< a member of the household lives elsewhere
};
inline constexpr size_t n_survey_answers = n_of<SurveyAnswer>;
inline constexpr auto survey_answer_names = names_of<SurveyAnswer>();

/// What makes vulnerable; `persons` are all, for shares.
enum class VulnerableBy : uint8_t { persons, irregular, indebted, minor_alone, no_kin, held };
inline constexpr size_t n_vulnerabilities = n_of<VulnerableBy>;
inline constexpr auto vulnerability_names = names_of<VulnerableBy>();

/// Parts of welfare, each summed over the persons of the first.
enum class WelfarePart : uint8_t {
  persons,         ///< persons in the sample
  income,          ///< expected at home, 1,000 USD a year at purchasing power parity
  freedom_to_move  ///< log(1 + W): what being free to leave adds, in units of utility
};
inline constexpr size_t n_welfare_parts = n_of<WelfarePart>;
inline constexpr auto welfare_part_names = names_of<WelfarePart>();

/// Why the number of persons changes.
enum class PersonEvent : uint8_t { birth, death, arrival, departure };
inline constexpr int n_person_events = n_of<PersonEvent>;

/// Residents as they are counted.
struct Census {
  std::vector<int64_t> population;     ///< [place] residents
  std::vector<int64_t> compatriots;    ///< [birthplace, residence] residents when last taken over
  std::vector<int64_t> person_events;  ///< [event] since the start
};
RUMBO_ROOM(Census, census)

struct Observation {
  SideTable<Apprehended> apprehended;  ///< [community]
  Panel panel;

  static constexpr auto tables() { return std::tuple{&Observation::apprehended}; }
};
RUMBO_ROOM_OF_COMMUNITIES(Observation, observation)

}  // namespace rumbo::migration
