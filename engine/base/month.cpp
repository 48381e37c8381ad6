// See month.hpp.
#include "engine/base/month.hpp"

#include <cctype>
#include <chrono>

namespace rumbo {

std::optional<Month> Month::parse(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  for (size_t i : {0, 1, 2, 3, 5, 6})
    if (!std::isdigit(static_cast<unsigned char>(text[i]))) return std::nullopt;
  const int year = std::stoi(std::string(text.substr(0, 4)));
  const int month = std::stoi(std::string(text.substr(5, 2)));
  if (year < first_year || month < 1 || month > 12) return std::nullopt;
  return of(year, month);
}

int Month::days_since_2000() const {
  using namespace std::chrono;
  const auto day = std::chrono::year{year()} / month_of_year() / 1;
  return static_cast<int>((sys_days(day) - sys_days(std::chrono::year{2000} / 1 / 1)).count());
}

std::string Month::text() const {
  std::string digits = std::to_string(100 + month_of_year()).substr(1);
  return std::to_string(year()) + "-" + digits;
}

}  // namespace rumbo
