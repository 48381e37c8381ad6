// Reading scenario files: merging, layers, paths, the command line.
#include "engine/scenario/document.hpp"

#include <catch2/catch.hpp>

#include "tests/support/scenario_files.hpp"

using namespace rumbo;

namespace {

const DocumentNode& at(const Document& document, const std::string& section,
                       const std::string& key) {
  const DocumentNode* found = document.root().find(section);
  REQUIRE(found);
  found = found->find(key);
  REQUIRE(found);
  return *found;
}

}  // namespace

TEST_CASE("a file wins over what it extends, key by key", "[unit]") {
  ScenarioFiles files;
  files.write("base.toml", "[time]\nstart = \"2000-01\"\nend = \"2005-01\"\n");
  files.write("mine.toml", "extends = \"base.toml\"\n[time]\nend = \"2003-01\"\n");
  const Document document = read_document(files.path("mine.toml"));
  CHECK(at(document, "time", "start").text == "2000-01");
  CHECK(at(document, "time", "start").where.file == files.path("base.toml"));
  CHECK(at(document, "time", "end").text == "2003-01");
  CHECK(at(document, "time", "end").where.prefix() == files.path("mine.toml") + ":3:7: ");
  CHECK(document.name() == "mine");
  CHECK(document.files() ==
        std::vector<std::string>{files.path("base.toml"), files.path("mine.toml")});
  CHECK(document.root().find("extends") == nullptr);
}

TEST_CASE("of several extended files the later wins, and chains are followed", "[unit]") {
  ScenarioFiles files;
  files.write("a.toml", "title = \"a\"\nquestion = \"a\"\n[random]\nseed = 1\n");
  files.write("b.toml", "extends = \"a.toml\"\nquestion = \"b\"\n");
  files.write("c.toml", "title = \"c\"\n");
  files.write("mine.toml", "extends = [\"b.toml\", \"c.toml\"]\n");
  const Document document = read_document(files.path("mine.toml"));
  CHECK(document.root().find("title")->text == "c");
  CHECK(document.root().find("question")->text == "b");
  CHECK(at(document, "random", "seed").whole == 1);
  CHECK(at(document, "random", "seed").layer < document.root().find("question")->layer);
}

TEST_CASE("policies merge by id and new ones append", "[unit]") {
  ScenarioFiles files;
  files.write("base.toml", "[[policy]]\nid = \"a\"\nstart = \"2001-01\"\n[[policy]]\nid = \"b\"\n");
  files.write("mine.toml",
              "extends = \"base.toml\"\n[[policy]]\nid = \"c\"\n"
              "[[policy]]\nid = \"a\"\nenabled = false\n");
  const Document document = read_document(files.path("mine.toml"));
  const auto& policies = document.root().find("policy")->items;
  REQUIRE(policies.size() == 3);
  CHECK(policies[0].find("id")->text == "a");
  CHECK(policies[0].find("start")->text == "2001-01");
  CHECK(policies[0].find("enabled")->truth == false);
  CHECK(policies[1].find("id")->text == "b");
  CHECK(policies[2].find("id")->text == "c");
}

TEST_CASE("paths of tables are relative to the file they stand in", "[unit]") {
  ScenarioFiles files;
  files.write("world/base.toml", "[tables]\nfolder = \".\"\n");
  files.write("mine/wages.csv", "place,wage\n");
  files.write("mine/mine.toml",
              "extends = \"../world/base.toml\"\n[tables]\nwages = \"wages.csv\"\n");
  const TableSources tables = read_document(files.path("mine/mine.toml")).tables();
  CHECK(tables.folder == files.path("world"));
  REQUIRE(tables.overrides.count("wages") == 1);
  CHECK(tables.overrides.at("wages").path == files.path("mine/wages.csv"));
  CHECK(tables.overrides.at("wages").where.line == 3);
}

TEST_CASE("the command line wins over every file", "[unit]") {
  ScenarioFiles files;
  files.write("mine.toml",
              "[time]\nstart = \"2000-01\"\n[parameters]\n\"a.b\" = 1\n"
              "[[policy]]\nid = \"p.1\"\nintensity = 1.0\n");
  const Document document =
      read_document(files.path("mine.toml"),
                    {"a.b=2.5", "a.c[X->Y]=3", "time.start=2001-01", "population.scale=1e-4",
                     "policy.p.1.intensity=0.5", "title=A title"});
  CHECK(at(document, "parameters", "a.b").real == 2.5);
  CHECK(at(document, "parameters", "a.b").where.prefix() == "command line: ");
  CHECK(at(document, "parameters", "a.c[X->Y]").whole == 3);
  CHECK(at(document, "time", "start").text == "2001-01");
  CHECK(at(document, "population", "scale").real == 1e-4);
  CHECK(document.root().find("policy")->items[0].find("intensity")->real == 0.5);
  CHECK(document.root().find("title")->text == "A title");
}

TEST_CASE("a malformed or misdirected override is refused", "[bad_input]") {
  ScenarioFiles files;
  files.write("mine.toml", "[[policy]]\nid = \"arg-2008\"\n");
  CHECK_THROWS_WITH(read_document(files.path("mine.toml"), {"a.b", "policy.arg-208.enabled=false"}),
                    "command line: found 'a.b'; expected NAME=VALUE\n"
                    "command line: there is no policy 'arg-208'; did you mean 'arg-2008'?");
}

TEST_CASE("a file that is not there is refused with the nearest name", "[bad_input]") {
  ScenarioFiles files;
  files.write("baseline.toml", "");
  CHECK_THROWS_WITH(read_document(files.path("basline.toml")),
                    files.path("basline.toml") + ": no such file; did you mean 'baseline.toml'?");
}

TEST_CASE("the source text holds every file as written", "[unit]") {
  ScenarioFiles files;
  files.write("base.toml", "title = \"x\"  # why\n");
  files.write("mine.toml", "extends = \"base.toml\"");
  const Document document = read_document(files.path("mine.toml"));
  CHECK(document.source_text() ==
        "# file: " + files.path("base.toml") + "\ntitle = \"x\"  # why\n" +
            "# file: " + files.path("mine.toml") + "\nextends = \"base.toml\"\n");
}

TEST_CASE("nodes are written as TOML that reads back", "[unit]") {
  ScenarioFiles files;
  const std::string text = "{a = \"say \\\"hi\\\"\\n\", \"b c\" = [1, 2.5, true, 2004-02-01]}";
  files.write("mine.toml", "value = " + text + "\n");
  const Document document = read_document(files.path("mine.toml"));
  CHECK(as_toml(*document.root().find("value")) == text);
}
