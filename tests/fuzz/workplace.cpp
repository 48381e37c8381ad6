// See workplace.hpp.
#include "tests/fuzz/workplace.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iterator>

#include "engine/base/error.hpp"

namespace rumbo::fuzz {
namespace {

class Folder {
 public:
  Folder() {
    const char* memory = "/dev/shm";
    const auto base = std::filesystem::is_directory(memory)
                          ? std::filesystem::path(memory)
                          : std::filesystem::temp_directory_path();
    std::string name = (base / "rumbo-fuzz-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder " + name);
    path = name;
    std::filesystem::copy(std::filesystem::path(RUMBO_SOURCE_DIR) / "scenarios/tutorial", path);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  std::filesystem::path path;
};

void parse(AddCommand add, const std::vector<std::string>& words) {
  CLI::App app{"rumbo", "rumbo"};
  int status = 0;
  add(app, status);
  std::vector<const char*> arguments{"rumbo"};
  for (const auto& word : words) arguments.push_back(word.c_str());
  app.parse(static_cast<int>(arguments.size()), arguments.data());
}

}  // namespace

const std::filesystem::path& workplace() {
  static const Folder folder;
  return folder.path;
}

std::string write_file(const std::string& name, Bytes bytes) {
  const std::string path = (workplace() / name).string();
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
  return path;
}

std::string write_file(const std::string& name, const std::string& text) {
  return write_file(name, Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size()));
}

std::vector<uint8_t> bytes_of_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool accepts(const std::function<void()>& attempt) {
  try {
    attempt();
    return true;
  } catch (const InputError&) {
  } catch (const RunError&) {
  } catch (const CLI::ParseError&) {
  } catch (const Finding&) {
    throw;
  } catch (const std::exception& error) {
    throw Finding(fmt::format("an error that says nothing to a user: {}", error.what()));
  }
  return false;
}

bool accepts_command(AddCommand add, const std::vector<std::string>& words) {
  return accepts([&] { parse(add, words); });
}

void run_command(AddCommand add, const std::vector<std::string>& words) {
  try {
    parse(add, words);
  } catch (const std::exception& error) {
    throw Finding(
        fmt::format("what should run did not ({}): {}", fmt::join(words, " "), error.what()));
  }
}

}  // namespace rumbo::fuzz
