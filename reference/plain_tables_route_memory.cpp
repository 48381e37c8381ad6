// How much routes across a border are used, as remembered, plainly; see plain_tables_carried.hpp.
// docs/model.md: Routes.
#include "reference/plain_tables_carried.hpp"

namespace rumbo::migration {

void plain_route_memory(State& state, const std::vector<int64_t>& attempts) {
  state.journey.route_attempts = attempts;
  // A mean that forgets exponentially: the newest month has one part in so many.
  const double months = state.value(state.parameters->routes.memory_months);
  for (size_t route = 0; route < attempts.size(); ++route) {
    double& use = state.journey.route_use[route];
    const double newest = static_cast<double>(attempts[route]);
    use = use + (newest - use) / months;
  }
}

}  // namespace rumbo::migration
