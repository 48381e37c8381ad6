// See quota.hpp.
#include "models/migration/theory/quota.hpp"

#include <cmath>

namespace rumbo::migration {
namespace {

constexpr int64_t millionths = 1000000;
constexpr int64_t months = 12;

}  // namespace

MonthlyQuotas::MonthlyQuotas(size_t n_programmes, UnusedPlaces unused)
    : unused_(unused), fraction_(n_programmes, 0), open_(n_programmes, 0) {}

int64_t MonthlyQuotas::open(size_t programme, double places_per_year, int month_of_year) {
  RUMBO_ASSERT(programme < size() && places_per_year >= 0);
  if (unused_ == UnusedPlaces::lapse || month_of_year == 1) open_[programme] = 0;
  // A year's quota in millionths is one month's in millionths of a twelfth.
  const auto step = static_cast<int64_t>(std::floor(places_per_year * millionths + 0.5));
  const int64_t due = fraction_[programme] + step;
  const int64_t whole = due / (millionths * months);
  fraction_[programme] = due - whole * millionths * months;
  open_[programme] += whole;
  return open_[programme];
}

void MonthlyQuotas::take(size_t programme, int64_t places) {
  RUMBO_REQUIRE(places >= 0 && places <= open_[programme]);
  open_[programme] -= places;
}

void MonthlyQuotas::archive(Archive& archive, const std::string& prefix) {
  archive.fixed(prefix + "/fraction", std::span<int64_t>(fraction_));
  archive.fixed(prefix + "/open", std::span<int64_t>(open_));
}

}  // namespace rumbo::migration
