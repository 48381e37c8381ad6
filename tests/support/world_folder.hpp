// A folder with the tables of a world that a test may change, and what is said of it.
#pragma once
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/scratch_folder.hpp"
#include "tests/support/tiny_world.hpp"

namespace rumbo::test {

/// Cells of a CSV text without quotes.
using CsvCells = std::vector<std::vector<std::string>>;

inline std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts{""};
  for (const char c : text)
    if (c == at)
      parts.emplace_back();
    else
      parts.back() += c;
  return parts;
}

inline CsvCells cells_of(const std::string& text) {
  CsvCells cells;
  for (const auto& line : split(text, '\n'))
    if (!line.empty()) cells.push_back(split(line, ','));
  return cells;
}

inline std::string text_of(const CsvCells& cells, const std::string& end = "\n") {
  std::string text;
  for (const auto& row : cells) {
    for (size_t c = 0; c < row.size(); ++c) text += (c > 0 ? "," : "") + row[c];
    text += end;
  }
  return text;
}

class WorldFolder {
 public:
  /// The tables of the tutorial.
  WorldFolder() {
    const std::filesystem::path tutorial = RUMBO_SOURCE_DIR "/scenarios/tutorial";
    for (const auto& file : std::filesystem::directory_iterator(tutorial))
      if (file.path().extension() == ".csv")
        std::filesystem::copy_file(file.path(), folder_ / file.path().filename().string());
  }
  explicit WorldFolder(const TinyWorld& tiny) { tiny.write(folder_.path()); }

  std::filesystem::path path(const std::string& table) const { return folder_ / (table + ".csv"); }
  std::string text(const std::string& table) const { return bytes_of(path(table)); }
  void write(const std::string& table, const std::string& text) const {
    write_bytes(path(table), text);
  }
  void add(const std::string& table, const std::string& lines) const {
    write(table, text(table) + lines);
  }
  void replace(const std::string& table, const std::string& from, const std::string& to) const {
    std::string changed = text(table);
    const size_t at = changed.find(from);
    if (at == std::string::npos) throw std::runtime_error(from + " is not in " + table);
    write(table, changed.replace(at, from.size(), to));
  }
  std::vector<std::string> tables() const {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(folder_.path()))
      names.push_back(file.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
  }

  /// override  table and text of a file that replaces or adds rows
  std::shared_ptr<const migration::World> load(const std::string& table = "",
                                               const std::string& text = "") const {
    TableSources sources{folder_.path().string(), {}};
    const ScratchFolder other;
    if (!table.empty()) {
      write_bytes(other / "over.csv", text);
      sources.overrides[table] = {(other / "over.csv").string(), {"scenario.toml", 7, 3}};
    }
    return migration::load_world(sources);
  }
  /// All that is refused, a sentence a line, without the folder; "" = good.
  std::string complaint(const std::string& table = "", const std::string& text = "") const {
    try {
      load(table, text);
    } catch (const InputError& error) {
      return without_folder(error.what());
    }
    return "";
  }
  std::string warnings() const {
    std::string all;
    const auto world = load();
    for (const auto& sentence : world->warnings) all += sentence + "\n";
    return without_folder(all);
  }

 private:
  std::string without_folder(std::string said) const {
    const std::string folder = folder_.path().string() + "/";
    for (size_t at; (at = said.find(folder)) != std::string::npos;) said.erase(at, folder.size());
    return said;
  }

  ScratchFolder folder_;
};

}  // namespace rumbo::test
