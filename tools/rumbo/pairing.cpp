// See pairing.hpp.
#include "tools/rumbo/pairing.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

namespace rumbo {

namespace {

using nlohmann::json;

/// One of two runs: where it is, and what it records of its parameters and tables.
struct Recorded {
  const std::string& path;
  json record;
};

std::string attribute_text(const ResultsHeader& header, const std::string& name) {
  for (const auto& attribute : header.attributes) {
    if (attribute.name != name) continue;
    if (const auto* text = std::get_if<std::string>(&attribute.value)) return *text;
    if (const auto* whole = std::get_if<int64_t>(&attribute.value)) return std::to_string(*whole);
    return fmt::format("{}", std::get<double>(attribute.value));
  }
  return "not recorded";
}

/// null for anything that pairing_record() does not write
json parsed(const std::string& record) {
  json made = json::parse(record, nullptr, false);
  return made.is_object() ? made : json();
}

std::string text_in(const json& record, const char* key) {
  const auto found = record.find(key);
  return found != record.end() && found->is_string() ? found->get<std::string>() : "";
}

/// The keys of both objects, in order.
std::set<std::string> keys_of(const json& a, const json& b) {
  std::set<std::string> keys;
  for (const json* object : {&a, &b})
    if (object->is_object())
      for (const auto& entry : object->items()) keys.insert(entry.key());
  return keys;
}

json value_at(const json& object, const std::string& key) {
  return object.is_object() && object.contains(key) ? object[key] : json();
}

void compare_tables(const Recorded& a, const Recorded& b, std::vector<std::string>& found) {
  const json one = value_at(a.record, "tables"), other = value_at(b.record, "tables");
  for (const auto& name : keys_of(one, other)) {
    const json in_a = value_at(one, name), in_b = value_at(other, name);
    if (in_a == in_b) continue;
    if (in_a.is_null() || in_b.is_null())
      found.push_back(
          fmt::format("{} was read for {} only", name, in_a.is_null() ? b.path : a.path));
    else
      found.push_back(fmt::format("{} has another content in {} than in {}", name, a.path, b.path));
  }
}

std::string value_text(const json& value) {
  return value.is_number() ? fmt::format("{}", value.get<double>()) : "as in its tables";
}

void compare_parameters(const Recorded& a, const Recorded& b, std::vector<std::string>& found) {
  const json one = value_at(a.record, "parameters"), other = value_at(b.record, "parameters");
  const size_t before = found.size();
  for (const auto& name : keys_of(one, other)) {
    const json in_a = value_at(one, name), in_b = value_at(other, name);
    if (in_a == in_b) continue;
    if (in_a.is_number() || in_b.is_number())
      found.push_back(fmt::format("{} is {} in {} and {} in {}", name, value_text(in_a), a.path,
                                  value_text(in_b), b.path));
    else
      found.push_back(fmt::format("{} has other values in {} than in {}", name, a.path, b.path));
  }
  if (found.size() == before && value_at(a.record, "digest") != value_at(b.record, "digest"))
    found.push_back(fmt::format("parameters have other values in {} than in {}", a.path, b.path));
}

}  // namespace

PairingFacts pairing_facts(const std::filesystem::path& path, const ResultsHeader& header,
                           size_t scenario) {
  PairingFacts facts;
  facts.path = path.string();
  facts.run = {{"seed", attribute_text(header, "seed")},
               {"scale", attribute_text(header, "scale")},
               {"first month", header.start.text()},
               {"program", fmt::format("{} (commit {})", attribute_text(header, "program_version"),
                                       attribute_text(header, "git_commit"))}};
  const std::string& text = header.scenarios.at(scenario).pairing;
  const json record = parsed(text);
  if (!record.is_null()) facts.record = text;
  facts.title = text_in(record, "title");
  facts.says_difference = record.contains("first_difference");
  if (facts.says_difference)
    facts.first_difference = Month::parse(text_in(record, "first_difference"));
  return facts;
}

std::vector<std::string> differences_between(const PairingFacts& a, const PairingFacts& b) {
  std::vector<std::string> found;
  if (a.path == b.path) return found;
  for (size_t i = 0; i < a.run.size(); ++i)
    if (a.run[i].second != b.run[i].second)
      found.push_back(fmt::format("the {} is {} in {} and {} in {}", a.run[i].first,
                                  a.run[i].second, a.path, b.run[i].second, b.path));
  for (const auto* facts : {&a, &b})
    if (facts->record.empty())
      found.push_back(facts->path +
                      " does not say what its parameters and tables were (it was made by an older "
                      "program)");
  if (a.record.empty() || b.record.empty()) return found;
  const Recorded one{a.path, parsed(a.record)}, other{b.path, parsed(b.record)};
  compare_tables(one, other, found);
  compare_parameters(one, other, found);
  return found;
}

}  // namespace rumbo
