// The months in which a table is counted at all, where that is not every month.
//
// May include: base.
#pragma once
#include <optional>
#include <string>

#include "engine/base/month.hpp"

namespace rumbo {

/// One month of some years: June of every fifth year, every December.
struct Occasions {
  int month = 0;          ///< 1 to 12; 0 = every month of every year
  int years = 1;          ///< of years that this divides, >= 1
  int months_before = 0;  ///< that are counted back over, with the month itself; all must be run

  bool are_every_month() const { return month == 0; }
  friend bool operator==(const Occasions&, const Occasions&) = default;
};

/// Whether any of the months `first` to `last`, both included, is an occasion of a run that begins
/// with `start`.
bool have_occasion(const Occasions& occasions, Month first, Month last, Month start);

/// "in every month", "in December", "in June of years that end in 0 and 5, of the 60 months up to
/// it".
std::string occasions_sentence(const Occasions& occasions);

/// What a file says: "month: 6 years: 5 months_before: 60"; "" for every month.
std::string occasions_text(const Occasions& occasions);

/// Occasions from the text of a file, as occasions_text() writes it; every month if there is no
/// text (files of older programs) or one that says what cannot be.
Occasions read_occasions(const std::optional<std::string>& text);

}  // namespace rumbo
