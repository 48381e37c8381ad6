// See draws.hpp.
#include "engine/random/draws.hpp"

#include <Random123/philox.h>

#include <cmath>

#include "engine/maths/functions.hpp"

namespace rumbo {

std::array<uint32_t, 4> Draws::block(uint32_t subject, Month month, Purpose purpose,
                                     uint32_t index) const {
  const r123::Philox4x32::ctr_type counter{
      {subject, static_cast<uint32_t>(month.count()), purpose.number, index}};
  const r123::Philox4x32::key_type key{{seed_, replicate_}};
  const auto words = r123::Philox4x32()(counter, key);
  return {words[0], words[1], words[2], words[3]};
}

double Draws::uniform(uint32_t subject, Month month, Purpose purpose, uint32_t index) const {
  const auto words = block(subject, month, purpose, index);
  return unit_interval(words[0], words[1]);
}

double Draws::exponential(uint32_t subject, Month month, Purpose purpose, uint32_t index) const {
  return -log1p(-uniform(subject, month, purpose, index));
}

double Draws::normal(uint32_t subject, Month month, Purpose purpose, uint32_t index) const {
  const auto words = block(subject, month, purpose, index);
  // Half a unit up, so that neither end can be drawn.
  return normal_quantile(unit_interval(words[0], words[1]) + 0x1p-54);
}

double Draws::gamma(double shape, uint32_t subject, Month month, Purpose purpose,
                    uint32_t index) const {
  if (shape < 1) {
    const double boost = uniform(subject, month, purpose, index + 63);
    return gamma(shape + 1, subject, month, purpose, index) * pow(boost + 0x1p-54, 1 / shape);
  }
  const double d = shape - 1.0 / 3.0;
  const double c = 1 / std::sqrt(9 * d);
  for (uint32_t attempt = 0; attempt < 31; ++attempt) {
    const double x = normal(subject, month, purpose, index + 2 * attempt);
    const double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
    if (v <= 0) continue;
    const double u = uniform(subject, month, purpose, index + 2 * attempt + 1) + 0x1p-54;
    if (log(u) < 0.5 * x * x + d - d * v + d * log(v)) return d * v;
  }
  return d;  // 31 refusals in a row have probability below 1e-40
}

}  // namespace rumbo
