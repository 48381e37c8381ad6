// Every scenario file of this folder is wrong, and says in its first lines, one "# expect: "
// each, the sentences that a user must read, with paths relative to this folder.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/support/toy_world.hpp"

using namespace rumbo;
namespace fs = std::filesystem;

namespace {

const std::string bad_scenarios = std::string(RUMBO_SOURCE_DIR) + "/tests/bad_input/";

std::vector<std::string> expected_sentences(const fs::path& path) {
  const std::string mark = "# expect: ";
  std::vector<std::string> found;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line) && line.rfind(mark, 0) == 0;)
    found.push_back(line.substr(mark.size()));
  return found;
}

std::string without_folder(std::string text) {
  for (size_t at; (at = text.find(bad_scenarios)) != std::string::npos;)
    text.erase(at, bad_scenarios.size());
  return text;
}

std::vector<std::string> sentences_of(const fs::path& path) {
  const ToyWorld world;
  std::vector<std::string> found;
  try {
    world.check(draft_document(path.generic_string()));
  } catch (const InputError& error) {
    for (const auto& message : error.messages()) found.push_back(without_folder(message));
  }
  return found;
}

}  // namespace

TEST_CASE("every wrong scenario is refused with the sentences it expects", "[bad_input]") {
  size_t files = 0;
  for (const auto& entry : fs::directory_iterator(bad_scenarios)) {
    if (entry.path().extension() != ".toml") continue;
    const auto expected = expected_sentences(entry.path());
    if (expected.empty()) continue;  // only extended by others
    ++files;
    INFO(entry.path().filename().string());
    CHECK(sentences_of(entry.path()) == expected);
  }
  CHECK(files >= 20);
}
