// The lists of what the model of migration is made of: parameters, levers, rooms.
//
// What is done with all rooms is here: how a run starts, what is saved of it, what must hold. May
// include: params, scenario, tally, the model's world.
#pragma once
#include <cstdint>
#include <memory>

#include "engine/base/archive.hpp"
#include "engine/base/month.hpp"
#include "engine/params/parameter.hpp"
#include "engine/scenario/lever.hpp"
#include "engine/tally/table.hpp"
#include "models/migration/parameters/parameters.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/setup.hpp"
#include "models/migration/world/world.hpp"

namespace rumbo::migration {

/// All declared parameters, made once.
const ParameterRegistry& migration_parameters();
/// Their handles.
const Parameters& migration_parameter_ids();
/// All levers, made once.
const LeverRegistry& migration_levers();

/// All rooms of one run; complete in state.hpp.
struct State;
struct DeleteState {
  void operator()(State* state) const;
};
using StateOwner = std::unique_ptr<State, DeleteState>;

/// A run before its first month: its population made, its tables filled.
StateOwner start_state(const EnsembleSetup& setup, size_t scenario, uint32_t replicate);
/// A run that goes on as the other would.
StateOwner copy_state(const State& other);
/// The policies of another scenario from now on.
void follow_scenario(State& state, const EnsembleSetup& setup, size_t scenario);
/// Saves, loads or digests all rooms.
///
/// next    the month that would be run first
/// throws  RunError, one sentence with the file, the array and what is wrong, if what is loaded
///         comes from no run
void save_state(State& state, Archive& archive, Month next);
/// Stops with a RunError where persons, rows, counts or money do not agree.
void audit_state(State& state, Month next);
/// What has been recorded since the last call, handed over.
ResultBlock take_results(State& state, uint32_t scenario, uint32_t replicate);
/// Simulated persons who live, near enough for a rate on a screen.
uint64_t count_simulated(const State& state);

}  // namespace rumbo::migration
