// See headlines.hpp.
#include "tools/rumbo/headlines.hpp"

namespace rumbo {

namespace {

const std::vector<std::string> legal_channels = {"work_visa",      "study", "family", "seasonal",
                                                 "right_of_entry", "visit", "asylum"};
const std::vector<std::string> irregular_channels = {"alone", "smuggler", "smuggler_debt"};
const std::vector<std::string> foreign_born = {"origin", "residence"};

}  // namespace

const std::vector<HeadlineSeries>& headline_series() {
  static const std::vector<HeadlineSeries> list = {
      {"foreign-born at the end", "stock", {}, foreign_born},
      {"foreign-born, irregular, at the end", "stock", {{"status", {"irregular"}}}, foreign_born},
      {"moves", "moves_by_channel"},
      {"legal entries", "moves_by_channel", {{"channel", legal_channels}}},
      {"irregular entries", "moves_by_channel", {{"channel", irregular_channels}}},
      {"returns", "moves_by_channel", {{"channel", {"return"}}}},
      {"removals", "moves_by_channel", {{"channel", {"removal"}}}},
      {"moves", "moves_by_channel", {}, {}, {"channel"}},
      {"border attempts", "attempts"},
      {"apprehensions", "apprehensions"},
      {"persons apprehended", "persons_apprehended"},
      {"irregular crossings", "entries"},
      {"attempts", "attempts_by_route", {}, {}, {"route"}},
      {"on the way to borders", "transit_events", {}, {}, {"transit_event"}},
      {"taken by extortion on the way", "extorted"},
      {"border deaths", "border_deaths"},
      {"border deaths, expected", "border_deaths_expected"},
      {"native wage at the end",
       "wage",
       {{"status_group", {"native"}}},
       {},
       {"skill"},
       Focus::most_foreign_born},
      {"fees paid to smugglers", "smuggler_fees"},
      {"clients of smugglers", "smuggler_clients"},
      {"clients of smugglers, on debt", "smuggler_clients_on_debt"},
      {"firms of smugglers at the end", "smugglers_active"},
      {"debts for passages at the end", "debt_outstanding"},
      {"debtors in a trap at the end", "debtors_trapped"},
      {"new victims of trafficking", "victims_new"},
      {"victims of trafficking held at the end", "victims_held"},
      {"remittances sent", "remittances_sent"},
      {"remittances received", "remittances_received"},
      {"status changes", "status_changes", {}, {}, {"status_change"}},
      {"visas applied for", "visas_applied"},
      {"visas granted", "visas_granted"},
      {"fees of regularization", "regularization_fees"},
      {"public cost of", "policy_cost", {}, {}, {"lever"}},
  };
  return list;
}

}  // namespace rumbo
