// Design `one_at_a_time`: a central run, and for each parameter one low and one high.
#include "engine/designs/kinds.hpp"

namespace rumbo {
namespace {

double count_single_changes(const DesignSettings& settings) {
  return 1 + 2 * static_cast<double>(settings.width());
}

void make_single_changes(const DesignSettings& settings, Design& design) {
  const size_t width = settings.width();
  std::vector<double> central(width);
  for (size_t i = 0; i < width; ++i) central[i] = settings.number_of("central", i);
  for (size_t run = 0; run < 1 + 2 * width; ++run)
    design.values.insert(design.values.end(), central.begin(), central.end());
  for (size_t i = 0; i < width; ++i) {
    design.values[(1 + 2 * i) * width + i] = settings.number_of("low", i);
    design.values[(2 + 2 * i) * width + i] = settings.number_of("high", i);
  }
}

DesignOption share(std::string name, std::string meaning, double value) {
  return {std::move(name), std::move(meaning), 0, 1, value, false, true};
}

}  // namespace

DesignKind one_at_a_time_design() {
  return {"one_at_a_time",
          "the central run, then for each parameter one with it low and one with it high; tells "
          "nothing of how parameters act together [Saltelli and Annoni 2010]",
          "[Saltelli and Annoni 2010]",
          {share("central", "share at which parameters are held", 0.5),
           share("low", "share of the low run", 0), share("high", "share of the high run", 1)},
          false,
          count_single_changes,
          make_single_changes};
}

}  // namespace rumbo
