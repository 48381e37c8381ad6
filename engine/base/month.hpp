// Calendar months, the steps of a run. May include: std only.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rumbo {

/// A calendar month, counted from January 1850 (0), so that births of all persons
/// alive from 1960 on and months up to 2191 fit in 12 bits.
class Month {
 public:
  static constexpr int first_year = 1850;
  /// Counts from here on do not fit in 12 bits: no run lasts longer.
  static constexpr int end_of_counts = 4096;
  constexpr Month() = default;
  constexpr explicit Month(int count) : count_(count) {}
  /// month  1 to 12
  static constexpr Month of(int year, int month) {
    return Month((year - first_year) * 12 + month - 1);
  }
  /// "2004-02" -> that month; nothing if the text is not YYYY-MM with a month of 01 to 12.
  static std::optional<Month> parse(std::string_view text);

  /// The first month in which a run may start: those who are 105 then were born after 1850.
  static constexpr Month earliest_start() { return of(1960, 1); }
  /// The first month that no run may have.
  static constexpr Month latest_end() { return Month(end_of_counts); }

  constexpr int count() const { return count_; }
  constexpr int year() const { return first_year + count_ / 12; }
  /// 1 to 12
  constexpr int month_of_year() const { return count_ % 12 + 1; }
  /// Days from 2000-01-01 to the first day of the month, proleptic Gregorian calendar.
  int days_since_2000() const;
  /// "YYYY-MM"
  std::string text() const;

  friend constexpr auto operator<=>(Month, Month) = default;
  friend constexpr Month operator+(Month a, int n) { return Month(a.count_ + n); }
  friend constexpr Month operator-(Month a, int n) { return Month(a.count_ - n); }
  friend constexpr int operator-(Month a, Month b) { return a.count_ - b.count_; }
  constexpr Month& operator++() {
    ++count_;
    return *this;
  }

 private:
  int count_ = 0;
};

}  // namespace rumbo
