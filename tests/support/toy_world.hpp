// A world of three places with a handful of parameters and one lever, for tests of scenarios.
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/params/parameter.hpp"
#include "engine/scenario/lever.hpp"
#include "engine/scenario/scenario.hpp"

namespace rumbo {

struct ToyWorld {
  std::vector<IndexSpace> spaces{
      {"place", {"HTI", "MEX", "USA"}, "places.csv", ""},
      {"border", {"HTI->USA", "MEX->USA", "USA->MEX"}, "corridors.csv", "place"}};
  ParameterRegistry parameters;
  LeverRegistry levers;
  std::vector<TableDeclaration> tables{
      {"stock",
       "residents",
       "persons",
       {origin(), residence()},
       CellMethod::point,
       TableForm::dense,
       1,
       "test"},
      {"moves",
       "moves",
       "persons",
       {origin(), {"departure", "left", places()}, {"destination", "entered", places()}},
       CellMethod::sum,
       TableForm::sparse,
       1,
       "test"},
      {"apprehensions",
       "apprehensions",
       "apprehensions",
       {origin(), {"corridor", "border", {"HTI->USA", "MEX->USA", "USA->MEX"}}},
       CellMethod::sum,
       TableForm::dense,
       1,
       "test"},
      {"wage",
       "wage",
       "2020 USD",
       {residence()},
       CellMethod::point,
       TableForm::dense,
       0.01,
       "test"}};

  const std::vector<PresetDeclaration> presets{
      {"circular80",
       "Few are stopped.",
       {{"border.apprehension[MEX->USA]", 0.4, "test"}, {"decision.weight_wage", 0.7, "test"}}},
      {"elsewhere", "Of another world.", {{"border.apprehension[XXX->USA]", 0.4, "test"}}}};

  ToyWorld() {
    declare("decision.weight_wage", "1", 0, 5, 0.5, "", {}, "a switch");
    declare("labour.wage", "USD", 0, 1000, 100, "place");
    declare("border.apprehension", "1", 0, 1, 0.25, "border",
            PlausibleRange{0.1, 0.25, 0.5, RangeScale::logit, "test"});
    levers.declare(quota());
  }

  static std::vector<std::string> places() { return {"HTI", "MEX", "USA"}; }
  static Axis origin() { return {"origin", "place of birth", places()}; }
  static Axis residence() { return {"residence", "place of residence", places()}; }
  ParameterValues base() const { return ParameterValues(parameters, spaces); }
  Scenario check(const Document& document) const {
    return check_scenario(document, parameters, levers, spaces, base(), tables, presets);
  }

 private:
  void declare(const std::string& name, const std::string& unit, double minimum, double maximum,
               double value, const std::string& dimension,
               std::optional<PlausibleRange> plausible = {}, const std::string& not_varied = "") {
    parameters.declare({name, "a meaning", unit, minimum, maximum, value, ParameterStatus::assumed,
                        "test", dimension, std::move(plausible), not_varied});
  }

  /// A lever with a field of every kind, which sets the apprehension.
  static LeverDeclaration quota() {
    LeverDeclaration lever;
    lever.name = "border_control";
    lever.sentence = "Sets the probability of apprehension.";
    lever.scopes = {{"borders", "border", false}};
    lever.fields = {{"probability", "the probability", "1", FieldKind::number, 0, 2, {}, false, {}},
                    {"change", "a change of it", "1", FieldKind::change, -1, 1, {}, false, {}},
                    {"cutoff", "a month", "month", FieldKind::month, 0, 1, {}, false, {}},
                    {"conditional", "a switch", "1", FieldKind::truth, 0, 1, 1.0, false, {}},
                    {"mode", "a mode", "1", FieldKind::choice, 0, 1, {}, false, {"land", "sea"}}};
    lever.acts_on = {"border.apprehension"};
    lever.changes = [](const Policy& policy, const LeverContext& context) {
      const auto indices = policy.indices("borders");
      const std::string name = "border.apprehension";
      if (policy.has("change"))
        return std::vector{context.change(policy, name, policy.fields.at("change"), indices)};
      return std::vector{
          context.change(policy, name, ChangeKind::set, policy.number("probability"), indices)};
    };
    return lever;
  }
};

}  // namespace rumbo
