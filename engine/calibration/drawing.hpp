// What is drawn in a calibration, by address. May include: base, random, designs.
#pragma once
#include "engine/designs/drawing.hpp"

namespace rumbo::purpose {
RUMBO_PURPOSE(walk_direction, 20);    ///< of a step; subject = walker
RUMBO_PURPOSE(walk_length, 21);       ///< of a step; subject = walker
RUMBO_PURPOSE(walk_partners, 22);     ///< walkers that show a direction; subject = walker
RUMBO_PURPOSE(chain_proposal, 23);    ///< subject = chain
RUMBO_PURPOSE(chain_acceptance, 24);  ///< subject = chain
RUMBO_PURPOSE(chain_start, 25);       ///< among the points left; subject = chain
RUMBO_PURPOSE(target_error, 26);      ///< of observation and model; subject = run, index = target
RUMBO_PURPOSE(wave_seed, 27);         ///< of emulators, design and search; subject = wave
}  // namespace rumbo::purpose
