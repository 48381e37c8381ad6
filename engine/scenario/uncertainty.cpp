// See uncertainty.hpp.
#include "engine/scenario/uncertainty.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/scenario/parameter_names.hpp"

namespace rumbo {
namespace {

using Kind = DocumentNode::Kind;

const std::vector<std::string> range_keys{"low", "high", "central", "scale", "source"};
const std::string expected_range = "expected {low = NUMBER, high = NUMBER}";

/// A key of [uncertainty] with what it says.
struct WrittenRange {
  ParameterName parameter;
  const DocumentNode* node;
};

/// Whether parameters are called "family.something".
bool is_family(const std::string& family, const ParameterRegistry& registry) {
  return std::any_of(registry.all().begin(), registry.all().end(),
                     [&](const auto& known) { return known.name.starts_with(family + "."); });
}

/// Nested sections, as dots without quotes make them, are written out with dots.
void collect_ranges(const DocumentNode& section, const std::string& prefix,
                    const ParameterRegistry& registry, Findings& mistakes,
                    std::vector<WrittenRange>& found) {
  for (const auto& [key, node] : section.entries) {
    const std::string written = prefix + key;
    if (node.kind == Kind::section && is_family(written, registry))
      collect_ranges(node, written + ".", registry, mistakes, found);
    else if (auto name = split_name(written, "uncertainty", node.key_where, mistakes))
      found.push_back({std::move(*name), &node});
  }
}

bool goes_before(const WrittenRange& a, const WrittenRange& b) {
  const auto rank = [](const ParameterName& name) {
    return name.label.empty() ? 0 : name.is_pattern() ? 1 : 2;
  };
  return std::pair(a.node->layer, rank(a.parameter)) < std::pair(b.node->layer, rank(b.parameter));
}

/// Reads one range; every step notes its mistakes and goes on.
class RangeReader {
 public:
  RangeReader(const WrittenRange& written, const ParameterDeclaration& declaration,
              Findings& mistakes)
      : node_(*written.node),
        name_("uncertainty of " + written.parameter.text()),
        declaration_(declaration),
        mistakes_(mistakes) {}

  /// Nothing if it is wrong; `central` is the low end if it is not written.
  std::optional<PlausibleRange> read() {
    const size_t before = mistakes_.count();
    check_keys();
    PlausibleRange range;
    range.low = number("low", true).value_or(0);
    range.high = number("high", true).value_or(0);
    range.central = number("central", false).value_or(range.low);
    const auto scale = read_scale();
    if (const auto* text = node_.find("source"))
      range.source = read_text(*text, name_ + ": source", mistakes_).value_or("");
    if (mistakes_.count() > before) return std::nullopt;
    range.scale = scale.value_or(usual_scale(range));
    if (const std::string fault = fault_of(range); !fault.empty()) {
      mistakes_.add(node_.where, name_ + ": " + fault);
      return std::nullopt;
    }
    return range;
  }

  /// Puts `central`, if it is not written, to what the range is about, and warns of what is odd:
  /// in one sentence for all indices of a pattern.
  ///
  /// is_index  whether the range is that of one value of many
  void settle(PlausibleRange& range, double value, bool is_index) {
    if (!node_.find("central")) range.central = std::clamp(value, range.low, range.high);
    if (is_warned_) return;
    if (!node_.find("central") && value != range.central)
      warn(fmt::format("the value {} lies outside {} to {}", value, range.low, range.high));
    if (!declaration_.not_varied.empty())
      warn("it has no plausible range of its own (" + declaration_.not_varied + ")");
    if (declaration_.plausible) warn_if_beyond(range, value, is_index);
  }

 private:
  const DocumentNode& node_;
  const std::string name_;
  const ParameterDeclaration& declaration_;
  Findings& mistakes_;
  bool is_warned_ = false;

  void check_keys() {
    if (node_.kind != Kind::section) {
      mistakes_.add(node_.where, name_ + ": " + found_text(node_) + "; " + expected_range);
      return;
    }
    for (const auto& [key, child] : node_.entries)
      if (std::find(range_keys.begin(), range_keys.end(), key) == range_keys.end())
        mistakes_.add_unknown(child.key_where, name_ + " has no key", key, range_keys);
  }

  std::optional<double> number(const std::string& key, bool is_required) {
    if (node_.kind != Kind::section) return std::nullopt;
    if (const DocumentNode* found = node_.find(key))
      return read_number(*found, name_ + ": " + key,
                         {declaration_.minimum, declaration_.maximum, declaration_.unit, false},
                         mistakes_);
    if (is_required)
      mistakes_.add(node_.where, name_ + ": " + key + " is missing; " + expected_range);
    return std::nullopt;
  }

  std::optional<RangeScale> read_scale() {
    const DocumentNode* found = node_.find("scale");
    if (!found) return std::nullopt;
    if (found->kind == Kind::text)
      if (const auto scale = scale_named(found->text)) return scale;
    mistakes_.add(found->where, name_ + ": scale: " + found_text(*found) +
                                    "; expected \"linear\", \"log\" or \"logit\"");
    return std::nullopt;
  }

  /// The declared scale where the range can be on it.
  RangeScale usual_scale(PlausibleRange range) const {
    range.scale = declaration_.plausible ? declaration_.plausible->scale : RangeScale::linear;
    return fault_of(range).empty() ? range.scale : RangeScale::linear;
  }

  void warn(const std::string& sentence) {
    is_warned_ = true;
    mistakes_.warn(node_.where, name_ + ": " + sentence);
  }

  /// The declared range is that of the whole: that of one value of many is as far from its own.
  void warn_if_beyond(const PlausibleRange& range, double value, bool is_index) {
    constexpr double rounding = 1e-9;
    const PlausibleRange& declared = *declaration_.plausible;
    const double low = is_index ? moved(value, declared, declared.low) : declared.low;
    const double high = is_index ? moved(value, declared, declared.high) : declared.high;
    const double slack = rounding * (high - low);
    if (range.low < low - slack || range.high > high + slack)
      warn(fmt::format("{} to {} goes beyond the plausible {:.3g} to {:.3g}", range.low, range.high,
                       low, high));
  }
};

/// What a range without `central` is about.
double value_at(const ParameterValues* values, ParameterId id, std::optional<uint32_t> index,
                const ParameterDeclaration& declaration) {
  const bool is_whole = !index && !declaration.dimension.empty();
  if (values && !is_whole) return values->at(id, index.value_or(0));
  return declaration.plausible ? declaration.plausible->central : declaration.default_value;
}

void put_range(std::vector<UncertainParameter>& found, UncertainParameter one) {
  std::erase_if(found, [&](const UncertainParameter& other) {
    return other.parameter == one.parameter && (!one.index || other.index == one.index);
  });
  found.push_back(std::move(one));
}

}  // namespace

std::vector<UncertainParameter> read_uncertainty(const DocumentNode& section,
                                                 const ParameterRegistry& registry,
                                                 std::span<const IndexSpace> spaces,
                                                 const ParameterValues* values,
                                                 Findings& mistakes) {
  std::vector<WrittenRange> all;
  collect_ranges(section, "", registry, mistakes, all);
  std::stable_sort(all.begin(), all.end(), goes_before);
  std::vector<UncertainParameter> found;
  for (const WrittenRange& written : all) {
    const SourceLocation& where = written.node->key_where;
    const auto id = registry.find(written.parameter.name);
    if (!id) {
      mistakes.add_unknown(where, "there is no parameter", written.parameter.name,
                           registry.names());
      continue;
    }
    const ParameterDeclaration& declaration = registry[*id];
    RangeReader reader(written, declaration, mistakes);
    const auto indices = indices_of(written.parameter, where, declaration, spaces, mistakes);
    auto range = reader.read();
    if (!range) continue;
    for (const auto& index : indices) {
      reader.settle(*range, value_at(values, *id, index, declaration), index.has_value());
      put_range(found, {*id, index, *range, written.node->where});
    }
  }
  return found;
}

}  // namespace rumbo
