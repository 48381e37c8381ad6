// See world.hpp.
#include "models/migration/world/world.hpp"

#include <algorithm>

namespace rumbo::migration {
namespace {

/// Where a month lies between ascending years: index of the earlier one and share of the later.
std::pair<size_t, double> between(const std::vector<int>& years, Month month) {
  const double time =
      month.year() + (month.month_of_year() - 1) / 12.0 - 0.5;  // figures are of 1 July
  if (years.size() < 2) return {0, 0.0};
  const auto second = years.begin() + 1;
  const auto i = static_cast<size_t>(std::upper_bound(second, years.end() - 1, time) - second);
  const double share = (time - years[i]) / (years[i + 1] - years[i]);
  return {i, std::clamp(share, 0.0, 1.0)};
}

}  // namespace

std::optional<PlaceId> World::find(std::string_view code) const {
  for (size_t p = 0; p < places.size(); ++p)
    if (places[p].code == code) return PlaceId(static_cast<uint8_t>(p));
  return std::nullopt;
}

double World::population_in(size_t place, Month month, int age_group, int sex) const {
  if (population_years.empty()) return 0;
  const auto [i, share] = between(population_years, month);
  const auto a = static_cast<size_t>(age_group), s = static_cast<size_t>(sex);
  return population(place, i, a, s) * (1 - share) +
         (population_years.size() > 1 ? population(place, i + 1, a, s) * share : 0.0);
}

double World::population_in(size_t place, Month month) const {
  double sum = 0;
  for (int a = 0; a < n_age_groups; ++a)
    for (int s = 0; s < 2; ++s) sum += population_in(place, month, a, s);
  return sum;
}

double World::stock_in(size_t origin, size_t destination, Month month, int sex) const {
  if (stock_years.empty()) return 0;
  const auto [i, share] = between(stock_years, month);
  const auto s = static_cast<size_t>(sex);
  return stock(origin, destination, i, s) * (1 - share) +
         (stock_years.size() > 1 ? stock(origin, destination, i + 1, s) * share : 0.0);
}

std::vector<IndexSpace> World::spaces() const {
  IndexSpace place{"place", {}, "places.csv", ""},
      corridor{"corridor", {}, "corridors.csv", "place"},
      border{"border", {}, "borders.csv", "place"}, diaspora{"diaspora", {}, "places.csv", "place"};
  for (const auto& p : places) place.labels.push_back(p.code);
  for (const auto& c : corridors) corridor.labels.push_back(label(c));
  for (const auto& b : borders)
    border.labels.push_back(places[b.origin].code + "->" + places[b.destination].code);
  for (const auto& origin : places)
    for (const auto& residence : places)
      diaspora.labels.push_back(origin.code + "->" + residence.code);
  IndexSpace route{"route", {}, "routes.csv", ""}, leg{"leg", {}, "transit.csv", ""};
  for (const auto& r : routes) route.labels.push_back(r.name);
  for (const auto& l : legs) leg.labels.push_back(label(l));
  return {place, corridor, border, diaspora, route, leg};
}

ParameterValues World::base_values(const ParameterRegistry& registry) const {
  const auto all_spaces = spaces();
  ParameterValues values(registry, all_spaces);
  auto fill = [&](const char* name, auto figure) {
    const auto id = registry.find(name);
    if (!id) return;
    for (size_t b = 0; b < borders.size(); ++b) values.set(*id, b, figure(borders[b]));
  };
  fill("border.apprehension", [](const Border& b) { return b.apprehension; });
  fill("border.death", [](const Border& b) { return b.death; });
  fill("border.retry", [](const Border& b) { return b.retry; });
  fill("smuggling.base_fee", [](const Border& b) { return b.smuggler_fee_usd; });
  return values;
}

}  // namespace rumbo::migration
