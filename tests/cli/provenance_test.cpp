// What a result file says about the command and the scenarios it comes from.
#include "engine/output/provenance.hpp"

#include <catch2/catch.hpp>

#include "tests/support/program.hpp"
#include "tests/support/scratch_folder.hpp"

using namespace rumbo;
using namespace rumbo::test;

// Guards against: "rumbo run base.toml later.toml", and the title "More visas".
TEST_CASE("a result file has the whole command line and all titles", "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  const std::string options =
      " run base.toml later.toml other.toml --replicates 2 --set time.end=2000-03 --quiet "
      "--set 'population.scale= 0.002' -o out --name x";
  REQUIRE(rumbo_in(folder.path(), options).status == 0);
  const auto file = folder / "out/x.h5";
  CHECK(attribute_of(file, "command_line") == RUMBO_PROGRAM + options);
  CHECK(attribute_of(file, "history") ==
        attribute_of(file, "created") + " " RUMBO_PROGRAM + options);
  CHECK(attribute_of(file, "title") == "As it was; against: More visas; Home counts less");
}

// Guards against: the question of the last scenario alone.
TEST_CASE("a result file has each question once", "[cli]") {
  const ScratchFolder folder;
  write_tutorial_scenarios(folder.path());
  write_bytes(folder / "first.toml", "extends = \"base.toml\"\nquestion = \"What was?\"\n");
  write_bytes(folder / "second.toml", "extends = \"later.toml\"\nquestion = \"What if?\"\n");
  write_bytes(folder / "third.toml", "extends = \"other.toml\"\nquestion = \"What was?\"\n");
  REQUIRE(rumbo_in(folder.path(),
                   "run first.toml second.toml third.toml --replicates 1 --set time.end=2000-03 "
                   "--quiet -o out --name x")
              .status == 0);
  CHECK(attribute_of(folder / "out/x.h5", "question") == "What was? What if?");
}

TEST_CASE("a command line is quoted as a shell reads it", "[unit][output]") {
  CHECK(shell_quoted({"rumbo", "run", "--set", "a=1", "b c", "", "it's", "$x", "año"}) ==
        "rumbo run --set a=1 'b c' '' 'it'\\''s' '$x' 'año'");
  CHECK(shell_quoted({"a\nb", "\xE9t\xE9", "it's\t", "\xC3\xA9\\\x01"}) ==
        "$'a\\x0Ab' $'\\xE9t\\xE9' $'it\\'s\\x09' $'\xC3\xA9\\\\\\x01'");
  // Overlong, surrogate, beyond Unicode, cut off: none of them is UTF-8.
  for (const std::string bytes : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"})
    CHECK(shell_quoted({bytes}).find('\\') != std::string::npos);
}

TEST_CASE("one title names all scenarios", "[unit][output]") {
  CHECK(title_of_scenarios({"A"}) == "A");
  CHECK(title_of_scenarios({"A", "B"}) == "A; against: B");
  CHECK(title_of_scenarios({"A", "B", "A", "", "C"}) == "A; against: B; C");
  CHECK(title_of_scenarios({}).empty());
}
