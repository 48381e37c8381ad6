// The order of a month: one visible list. May include: run.
#pragma once
#include "engine/run/schedule.hpp"

namespace rumbo::migration {

struct State;
class View;

/// The phases of a month, in order.
const Schedule<State, View>& migration_schedule();
/// All phases of one month; observer  optional, see Schedule::run_month
void run_month(State& state, Month month, PhaseObserver* observer);

}  // namespace rumbo::migration
