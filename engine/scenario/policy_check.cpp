// See policy_check.hpp.
#include "engine/scenario/policy_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "engine/scenario/merge.hpp"

namespace rumbo {
namespace {

using Kind = DocumentNode::Kind;

constexpr int64_t longest_ramp_months = 1200;

/// Reads one policy; every step notes its mistakes and goes on.
class PolicyReader {
 public:
  PolicyReader(const DocumentNode& node, std::span<const IndexSpace> spaces,
               std::span<const TableDeclaration> tables, Month scenario_start, Findings& mistakes)
      : node_(node), spaces_(spaces), tables_(tables), mistakes_(mistakes) {
    policy_.id = policy_id(node);
    policy_.where = node.where;
    policy_.start = scenario_start;
    for (const auto& [key, value] : node.entries) policy_.written[key] = value.where;
  }

  Policy& policy() { return policy_; }

  /// The lever; of an unknown name the one that was most likely meant, so that the policy's other
  /// mistakes are found too.
  const LeverDeclaration* read_lever(const LeverRegistry& levers) {
    const DocumentNode* lever = node_.find("lever");
    if (!lever) return nullptr;
    const auto name = read_text(*lever, key_name("lever"), mistakes_);
    if (!name) return nullptr;
    policy_.lever = *name;
    const LeverDeclaration* found = levers.find(*name);
    if (found) return found;
    mistakes_.add_unknown(lever->where, "there is no lever", *name, levers.names());
    is_guess_ = true;
    return levers.find(nearest_name(*name, levers.names()));
  }

  void read_common() {
    if (const auto* node = node_.find("title"))
      policy_.title = read_text(*node, key_name("title"), mistakes_).value_or("");
    if (const auto* node = node_.find("source"))
      policy_.source = read_text(*node, key_name("source"), mistakes_).value_or("");
    if (const auto* node = node_.find("enabled"))
      policy_.enabled = read_truth(*node, key_name("enabled"), mistakes_).value_or(true);
    if (const auto* node = node_.find("intensity"))
      policy_.intensity = read_number(*node, key_name("intensity"),
                                      {0, 1, "(a share of the change asked for)", false}, mistakes_)
                              .value_or(0);
    if (const auto* node = node_.find("ramp_months"))
      policy_.ramp_months = static_cast<int>(
          read_whole(*node, key_name("ramp_months"), 0, longest_ramp_months, mistakes_)
              .value_or(0));
    read_dates();
    read_trigger_keys();
  }

  /// Labels under the name of any space, of a policy whose lever is not known.
  void read_any_scope() {
    for (const auto& space : spaces_) read_scope({space.name + "s", space.name, false}, false);
  }

  void read_fields(const LeverDeclaration& lever) {
    const std::vector<LeverScope> scopes = scopes_of(lever, spaces_);
    refuse_unknown_keys(lever, scopes);
    for (const auto& scope : scopes) read_scope(scope, !is_guess_);
    for (const auto& field : lever.fields) {
      if (const auto* node = node_.find(field.name)) {
        if (auto value = read_field(*node, field))
          policy_.fields.emplace(field.name, std::move(*value));
      } else if (field.default_value) {
        policy_.fields.emplace(field.name, FieldValue{*field.default_value, ChangeKind::add, ""});
      } else if (field.required && !is_guess_) {
        mistakes_.add(node_.where, "policy '" + policy_.id + "': " + field.name + " is missing (" +
                                       field.meaning + ")");
      }
    }
  }

 private:
  const DocumentNode& node_;
  std::span<const IndexSpace> spaces_;
  std::span<const TableDeclaration> tables_;
  Findings& mistakes_;
  Policy policy_;
  bool is_guess_ = false;  ///< the lever is the one that was most likely meant

  std::string key_name(const std::string& key) const {
    return (policy_.id.empty() ? "policy" : policy_.id) + "." + key;
  }

  void read_dates() {
    const DocumentNode* start = node_.find("start");
    std::optional<Month> first;
    if (start) first = read_month(*start, key_name("start"), mistakes_);
    if (!start && node_.find("when")) first = policy_.start;
    if (!start && !first && node_.find("lever"))
      mistakes_.add(node_.where, "policy '" + policy_.id +
                                     "': start is missing; expected start = \"YYYY-MM\" (or when "
                                     "= \"SERIES > NUMBER\")");
    if (first) policy_.start = *first;
    const DocumentNode* end = node_.find("end");
    if (!end) return;
    policy_.end = read_month(*end, key_name("end"), mistakes_);
    if (first && policy_.end && *policy_.end <= *first)
      mistakes_.add(end->where, key_name("end") + ": found " + policy_.end->text() +
                                    "; expected a month after the start, " + first->text());
  }

  void read_trigger_keys() {
    const DocumentNode* when = node_.find("when");
    if (when) policy_.trigger = read_trigger(*when, key_name("when"), tables_, mistakes_);
    std::optional<int> least, most;
    for (const auto& [key, months] : {std::pair{"min_months", &least}, {"max_months", &most}}) {
      const DocumentNode* node = node_.find(key);
      if (!node) continue;
      if (!when)
        mistakes_.add(
            node->key_where,
            key_name(key) + ": only a policy that waits (when = ...) has it; expected end");
      else if (const auto read =
                   read_whole(*node, key_name(key), 1, longest_ramp_months, mistakes_))
        *months = static_cast<int>(*read);
    }
    if (least && most && *most < *least)
      mistakes_.add(node_.find("max_months")->where,
                    fmt::format("{}: found {}; expected min_months, {}, or more",
                                key_name("max_months"), *most, *least));
    if (!policy_.trigger) return;
    policy_.trigger->min_months = least.value_or(1);
    policy_.trigger->max_months = most;
  }

  void refuse_unknown_keys(const LeverDeclaration& lever, const std::vector<LeverScope>& scopes) {
    std::vector<std::string> own, valid;
    for (const auto& field : lever.fields) own.push_back(field.name);
    for (const auto& scope : scopes) own.push_back(scope.key);
    valid = own;
    valid.insert(valid.end(), common_policy_keys().begin(), common_policy_keys().end());
    const bool any_key = spaces_.empty() && lever.acts_on.empty();
    for (const auto& [key, value] : node_.entries)
      if (!any_key && std::find(valid.begin(), valid.end(), key) == valid.end())
        mistakes_.add_unknown(value.key_where, "lever " + lever.name + " has no key", key, valid,
                              own);
  }

  void read_scope(const LeverScope& scope, bool may_be_missed) {
    const DocumentNode* node = node_.find(scope.key);
    const auto space = std::find_if(spaces_.begin(), spaces_.end(),
                                    [&](const IndexSpace& s) { return s.name == scope.space; });
    if (spaces_.empty()) return;  // the world could not be read
    RUMBO_REQUIRE(space != spaces_.end());
    if (node)
      policy_.scope[scope.key] =
          read_labels(*node, key_name(scope.key), *space, spaces_, mistakes_);
    else if (scope.required && may_be_missed)
      mistakes_.add(node_.where, "policy '" + policy_.id + "': " + scope.key +
                                     " is missing; expected a list of labels of " + scope.space);
  }

  std::optional<FieldValue> read_field(const DocumentNode& node, const LeverField& field) {
    const std::string name = key_name(field.name);
    const NumberRange range{field.minimum, field.maximum, field.unit, false};
    FieldValue value;
    value.text = node.kind == Kind::text ? node.text : as_toml(node);
    std::optional<double> number;
    switch (field.kind) {
      case FieldKind::number:
        if (is_share_in_percent(node, field))
          mistakes_.add(node.where, fmt::format("{}: {}; expected {}; did you mean {}?", name,
                                                found_text(node), range.text(), node.real / 100));
        else
          number = read_number(node, name, range, mistakes_);
        break;
      case FieldKind::change:
        return read_change(node, name, range, mistakes_);
      case FieldKind::month:
        if (const auto month = read_month(node, name, mistakes_)) number = month->count();
        break;
      case FieldKind::truth:
        if (const auto truth = read_truth(node, name, mistakes_)) number = *truth ? 1 : 0;
        break;
      case FieldKind::choice:
        number = read_choice(node, name, field);
        break;
      case FieldKind::text:
        if (read_text(node, name, mistakes_)) number = 0;
        break;
    }
    if (!number) return std::nullopt;
    value.number = *number;
    return value;
  }

  /// Whether a share or probability was most likely written as a number of percent.
  static bool is_share_in_percent(const DocumentNode& node, const LeverField& field) {
    return field.maximum == 1 && node.is_number() && node.real > 1 && node.real <= 100;
  }

  std::optional<double> read_choice(const DocumentNode& node, const std::string& name,
                                    const LeverField& field) {
    const auto text = read_text(node, name, mistakes_);
    if (!text) return std::nullopt;
    const auto found = std::find(field.choices.begin(), field.choices.end(), *text);
    if (found != field.choices.end()) return static_cast<double>(found - field.choices.begin());
    mistakes_.add_unknown(node.where, name + ": there is no choice", *text, field.choices);
    return std::nullopt;
  }
};

}  // namespace

namespace {

/// "+20%" -> 0.2, "-0.5" -> -0.5; nothing if it is no signed number.
std::optional<double> signed_number(const std::string& text, bool is_percent) {
  if (!text.starts_with('+') && !text.starts_with('-')) return std::nullopt;
  const char* const begin = text.data() + (text[0] == '+' ? 1 : 0);
  const char* const end = text.data() + text.size() - (is_percent ? 1 : 0);
  double number = 0;
  const auto [stopped, error] = std::from_chars(begin, end, number);
  if (begin == end || stopped != end) return std::nullopt;
  if (error == std::errc::result_out_of_range)
    number = text[0] == '-' ? -std::numeric_limits<double>::infinity()
                            : std::numeric_limits<double>::infinity();
  else if (error != std::errc{} || (text[0] == '+' && *begin == '-'))
    return std::nullopt;
  return is_percent ? number / 100 : number;
}

std::string percent_range(const NumberRange& range) {
  if (range.minimum < -1e100 && range.maximum > 1e100) return "any percentage";
  return fmt::format("{:+}% to {:+}%", 100 * range.minimum, 100 * range.maximum);
}

/// "; did you mean "+50%"?" for 50 where a share is expected, or "".
std::string meant_as_percent(const DocumentNode& node, const NumberRange& range) {
  if (!node.is_number() || std::abs(node.real) < 1 || !range.holds(node.real / 100)) return "";
  return fmt::format("; did you mean \"{:+}%\"?", node.real);
}

}  // namespace

std::optional<FieldValue> read_change(const DocumentNode& node, const std::string& name,
                                      const NumberRange& range, Findings& mistakes) {
  const bool is_percent = node.kind == Kind::text && node.text.ends_with('%');
  std::optional<double> number;
  if (node.is_number()) number = node.real;
  if (node.kind == Kind::text) number = signed_number(node.text, is_percent);
  if (!number) {
    mistakes.add(node.where,
                 name + ": " + found_text(node) +
                     "; expected a change such as \"+20%\", \"-20%\" or a number to add");
    return std::nullopt;
  }
  if (!range.holds(*number)) {
    const std::string expected = is_percent ? percent_range(range) : range.text();
    mistakes.add(node.where, name + ": " + found_text(node) + "; expected " + expected +
                                 meant_as_percent(node, range));
    return std::nullopt;
  }
  return FieldValue{is_percent ? 1 + *number : *number,
                    is_percent ? ChangeKind::multiply : ChangeKind::add,
                    node.kind == Kind::text ? node.text : as_toml(node)};
}

std::optional<Policy> read_policy(const DocumentNode& node, const LeverRegistry& levers,
                                  std::span<const IndexSpace> spaces,
                                  std::span<const TableDeclaration> tables, Month scenario_start,
                                  Findings& mistakes) {
  const size_t before = mistakes.count();
  PolicyReader reader(node, spaces, tables, scenario_start, mistakes);
  const LeverDeclaration* lever = reader.read_lever(levers);
  reader.read_common();
  if (lever)
    reader.read_fields(*lever);
  else
    reader.read_any_scope();
  if (mistakes.count() > before || !lever) return std::nullopt;
  return std::move(reader.policy());
}

}  // namespace rumbo
