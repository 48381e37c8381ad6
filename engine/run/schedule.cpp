// See schedule.hpp.
#include "engine/run/schedule.hpp"

namespace rumbo {

std::string phase_kind_name(PhaseKind kind) {
  return std::string(phase_kind_names[static_cast<size_t>(kind)]);
}

}  // namespace rumbo
