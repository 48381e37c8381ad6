// Tables of results: irregular crossings.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/results/result_group.hpp"

namespace rumbo::migration {

struct BorderResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Table attempts = declare(count_sum("attempts", "attempts to cross a border irregularly",
                                     "attempts", {axes.origin, axes.border, axes.sex}));
  Table apprehensions = declare(count_sum("apprehensions", "apprehensions at a border",
                                          "apprehensions", {axes.origin, axes.border, axes.sex}));
  Table persons_apprehended =
      declare(persons_sum("persons_apprehended", "persons apprehended at least once on a journey",
                          {axes.origin, axes.border, axes.sex}));
  Table entries =
      declare(persons_sum("entries", "irregular entries", {axes.origin, axes.border, axes.sex}));
  Table border_deaths = declare(
      persons_sum("border_deaths", "deaths at a border", {axes.origin, axes.border, axes.sex}));
  Table border_deaths_expected =
      declare(expected_sum("border_deaths_expected", "sum of the hazards of death at a border",
                           {axes.origin, axes.border, axes.sex}));
  Table attempts_by_route =
      declare(count_sum("attempts_by_route", "attempts to cross a border irregularly, by route",
                        "attempts", {axes.route, axes.sex}));
  Table apprehensions_by_route =
      declare(count_sum("apprehensions_by_route", "apprehensions at a border, by route",
                        "apprehensions", {axes.route, axes.sex}));
  Table entries_by_route = declare(
      persons_sum("entries_by_route", "irregular entries, by route", {axes.route, axes.sex}));
  Table deaths_by_route = declare(
      persons_sum("deaths_by_route", "deaths at a border, by route", {axes.route, axes.sex}));
  Table deaths_expected_by_route = declare(
      expected_sum("deaths_expected_by_route", "sum of the hazards of death at a border, by route",
                   {axes.route, axes.sex}));
};

}  // namespace rumbo::migration
