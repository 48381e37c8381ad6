// Which months a comparison of two scenarios counts, and why.
// May include: tools.
#pragma once
#include <string>
#include <vector>

#include "tools/rumbo/comparison.hpp"

namespace rumbo {

struct ChosenWindow {
  Window window;
  std::string reason;  ///< a sentence
  std::vector<std::string> notes;
};

/// The months asked for; else from the record period on in which the scenarios first differ, as
/// their file says or, if it does not, as their numbers show; else all.
///
/// throws InputError as window_between()
ChosenWindow choose_window(const ReadSeries& read, const CompareRequest& request,
                           const std::string& baseline, const std::string& scenario,
                           bool is_paired);

}  // namespace rumbo
