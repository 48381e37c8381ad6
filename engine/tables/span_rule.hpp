// What a run may do beyond the years of a table. May include: std only.
#pragma once
#include <cstdint>

namespace rumbo {

enum class SpanRule : uint8_t {
  any,           ///< rows stand for themselves
  covers_start,  ///< must hold the year in which a run begins; held after its last year
  covers_run     ///< the first and last figures are held, which is said
};

}  // namespace rumbo
