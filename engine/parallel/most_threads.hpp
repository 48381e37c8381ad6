// How many threads there can be. May include: base.
#pragma once

namespace rumbo {

/// The most threads that a parallel loop of this process can get, whatever it is asked for.
int most_threads();

}  // namespace rumbo
