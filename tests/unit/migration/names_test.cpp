// Names in files that are not the identifiers of their enumerators.
#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "models/migration/money/accounts.hpp"
#include "models/migration/observation/panel.hpp"
#include "models/migration/person/person.hpp"
#include "models/migration/results/results.hpp"
#include "models/migration/status/results.hpp"

using namespace rumbo;
using namespace rumbo::migration;

namespace {

template <class Names, class Enum>
std::string word_of(const Names& names, Enum enumerator) {
  return std::string(names.at(static_cast<size_t>(enumerator)));
}

}  // namespace

TEST_CASE("files keep the words that they had", "[unit][model]") {
  CHECK(word_of(channel_names, Channel::return_home) == "return");
  CHECK(word_of(channel_names, Channel::to_reservoir) == "to_reservoir");
  CHECK(word_of(status_change_names, StatusChange::protected_victim) == "protected");
  CHECK(word_of(account_names, Account::senders_fees) == "fees of senders");
  CHECK(word_of(account_names, Account::lent) == "lent");
  CHECK(n_chosen_channels == 10);
}

TEST_CASE("a column of the panel that repeats an axis is called as the axis", "[unit][model]") {
  const World none;
  const Axes axes(none);
  const auto columns = migration_events(none).front().columns;
  REQUIRE(columns.size() == n_panel_columns);
  const std::pair<PanelColumn, const Axis*> repeated[] = {
      {PanelColumn::departure, &axes.departure},
      {PanelColumn::destination, &axes.destination},
      {PanelColumn::channel, &axes.channel},
      {PanelColumn::status, &axes.status},
      {PanelColumn::sex, &axes.sex},
      {PanelColumn::skill, &axes.skill}};
  for (const auto& [column, axis] : repeated)
    CHECK(columns[static_cast<size_t>(column)].name == axis->name);
}
