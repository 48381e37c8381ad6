// Designs by name: what is refused, that seeds matter and nothing else does, and files.
#include "engine/designs/designs.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using Catch::Matchers::Contains;

namespace {

/// A request of each kind that draws, and of those that do not.
std::vector<DesignRequest> requests_of_all() {
  const std::vector<std::string> names{"a", "b", "c"};
  return {
      {.kind = "grid", .names = names, .options = {{"levels", {3, 1, 2}}}},
      {.kind = "latin_hypercube", .names = names, .options = {{"samples", {11}}}},
      {.kind = "sobol", .names = names, .options = {{"samples", {9}}}},
      {.kind = "morris", .names = names, .options = {{"trajectories", {5}}}},
      {.kind = "saltelli", .names = names, .options = {{"samples", {8}}, {"second_order", {1}}}},
      {.kind = "one_at_a_time", .names = names}};
}

std::string mistakes_of(const DesignRequest& request) {
  try {
    make_design(request);
  } catch (const InputError& error) {
    std::string all;
    for (const auto& message : error.messages()) all += message + "\n";
    return all;
  }
  return "";
}

}  // namespace

TEST_CASE("designs have the runs that were announced, all in the unit cube", "[unit][designs]") {
  const std::vector<size_t> expected{6, 11, 9, 20, 64, 7};
  const auto requests = requests_of_all();
  CHECK(requests.size() + 1 == design_kinds().size());
  for (size_t i = 0; i < requests.size(); ++i) {
    INFO(requests[i].kind);
    const Design design = make_design(requests[i]);
    CHECK(count_runs(requests[i]) == expected[i]);
    CHECK(design.values.size() == expected[i] * 3);
    CHECK(design.kind == requests[i].kind);
    CHECK(design.are_shares);
    for (const double x : design.values) CHECK((x >= 0 && x <= 1));
  }
}

TEST_CASE("the same seed gives the same design, another seed another", "[unit][designs]") {
  for (DesignRequest request : requests_of_all()) {
    INFO(request.kind);
    const auto first = make_design(request).values;
    CHECK(make_design(request).values == first);
    request.seed = 1;
    const bool is_drawn = request.kind != "grid" && request.kind != "one_at_a_time";
    CHECK((make_design(request).values != first) == is_drawn);
  }
}

TEST_CASE("a request for a design that is wrong is told all that is wrong", "[unit][designs]") {
  CHECK_THAT(mistakes_of({.kind = "moris"}),
             Contains("no kind of design 'moris'; did you mean 'morris'?"));
  CHECK_THAT(mistakes_of({.kind = "sobol", .options = {{"samples", {4}}}}),
             Contains("no parameters"));
  const auto many = mistakes_of({.kind = "latin_hypercube",
                                 .names = {"a", "b", "a"},
                                 .options = {{"best_off", {2}}, {"best_of", {0}}}});
  CHECK_THAT(many, Contains("parameter 'a' twice"));
  CHECK_THAT(many, Contains("no option 'best_off'; did you mean 'best_of'?"));
  CHECK_THAT(many, Contains("best_of: found 0; expected a whole number from 1 to 10000"));
  CHECK_THAT(many, Contains("samples is missing: runs"));
  CHECK_THAT(mistakes_of({.kind = "grid", .names = {"a", "b"}, .options = {{"levels", {2, 2, 2}}}}),
             Contains("levels: 3 numbers; expected one, or one for each of 2 parameters"));
  CHECK_THAT(mistakes_of({.kind = "sobol", .names = {"a"}, .options = {{"samples", {2.5}}}}),
             Contains("samples: found 2.5; expected a whole number"));
  CHECK_THAT(mistakes_of({.kind = "grid",
                          .names = {"a", "b", "c", "d", "e", "f", "g", "h"},
                          .options = {{"levels", {10}}}}),
             Contains("1e+08 runs of 8 parameters; expected at most 10000000"));
  CHECK_THAT(
      mistakes_of(
          {.kind = "morris", .names = {"a"}, .options = {{"trajectories", {1}}, {"levels", {5}}}}),
      Contains("levels: found 5; expected an even number"));
}

TEST_CASE("a design beyond the dimensions of Sobol's sequence is refused", "[unit][designs]") {
  DesignRequest request{.kind = "saltelli", .options = {{"samples", {1}}}};
  for (int i = 0; i < 1834; ++i) request.names.push_back("p" + std::to_string(i));
  CHECK_THAT(mistakes_of(request), Contains("3668 dimensions; expected at most 3667"));
  request.names.pop_back();
  CHECK(make_design(request).n_runs() == 1835);
}

TEST_CASE("a design is read from a table, with the places of its values", "[unit][designs]") {
  const test::ScratchFolder folder;
  const std::string path = (folder / "design.csv").string();
  std::ofstream(path) << "fee,wage\n1000,0.5\n2500,-3e2\n";
  const Design design =
      make_design({.kind = "file", .names = {"wage", "fee", "risk"}, .path = path});
  CHECK(design.names == std::vector<std::string>{"fee", "wage"});
  CHECK(design.values == std::vector<double>{1000, 0.5, 2500, -300});
  CHECK(!design.are_shares);
  CHECK(design.where(1, 1).line == 3);
  CHECK(design.where(1, 1).column == 6);
  CHECK(count_runs({.kind = "file", .path = path}) == 2);
}

TEST_CASE("mistakes in the table of a design are told with their places", "[unit][designs]") {
  const test::ScratchFolder folder;
  const std::string path = (folder / "design.csv").string();
  std::ofstream(path) << "fee,wag,fee\n1,two,3\n4,5,\n";
  const auto told = mistakes_of({.kind = "file", .names = {"wage", "fee"}, .path = path});
  CHECK_THAT(told, Contains("design.csv:1:5: no parameter 'wag'; did you mean 'wage'?"));
  CHECK_THAT(told, Contains("design.csv:1:9: column 'fee' twice"));
  CHECK_THAT(told, Contains("design.csv:2:3: wag: found 'two'; expected a number"));
  CHECK_THAT(told, Contains("design.csv:3:5: fee: found ''; expected a number"));
  std::ofstream(path) << "fee\n";
  CHECK_THAT(mistakes_of({.kind = "file", .path = path}), Contains("no rows"));
  CHECK_THAT(mistakes_of({.kind = "file"}), Contains("no path"));
}
