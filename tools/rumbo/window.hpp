// The record periods that a comparison counts: from when to when, together or year by year.
//
// May include: base.
#pragma once
#include <string>
#include <vector>

#include "engine/base/month.hpp"

namespace rumbo {

/// The record periods of a file.
struct Records {
  Month start;              ///< first month of the run
  std::vector<Month> last;  ///< last month of each period, ascending

  Month first_month(size_t record) const { return record == 0 ? start : last[record - 1] + 1; }
};

/// Records first to last, both included.
struct Window {
  size_t first = 0;
  size_t last = 0;
};

/// The records that lie wholly between two months ("YYYY-MM", both included).
///
/// notes   a sentence is added if a month cuts a record period in two
/// throws  InputError if a month cannot be read, lies outside the records or comes after the other,
///         or if no whole period lies between them
Window window_between(const Records& records, const std::string& from, const std::string& to,
                      std::vector<std::string>& notes);

/// From the record that holds `month` to the end; all if there is none.
Window window_since(const Records& records, Month month);

/// A part of a window that makes one number.
struct Period {
  std::string name;  ///< "2003", or "" for a whole window
  Window records;
};

enum class Grouping { together, by_year };

/// The window as one period, or a period a calendar year.
std::vector<Period> periods_of(const Records& records, const Window& window, Grouping grouping);

/// One number of a period: events are summed, of states the last one counts.
///
/// values  [record]
double value_in(const std::vector<double>& values, const Window& window, bool is_state);

}  // namespace rumbo
