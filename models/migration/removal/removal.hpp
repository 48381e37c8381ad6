// A case for removal as one person meets it: found, detained or not, decided.
//
// Formulas only: nothing here knows how persons are stored. docs/model.md: Return and removal.
// May include: rooms, the state of the rooms it names.
#pragma once
#include <cstdint>
#include <optional>

#include "engine/base/archive.hpp"
#include "engine/base/month.hpp"
#include "models/migration/labour/state.hpp"
#include "models/migration/money/state.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/person/persons.hpp"
#include "models/migration/person/sums.hpp"
#include "models/migration/person/verbs.hpp"
#include "models/migration/person/view.hpp"
#include "models/migration/removal/state.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

/// What follows when a person is found for removal.
enum class RemovalCourse : uint8_t { at_once, detained, outside };
RemovalCourse course_of(Rooms<const Removal> state, Facts facts, uint32_t person);

/// How a case ends. Numbered as the last three of CaseEvent.
enum class CaseEnd : uint8_t { removed, won, absconded };
/// How a case that is decided at once ends.
CaseEnd decided_at_once(Rooms<> state, Facts facts, uint32_t person);
/// Whether a case ends this month, and how.
std::optional<CaseEnd> end_of_case(Rooms<> state, const RemovalCase& row, Facts facts,
                                   uint32_t person);
/// Status after a case that was won.
constexpr Status status_after_relief(Status before) {
  return before == Status::irregular ? Status::temporary : before;
}

/// Months that a case lasts on average at a place, at least one.
double case_months(Rooms<> state, size_t place);

/// A person has been found for removal.
void find_for_removal(View& view, Dying::And<Sums, const Removal> state, uint32_t local);
/// Ends the cases of a community that are decided this month.
void decide_cases(View& view, Dying::And<Sums> state);
/// throws RunError if those detained and the rows of cases do not agree. month  for the message
void audit_cases(Rooms<const Persons, const RemovalCases> state, Month month);

double removal_hazard(Rooms<const Removal> state, Facts facts);

void set_removal_tables(
    Rooms<const Persons, const Labour, const Money, Removal, const RemovalCases> state);

}  // namespace rumbo::migration
