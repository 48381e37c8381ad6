// Phases of a month and statuses of persons, described for lists and reference pages. See
// describe.hpp.
#include <fmt/format.h>

#include "models/migration/person/person.hpp"
#include "models/migration/schedule.hpp"
#include "tools/rumbo/describe.hpp"

namespace rumbo {
namespace {

const char* status_meaning(migration::Status status) {
  using migration::Status;
  switch (status) {
    case Status::citizen:
      return "Has the citizenship of the place.";
    case Status::permanent:
      return "Has a right to stay without an end.";
    case Status::temporary:
      return "Has a right to stay for some years, for work or study.";
    case Status::irregular:
      return "Has no right to stay.";
    case Status::visitor:
      return "Is on a visit, with leave for some months.";
    case Status::seasonal:
      return "Is on a permit for a season's work.";
    case Status::asylum_pending:
      return "Waits for the answer to a claim of asylum.";
    case Status::refugee:
      return "Is recognized as a refugee, or protected in another way.";
    case Status::displaced:
      return "Is a citizen driven from home within its own country.";
    case Status::detained:
      return "Is held by the authorities for want of a right to stay.";
  }
  return "";
}

}  // namespace

std::vector<Description> phases_of_a_month() {
  std::vector<Description> found;
  int number = 0;
  for (const auto& phase : migration::migration_schedule().phases())
    found.push_back({"phase",
                     phase.name,
                     fmt::format("Number {} of the month.", ++number),
                     {{"works on", phase_kind_name(phase.kind)},
                      {"reads", joined(phase.rooms(false))},
                      {"writes", joined(phase.rooms(true))}}});
  return found;
}

std::vector<Description> statuses_of_persons() {
  std::vector<Description> found;
  for (size_t i = 0; i < migration::status_names.size(); ++i)
    found.push_back({"status",
                     std::string(migration::status_names[i]),
                     status_meaning(static_cast<migration::Status>(i)),
                     {}});
  return found;
}

}  // namespace rumbo
