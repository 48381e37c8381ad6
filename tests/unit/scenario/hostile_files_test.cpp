// Scenario files that come from anywhere: too deep, too long, in a circle, no files, no text.
// Each ended the program, hung it or was told wrongly before the limits were set.
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/base/utf8.hpp"
#include "engine/scenario/document.hpp"
#include "engine/scenario/extends.hpp"
#include "engine/scenario/file_text.hpp"
#include "engine/scenario/mistakes.hpp"
#include "engine/scenario/toml_limits.hpp"
#include "tests/support/scenario_files.hpp"
#include "tests/support/toy_world.hpp"

using namespace rumbo;

namespace {

std::string repeated(const std::string& text, size_t n) {
  std::string made;
  for (size_t i = 0; i < n; ++i) made += text;
  return made;
}

/// The first sentence against a file, its folder left out.
std::string refusal(const ScenarioFiles& files, const std::string& path) {
  const Document document = draft_document(path);
  if (document.mistakes().empty()) return "";
  std::string text =
      document.mistakes().front().where.prefix() + document.mistakes().front().sentence;
  for (size_t at; (at = text.find(files.path(""))) != std::string::npos;)
    text.erase(at, files.path("").size());
  return text;
}

std::string refusal_of_text(const std::string& text) {
  const ScenarioFiles files;
  return refusal(files, files.write("a.toml", text));
}

}  // namespace

TEST_CASE("keys, lists and sections nested without end are refused", "[bad_input][scenario]") {
  const std::string too_nested = "brackets are nested more than 16 deep";
  CHECK(refusal_of_text("a" + repeated(".a", 100000) + " = 1\n") ==
        "a.toml:1:32: a key has more than 16 parts");
  CHECK(refusal_of_text("[a" + repeated(" . a", 100000) + "]\nb = 1\n") ==
        "a.toml:1:64: a key has more than 16 parts");
  CHECK(refusal_of_text("a = " + repeated("[", 100000) + repeated("]", 100000) + "\n") ==
        "a.toml:1:21: " + too_nested);
  CHECK(refusal_of_text("a = " + repeated("{b=", 100000) + "1" + repeated("}", 100000) + "\n") ==
        "a.toml:1:53: " + too_nested);
  CHECK(refusal_of_text("a = [\n" + repeated("[\n", 100000)) == "a.toml:17:1: " + too_nested);
}

TEST_CASE("dots and brackets within texts and comments are no nesting", "[unit][scenario]") {
  const std::string many = repeated(".[{", 100);
  CHECK(refusal_of_text("title = \"" + many + "\\\"" + many + "\" # " + many +
                        "\nquestion = '''\n" + many + "''\n'''\n") == "");
}

TEST_CASE("a file of too many keys or bytes is refused", "[bad_input][scenario]") {
  CHECK(refusal_of_text(repeated("[[a]]\n", 60000)) ==
        "a.toml:25001:1: more than 50000 keys, values and headings in one file");
  CHECK(refusal_of_text("# " + std::string(largest_scenario_bytes, 'x')) ==
        "a.toml: is larger than 4 MB, the most that is read of such a file");
}

TEST_CASE("files that extend each other in a long row are refused", "[bad_input][scenario]") {
  const ScenarioFiles files;
  for (int i = 0; i < 200; ++i)
    files.write(std::to_string(i) + ".toml", "extends = \"" + std::to_string(i + 1) + ".toml\"\n");
  files.write("200.toml", "title = \"the last\"\n");
  CHECK(refusal(files, files.path("0.toml")) ==
        "63.toml:1:11: extends: more than 64 files extend each other in a row");
  CHECK(draft_document(files.path("137.toml")).mistakes().empty());
}

TEST_CASE("a scenario of too many files is refused", "[bad_input][scenario]") {
  const ScenarioFiles files;
  std::string all;
  for (size_t i = 0; i < most_files + 100; ++i) {
    files.write(std::to_string(i) + ".toml", "");
    all += "\"" + std::to_string(i) + ".toml\",\n";
  }
  CHECK(refusal(files, files.write("all.toml", "extends = [" + all + "]\n")) ==
        "all.toml:1000:1: extends: a scenario of more than 1000 files");
}

TEST_CASE("a file that is reached in many ways is merged once", "[unit][scenario]") {
  const ScenarioFiles files;
  files.write("0.toml", "title = \"base\"\nquestion = \"base\"\n");
  for (int i = 1; i <= 24; ++i) {
    const std::string below = "\"" + std::to_string(i - 1) + ".toml\"";
    files.write(std::to_string(i) + ".toml", "extends = [" + below + ", " + below + "]\n");
  }
  const Document document = draft_document(files.path("24.toml"));  // 2^24 ways
  CHECK(document.mistakes().empty());
  CHECK(document.files().size() == 25);
  files.write("a.toml", "extends = \"0.toml\"\ntitle = \"a\"\n");
  files.write("b.toml", "extends = \"0.toml\"\nquestion = \"b\"\n");
  const Document both =
      read_document(files.write("both.toml", "extends = [\"a.toml\", \"b.toml\"]\n"));
  CHECK(both.root().find("title")->text == "a");  // was taken back by the base that b extends
  CHECK(both.root().find("question")->text == "b");
}

TEST_CASE("a circle through links is a circle", "[bad_input][scenario]") {
  const ScenarioFiles files;
  files.write("a.toml", "extends = \"link.toml\"\n");
  std::filesystem::create_symlink("a.toml", files.path("link.toml"));
  CHECK(refusal(files, files.path("a.toml")) ==
        "a.toml:1:11: extends: these files extend each other in a circle: a.toml -> link.toml");
  std::filesystem::create_directory_symlink(".", files.path("x"));
  files.write("b.toml", "extends = \"x/b.toml\"\n");
  CHECK(refusal(files, files.path("b.toml")) ==
        "b.toml:1:11: extends: these files extend each other in a circle: b.toml -> x/b.toml");
}

TEST_CASE("what is no file is refused by its kind", "[bad_input][scenario]") {
  const ScenarioFiles files;
  std::filesystem::create_directory(files.path("folder"));
  REQUIRE(::mkfifo(files.path("pipe").c_str(), 0600) == 0);
  CHECK(refusal(files, files.path("folder")) == "folder: is a folder; expected a file");
  CHECK(refusal(files, files.path("pipe")) == "pipe: is a pipe; expected a file");
  CHECK(refusal(files, "/dev/zero") == "/dev/zero: is a device; expected a file");
  CHECK(refusal(files, files.path("none")) == "none: no such file");
  CHECK(refusal(files, files.write("a.toml", "extends = \"folder\"\n")) ==
        "a.toml:1:11: extends: 'folder' is a folder; expected a file");
  std::filesystem::create_symlink("loop", files.path("loop"));
  CHECK(refusal(files, files.path("loop")) ==
        "loop: may not be read: too many levels of symbolic links");
}

TEST_CASE("a file that may not be read is not a file that is missing", "[bad_input][scenario]") {
  const ScenarioFiles files;
  const std::string path = files.write("a.toml", "");
  ::chmod(path.c_str(), 0);
  // Root may read everything, so that another user has to try.
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(2);
    ::_exit(unreadable(path) == "may not be read: permission denied" ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("text is UTF-8, whatever its mark and its ends of lines", "[unit][scenario]") {
  const ScenarioFiles files;
  const auto title = [&](const std::string& text) {
    const Document document = read_document(files.write("a.toml", text));
    return document.root().find("title")->text;
  };
  CHECK(title("\xef\xbb\xbftitle = \"Quer\xc3\xa9taro\"\r\n\r\n# end\r\n") == "Quer\xc3\xa9taro");
  CHECK(valid_utf8("a\xf0\x9f\x8c\x8e") == 5);
  for (const std::string bad : {"a\x80", "a\xc0\xaf", "a\xe0\x80\xaf", "a\xed\xa0\x80",
                                "a\xf4\x90\x80\x80", "a\xe2\x82", "a\xff"})
    CHECK(valid_utf8(bad) == 1);
  CHECK(refusal_of_text(std::string("\xff\xfet\0i\0", 6)) ==
        "a.toml:1:1: this is not UTF-8: found the byte 0xFF; save the file as UTF-8 (it begins "
        "like UTF-16)");
}

TEST_CASE("long and strange names are shown on one line", "[bad_input][scenario]") {
  CHECK(shown("a\nb\x1b[2J") == "a\\nb\\u001B[2J");
  CHECK(shown(std::string(119, 'x') + "\xc3\xa9" + "yz") == std::string(119, 'x') + "\xc3\xa9...");
}

TEST_CASE("a pattern of many stars is matched in no time", "[unit][scenario]") {
  const std::vector<std::string> labels{"MEX->USA", repeated("a", 200), repeated("a", 200) + "b"};
  CHECK(fitting_labels(repeated("*a", 100) + "*c", labels).empty());
  CHECK(fitting_labels(repeated("*a", 100) + "*b", labels) == std::vector<uint32_t>{2});
  CHECK(fitting_labels("*->U*", labels) == std::vector<uint32_t>{0});
  CHECK(fitting_labels("M*X->*", labels) == std::vector<uint32_t>{0});
  CHECK(fitting_labels("**", labels).size() == 3);
}

TEST_CASE("what fails an assertion of the parser is found in a long file",
          "[bad_input][scenario]") {
  CHECK(refusal_of_text(repeated("# line\n", 20000) + "[[#name]]\nid = 1\n") ==
        "a.toml:20001:1: this is not TOML");
}
