// See schedule.hpp.
#include "engine/run/schedule.hpp"

namespace rumbo {

std::string phase_kind_name(PhaseKind kind) {
  switch (kind) {
    case PhaseKind::table:
      return "table";
    case PhaseKind::persons:
      return "persons";
    case PhaseKind::ration:
      return "ration";
    case PhaseKind::commit:
      return "commit";
  }
  return "";
}

}  // namespace rumbo
