// See sweep_file.hpp.
#include "tools/rumbo/sweep_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/designs/designs.hpp"
#include "engine/scenario/document.hpp"
#include "engine/scenario/file_text.hpp"
#include "engine/scenario/mistakes.hpp"
#include "engine/scenario/toml_reader.hpp"

namespace rumbo {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> root_keys{"title",  "scenarios", "replicates", "scale",
                                         "design", "set",       "output"};

/// Reads the parts of one design file.
class Reader {
 public:
  Reader(SweepFile& file, Findings& mistakes) : file_(file), mistakes_(mistakes) {}

  void read(const DocumentNode& root) {
    for (const auto& [key, node] : root.entries)
      if (std::ranges::find(root_keys, key) == root_keys.end())
        mistakes_.add_unknown(node.key_where, "unknown key", key, root_keys);
    if (const auto* node = root.find("title"))
      file_.title = read_text(*node, "title", mistakes_).value_or("");
    read_scenarios(root);
    if (const auto* node = root.find("replicates"))
      if (const auto n = read_whole(*node, "replicates", 1, 100000, mistakes_))
        file_.replicates = static_cast<int>(*n);
    if (const auto* node = root.find("scale"))
      file_.scale = read_number(*node, "scale", {.minimum = 0, .maximum = 1, .above_minimum = true},
                                mistakes_);
    read_design(root);
    if (const auto* node = section(root, "set")) read_set(*node);
    if (const auto* node = section(root, "output")) read_output(*node);
  }

 private:
  const DocumentNode* section(const DocumentNode& root, const char* name) {
    const DocumentNode* node = root.find(name);
    if (node == nullptr || node->kind == DocumentNode::Kind::section) return node;
    mistakes_.add(node->where,
                  fmt::format("{}: {}; expected a section [{}]", name, found_text(*node), name));
    return nullptr;
  }

  /// One text or a list of them.
  std::vector<WrittenName> names(const DocumentNode& node, const std::string& key) {
    std::vector<WrittenName> found;
    const auto take = [&](const DocumentNode& item) {
      if (const auto text = read_text(item, key, mistakes_)) found.push_back({*text, item.where});
    };
    if (node.kind == DocumentNode::Kind::list)
      for (const auto& item : node.items) take(item);
    else
      take(node);
    return found;
  }

  void read_scenarios(const DocumentNode& root) {
    const DocumentNode* node = root.find("scenarios");
    if (node == nullptr)
      return mistakes_.add({file_.path, 0, 0},
                           "scenarios is missing; expected a list of scenario files, the first of "
                           "which is the baseline");
    const fs::path folder = fs::path(file_.path).parent_path();
    for (const auto& [name, where] : names(*node, "scenarios")) {
      const fs::path path = folder / name;
      if (const std::string why = unreadable(path.string()); !why.empty())
        mistakes_.add(where, fmt::format("scenarios: '{}': {}", path.string(), why));
      file_.scenarios.push_back(path.lexically_normal().string());
    }
    if (file_.scenarios.empty() && mistakes_.count() == 0)
      mistakes_.add(node->where, "scenarios: an empty list; expected at least one file");
  }

  void read_design(const DocumentNode& root) {
    const DocumentNode* node = section(root, "design");
    if (node == nullptr) {
      if (root.find("design") == nullptr)
        mistakes_.add({file_.path, 0, 0},
                      "[design] is missing; expected at least its kind: " + kinds_text());
      return;
    }
    file_.design_where = node->where;
    const DocumentNode* kind = node->find("kind");
    if (kind == nullptr)
      return mistakes_.add(node->where, "design.kind is missing; expected one of " + kinds_text());
    file_.design.kind = read_text(*kind, "design.kind", mistakes_).value_or("");
    const auto& kinds = design_kinds();
    const auto found = std::ranges::find(kinds, file_.design.kind, &DesignKind::name);
    if (found == kinds.end()) {
      if (!file_.design.kind.empty())
        mistakes_.add_unknown(kind->where, "design.kind: no kind of design", file_.design.kind,
                              kind_names());
      return;
    }
    read_settings(*node, *found);
  }

  void read_settings(const DocumentNode& node, const DesignKind& kind) {
    std::vector<std::string> keys{"kind", "seed", "parameters", "without"};
    if (kind.is_read) keys.push_back("file");
    for (const auto& option : kind.options) keys.push_back(option.name);
    for (const auto& [key, value] : node.entries) {
      if (key == "kind") continue;
      if (std::ranges::find(keys, key) == keys.end())
        mistakes_.add_unknown(value.key_where, "design: unknown key", key, keys);
      else if (key == "seed")
        file_.design.seed = static_cast<uint32_t>(
            read_whole(value, "design.seed", 0, 4294967295, mistakes_).value_or(0));
      else if (key == "parameters")
        file_.parameters = names(value, "design.parameters");
      else if (key == "without")
        file_.without = names(value, "design.without");
      else if (key == "file")
        read_path(value);
      else
        read_option(value, key);
    }
    if (kind.is_read && node.find("file") == nullptr)
      mistakes_.add(node.where,
                    "design.file is missing; expected a CSV file with parameters in "
                    "its header and one row a run");
  }

  void read_path(const DocumentNode& node) {
    const auto text = read_text(node, "design.file", mistakes_);
    if (!text) return;
    const fs::path path = fs::path(file_.path).parent_path() / *text;
    if (const std::string why = unreadable(path.string()); !why.empty())
      mistakes_.add(node.where, fmt::format("design.file: '{}': {}", path.string(), why));
    file_.design.path = path.lexically_normal().string();
  }

  void read_option(const DocumentNode& node, const std::string& key) {
    std::vector<double> numbers;
    const auto take = [&](const DocumentNode& item) {
      if (item.kind == DocumentNode::Kind::truth)
        numbers.push_back(item.truth ? 1 : 0);
      else if (const auto number = read_number(item, "design." + key,
                                               {.minimum = -1e300, .maximum = 1e300}, mistakes_))
        numbers.push_back(*number);
    };
    if (node.kind == DocumentNode::Kind::list)
      for (const auto& item : node.items) take(item);
    else
      take(node);
    file_.design.options[key] = numbers;
  }

  void read_set(const DocumentNode& node) {
    for (const auto& [key, value] : node.entries) {
      if (value.kind == DocumentNode::Kind::section)
        mistakes_.add(value.where, fmt::format("set: {} is a section; write the name in quotes: "
                                               "\"{}.KEY\" = VALUE",
                                               key, key));
      else
        file_.overrides.push_back(key + "=" + as_toml(value));
    }
  }

  void read_output(const DocumentNode& node) {
    for (const auto& [key, value] : node.entries) {
      if (key == "keep")
        file_.keep = names(value, "output.keep");
      else
        mistakes_.add_unknown(value.key_where, "output: unknown key", key, {"keep"});
    }
  }

  static std::vector<std::string> kind_names() {
    std::vector<std::string> found;
    for (const auto& kind : design_kinds()) found.push_back(kind.name);
    return found;
  }
  static std::string kinds_text() { return fmt::format("{}", fmt::join(kind_names(), ", ")); }

  SweepFile& file_;
  Findings& mistakes_;
};

}  // namespace

SweepFile read_sweep_file(const std::string& path) {
  SweepFile file;
  file.path = path;
  file.name = fs::path(path).stem().string();
  if (const std::string why = unreadable(path); !why.empty()) throw InputError(path + ": " + why);
  const TomlReading reading = read_toml(read_text_file(path), path, 0);
  Findings mistakes;
  for (const auto& mistake : reading.mistakes) mistakes.add(mistake.where, mistake.sentence);
  Reader(file, mistakes).read(reading.root);
  if (mistakes.count() > 0) throw InputError(mistakes.messages());
  return file;
}

}  // namespace rumbo
