// Tables of results: trafficking.
//
// May include: results, what this room calls things.
#pragma once
#include "models/migration/results/result_group.hpp"
#include "models/migration/trafficking/state.hpp"

namespace rumbo::migration {

struct TraffickingResults : ResultGroup {
  using ResultGroup::ResultGroup;

  Axis way_in{"way_in", "how victims came to be held", labels_of(way_in_names)};
  Axis purpose{"purpose", "what victims are held for", labels_of(exploitation_names)};
  Axis way_out{"way_out", "how victims ceased to be held", labels_of(way_out_names)};
  Axis reach{"reach", "whom traffickers recruit", labels_of(reach_names)};

  Table victims_new = declare(persons_sum("victims_new", "persons taken captive and exploited",
                                          {axes.residence, way_in, axes.sex, axes.age_group}));
  Table victims_deceived = declare(
      persons_sum("victims_deceived", "of them, those deceived before they left, by how they came",
                  {axes.residence, axes.channel}));
  Table victims_deceived_expected =
      declare(expected_sum("victims_deceived_expected",
                           "sum of the probabilities of having been deceived", {axes.residence}));
  Table victims_held = declare(persons_point("victims_held", "persons held and exploited",
                                             {axes.residence, purpose, axes.sex, axes.age_group}));
  Table victims_out = declare(
      persons_sum("victims_out", "persons who ceased to be held", {axes.residence, way_out}));
  Table victims_identified = declare(
      persons_sum("victims_identified", "victims known to the authorities", {axes.residence}));
  Table traffickers_active = declare(count_point("traffickers_active", "traffickers", "traffickers",
                                                 {axes.recruiting_place, reach}));
  Table traffickers_prosecuted = declare(
      count_sum("traffickers_prosecuted", "cases of trafficking brought to court by victims",
                "cases", {axes.residence}));
  Table traffickers_convicted = declare(count_sum("traffickers_convicted", "traffickers convicted",
                                                  "traffickers", {axes.recruiting_place}));
  Table trafficking_bribes =
      declare(money_sum("trafficking_bribes", "bribes paid by traffickers", {axes.residence}));
  Table trafficking_profit = declare(
      money_sum("trafficking_profit", "what traffickers gain, recruiting and risk not counted",
                {axes.residence}));
  Table trafficking_seized = declare(money_sum(
      "trafficking_seized", "assets taken from convicted traffickers", {axes.recruiting_place}));
};

}  // namespace rumbo::migration
