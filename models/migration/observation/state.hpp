// What statistics would see of what happened, and how people fare. docs/model.md: What statistics
// see.
//
// Nothing here changes a person: draws have purposes of their own, and the one thing remembered
// (who was apprehended lately) is read by no other mechanism. May include: base, person.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <vector>

#include "models/migration/observation/panel.hpp"
#include "models/migration/person/side_table.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// Side table of those apprehended at a border within the last year.
struct Apprehended {
  uint16_t local = 0;
  uint16_t month = 0;  ///< of the last apprehension

  static constexpr const char* table = "apprehended";  ///< its name in archives
  static constexpr auto fields() {
    return std::tuple{RowField{"local", &Apprehended::local},
                      RowField{"month", &Apprehended::month}};
  }
};
inline constexpr int recidivism_months = 12;

/// Whether an apprehension is of somebody apprehended within the 12 months before.
enum class Recidivism : uint8_t { first, again };
inline constexpr size_t n_recidivism = 2;
inline constexpr std::array<std::string_view, n_recidivism> recidivism_names{"first", "again"};

/// Where an irregular journey ended in death.
enum class DeathPlace : uint8_t { on_the_way, at_the_border };
inline constexpr size_t n_death_places = 2;
inline constexpr std::array<std::string_view, n_death_places> death_place_names{"on_the_way",
                                                                                "at_the_border"};

/// What the yearly survey asks; each answer counts those to whom it applies.
enum class SurveyAnswer : uint8_t {
  asked,
  was_abroad,    ///< has lived elsewhere and come back
  was_removed,   ///< of them, sent back at least once
  back_in_year,  ///< of them, within the last 12 months
  kin_abroad     ///< a member of the household lives elsewhere
};
inline constexpr size_t n_survey_answers = 5;
inline constexpr std::array<std::string_view, n_survey_answers> survey_answer_names{
    "asked", "was_abroad", "was_removed", "back_in_year", "kin_abroad"};

/// What makes vulnerable; `persons` are all, for shares.
enum class VulnerableBy : uint8_t { persons, irregular, indebted, minor_alone, no_kin, held };
inline constexpr size_t n_vulnerabilities = 6;
inline constexpr std::array<std::string_view, n_vulnerabilities> vulnerability_names{
    "persons", "irregular", "indebted", "minor_alone", "no_kin", "held"};

/// Parts of welfare, each summed over the persons of the first.
enum class WelfarePart : uint8_t {
  persons,         ///< persons in the sample
  income,          ///< expected at home, 1,000 USD a year at purchasing power parity
  freedom_to_move  ///< log(1 + W): what being free to leave adds, in units of utility
};
inline constexpr size_t n_welfare_parts = 3;
inline constexpr std::array<std::string_view, n_welfare_parts> welfare_part_names{
    "persons", "income", "freedom_to_move"};

/// Why the number of persons changes.
enum class PersonEvent : uint8_t { birth, death, arrival, departure };
inline constexpr int n_person_events = 4;

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
};
RUMBO_ROOM_OF_COMMUNITIES(Observation, observation)

}  // namespace rumbo::migration
