// Levers: what a policy may ask for, declared once; and policies, what a
// scenario does ask for. From a lever's declaration come checking, help, the
// schema and the dated changes of parameters. May include: base, params, tally.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/month.hpp"
#include "engine/params/parameter.hpp"
#include "engine/params/plan.hpp"
#include "engine/scenario/trigger.hpp"

namespace rumbo {

/// What may be written for a field of a lever.
enum class FieldKind {
  number,
  month,   ///< "YYYY-MM"; number() is the month's count
  change,  ///< "+20%" or "-20%" multiplies, a number adds; range: of the share (0.2) or the number
  truth,   ///< true or false; number() is 1 or 0
  choice,  ///< one of `choices`; number() is its place among them
  text     ///< any text
};

/// A field of a lever, besides the keys every policy has.
struct LeverField {
  std::string name;     ///< key in a [[policy]] entry
  std::string meaning;  ///< one sentence
  std::string unit;     ///< "1" if it has none
  FieldKind kind = FieldKind::number;
  double minimum = 0;                                  ///< inclusive; kinds number and change
  double maximum = 1;                                  ///< inclusive
  std::optional<double> default_value = std::nullopt;  ///< as number() gives it
  bool required = false;
  std::vector<std::string> choices = {};  ///< kind choice
};

/// A scope key that a lever takes.
struct LeverScope {
  std::string key;        ///< "places"
  std::string space;      ///< "place"
  bool required = false;  ///< otherwise a policy without it acts everywhere
};

/// What was written for a field.
struct FieldValue {
  double number = 0;
  ChangeKind change = ChangeKind::set;  ///< kind change: multiply (number is the factor) or add
  std::string text;                     ///< as written
};

/// A [[policy]] entry, checked against its lever.
struct Policy {
  std::string id;
  std::string lever;
  std::string title;
  std::string source;
  Month start;                     ///< first month with it; with a trigger, the first month watched
  std::optional<Month> end;        ///< first month without it
  std::optional<Trigger> trigger;  ///< what it waits for; none = it starts by its date
  int ramp_months = 0;
  double intensity = 1;  ///< share, 0 to 1, of the change asked for
  bool enabled = true;
  std::map<std::string, std::vector<uint32_t>> scope;  ///< by scope key; absent = everywhere
  std::map<std::string, FieldValue> fields;            ///< written or by default
  SourceLocation where;
  std::map<std::string, SourceLocation> written;  ///< where the value of each key stands

  bool has(const std::string& field) const { return fields.count(field) > 0; }
  /// The value of a field that is required, has a default or was seen by has().
  double number(const std::string& field) const;
  Month month(const std::string& field) const;
  /// Where the value of a key stands; the policy itself if it does not have the key.
  SourceLocation place_of(const std::string& key) const;
  /// Indices written under a scope key; empty = everywhere.
  std::vector<uint32_t> indices(const std::string& scope_key) const;
};

/// What a lever needs to turn a policy into changes.
class LeverContext {
 public:
  LeverContext(const ParameterRegistry& parameters, std::span<const IndexSpace> spaces,
               const ParameterValues& base)
      : parameters_(parameters), spaces_(spaces), base_(base) {}

  const ParameterRegistry& parameters() const { return parameters_; }
  const ParameterValues& base() const { return base_; }
  /// throws InputError if there is no such space
  const IndexSpace& space(std::string_view name) const;
  /// A change of `parameter` with the dates, ramp, intensity and id of the policy.
  DatedChange change(const Policy& policy, std::string_view parameter, ChangeKind kind,
                     double amount, std::vector<uint32_t> indices = {}) const;
  /// The same with kind and amount from a field of kind change.
  DatedChange change(const Policy& policy, std::string_view parameter, const FieldValue& field,
                     std::vector<uint32_t> indices = {}) const;

 private:
  const ParameterRegistry& parameters_;
  std::span<const IndexSpace> spaces_;
  const ParameterValues& base_;
};

/// What is known of what a lever costs the public.
enum class PublicCost { unknown, none, counted };

/// What a lever is.
struct LeverDeclaration {
  std::string name;      ///< "work_visa_quota"
  std::string sentence;  ///< what it does
  std::vector<LeverScope> scopes;
  std::vector<LeverField> fields;
  std::vector<std::string> acts_on;  ///< names of parameters; empty = any
  double cost_per_unit_usd = 0;      ///< 2020 USD, public; 0 = unknown, unless costs_nothing
  bool costs_nothing = false;        ///< no public cost: it pays for itself, or others pay
  std::string cost_unit;             ///< of its use: "case", "agent and year"; "" = not counted
  std::string evidence;              ///< what is known of its effect
  std::string source;                ///< where evidence, cost and the wish for it come from
  /// The changes a policy asks for; InputError without location for what only the lever can see.
  std::function<std::vector<DatedChange>(const Policy&, const LeverContext&)> changes;

  PublicCost public_cost() const {
    if (costs_nothing) return PublicCost::none;
    return cost_per_unit_usd > 0 ? PublicCost::counted : PublicCost::unknown;
  }
};

/// All levers; "parameter_change", on any parameter, is always among them.
class LeverRegistry {
 public:
  LeverRegistry();
  /// throws InputError if the name is taken, a field is declared twice or has the name of a common
  /// key
  void declare(LeverDeclaration lever);
  /// nullptr if there is none
  const LeverDeclaration* find(std::string_view name) const;
  const std::vector<LeverDeclaration>& all() const { return levers_; }
  std::vector<std::string> names() const;
  /// Declared levers that act on a parameter that is not declared, one sentence each.
  std::vector<std::string> mistakes(const ParameterRegistry& parameters) const;

 private:
  std::vector<LeverDeclaration> levers_;
};

/// The keys that every policy may have, whatever its lever.
const std::vector<std::string>& common_policy_keys();

/// The scope keys a lever takes: its own, or one for every space if it acts on any parameter.
std::vector<LeverScope> scopes_of(const LeverDeclaration& lever,
                                  std::span<const IndexSpace> spaces);

}  // namespace rumbo
