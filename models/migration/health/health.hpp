// Illness: what exposes to it, and how it goes on.
//
// May include: the model's state.
#pragma once
#include "models/migration/state.hpp"

namespace rumbo::migration {

void live_with_illness(State& state, Month month, size_t community);  ///< Health
enum class Exposure : uint8_t { journey, captivity, abuse };
inline constexpr int n_exposures = 3;
/// A person may fall ill from what happened to them on a journey, by their draw of the month.
void expose_on_journey(View& view, const Request& request);
/// What is left of the month's earnings of a person who is ill.
Cents after_illness(const State& state, Cents earned);
/// Probability of falling ill from a journey like this.
double illness_of_journey(const State& state, const Request& request);
/// The same of a month of being held (or else abused).
double illness_of_month(const State& state, Exposure exposure);
enum class Illness : uint8_t { goes_on, recovered, dead };
/// How an illness goes on this month, by the person's draw. age  completed years
Illness illness_now(const State& state, Facts facts, int age, Month since, uint32_t person);
void record_health(State& state);
/// throws RunError if marks of the ill and their table do not agree
void audit_health(State& state, Month month);

}  // namespace rumbo::migration
