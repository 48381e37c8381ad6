// What fuzzing has found stays found: every input of the corpus is accepted or refused in words.
#include <catch2/catch.hpp>

#include "tests/fuzz/workplace.hpp"

using namespace rumbo;

namespace {

void replay(const std::string& target, void (*feed)(fuzz::Bytes)) {
  const auto folder = std::filesystem::path(RUMBO_SOURCE_DIR) / "tests/fuzz/corpus" / target;
  int n_inputs = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    INFO(entry.path().string());
    CHECK_NOTHROW(feed(fuzz::Bytes(fuzz::bytes_of_file(entry.path()))));
    ++n_inputs;
  }
  CHECK(n_inputs > 2);
}

}  // namespace

TEST_CASE("scenarios of the corpus are refused in words or accepted", "[fuzz]") {
  replay("scenario", fuzz::scenario);
}

TEST_CASE("tables of the corpus are refused in words or run", "[fuzz]") {
  replay("table", fuzz::table);
}

TEST_CASE("result files of the corpus are refused in words or read", "[fuzz]") {
  replay("results", fuzz::results);
}

TEST_CASE("checkpoints of the corpus are refused in words or run", "[fuzz]") {
  replay("checkpoint", fuzz::checkpoint);
}

TEST_CASE("an error without a sentence and a refusal of good input are findings", "[fuzz]") {
  CHECK_THROWS_AS(fuzz::accepts([] { (void)std::vector<int>().at(0); }), fuzz::Finding);
  CHECK_THROWS_AS(fuzz::run_command(add_check_command, {"check", "no_such_file.toml"}),
                  fuzz::Finding);
  CHECK_FALSE(fuzz::accepts_command(add_check_command, {"check", "no_such_file.toml"}));
}
