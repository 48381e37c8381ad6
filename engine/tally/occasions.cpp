// See occasions.hpp.
#include "engine/tally/occasions.hpp"

#include <array>
#include <sstream>

namespace rumbo {
namespace {

constexpr int most_years = 100, most_months = 1200;

constexpr std::array month_names = {"January",   "February", "March",    "April",
                                    "May",       "June",     "July",     "August",
                                    "September", "October",  "November", "December"};

/// Of which years: " of years that end in 0 and 5"; "" of every year.
std::string years_text(int years) {
  if (years == 1) return "";
  if (years == 5) return " of years that end in 0 and 5";
  return " of years that " + std::to_string(years) + " divides";
}

}  // namespace

bool have_occasion(const Occasions& occasions, Month first, Month last, Month start) {
  if (occasions.are_every_month()) return first <= last;
  for (Month month = first; month <= last; ++month)
    if (month.month_of_year() == occasions.month && month.year() % occasions.years == 0 &&
        month + 1 - start >= occasions.months_before)
      return true;
  return false;
}

std::string occasions_sentence(const Occasions& occasions) {
  if (occasions.are_every_month()) return "in every month";
  std::string text = std::string("in ") + month_names.at(static_cast<size_t>(occasions.month - 1)) +
                     years_text(occasions.years);
  if (occasions.months_before > 0)
    text += ", of the " + std::to_string(occasions.months_before) + " months up to it";
  return text;
}

std::string occasions_text(const Occasions& occasions) {
  if (occasions.are_every_month()) return "";
  return "month: " + std::to_string(occasions.month) +
         " years: " + std::to_string(occasions.years) +
         " months_before: " + std::to_string(occasions.months_before);
}

Occasions read_occasions(const std::optional<std::string>& text) {
  std::istringstream words(text.value_or(""));
  std::string month, years, before;
  Occasions read;
  words >> month >> read.month >> years >> read.years >> before >> read.months_before;
  const bool is_said =
      words && month == "month:" && years == "years:" && before == "months_before:";
  const bool can_be = read.month >= 1 && read.month <= 12 && read.years >= 1 &&
                      read.years <= most_years && read.months_before >= 0 &&
                      read.months_before <= most_months;
  return is_said && can_be ? read : Occasions{};
}

}  // namespace rumbo
