// Policies that wait for a state of the world.
//
// May include: run.
#pragma once
#include "engine/run/triggers.hpp"
#include "models/migration/rooms.hpp"

namespace rumbo::migration {

RUMBO_ROOM(Triggers, triggers)

}  // namespace rumbo::migration
