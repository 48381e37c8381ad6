// See designs.hpp.
#include "engine/designs/designs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/designs/kinds.hpp"

namespace rumbo {
namespace {

std::string hint(const std::string& name, const std::vector<std::string>& names) {
  const std::string near = nearest_name(name, names);
  return near.empty() ? "" : "; did you mean '" + near + "'?";
}

template <class Named>
std::vector<std::string> names_of_all(const std::vector<Named>& all) {
  std::vector<std::string> names;
  for (const auto& one : all) names.push_back(one.name);
  return names;
}

const DesignKind& kind_of(const DesignRequest& request) {
  const auto& kinds = design_kinds();
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const auto& kind) { return kind.name == request.kind; });
  if (found != kinds.end()) return *found;
  throw InputError(fmt::format("no kind of design '{}'{}", request.kind,
                               hint(request.kind, names_of_all(kinds))));
}

/// What is wrong with the numbers of an option, or "".
std::string mistake_of(const DesignOption& option, const std::vector<double>& numbers,
                       size_t width) {
  if (option.is_of_each && numbers.size() != 1 && numbers.size() != width)
    return fmt::format("{} numbers; expected one, or one for each of {} parameters", numbers.size(),
                       width);
  if (!option.is_of_each && numbers.size() != 1)
    return fmt::format("{} numbers; expected one", numbers.size());
  for (const double number : numbers)
    if (!(number >= option.low && number <= option.high) ||
        (option.is_whole && number != std::floor(number)))
      return fmt::format("found {}; expected a {} from {} to {}", number,
                         option.is_whole ? "whole number" : "number", option.low, option.high);
  return "";
}

void check_names(const DesignRequest& request, const DesignKind& kind,
                 std::vector<std::string>& mistakes) {
  if (request.names.empty() && !kind.is_read)
    mistakes.push_back(kind.name + ": no parameters; a design needs at least one");
  for (size_t i = 0; i < request.names.size(); ++i) {
    const auto before = request.names.begin() + static_cast<long>(i);
    if (std::find(request.names.begin(), before, request.names[i]) != before)
      mistakes.push_back(fmt::format("{}: parameter '{}' twice", kind.name, request.names[i]));
  }
}

DesignSettings checked(const DesignRequest& request, const DesignKind& kind) {
  std::vector<std::string> mistakes;
  check_names(request, kind, mistakes);
  for (const auto& [name, numbers] : request.options) {
    const auto names = names_of_all(kind.options);
    if (std::find(names.begin(), names.end(), name) == names.end())
      mistakes.push_back(fmt::format("{}: no option '{}'{}", kind.name, name, hint(name, names)));
  }
  std::map<std::string, std::vector<double>> options;
  for (const auto& option : kind.options) {
    const auto given = request.options.find(option.name);
    if (given != request.options.end()) {
      const std::string mistake = mistake_of(option, given->second, request.names.size());
      if (!mistake.empty())
        mistakes.push_back(fmt::format("{}: {}: {}", kind.name, option.name, mistake));
      options[option.name] = given->second;
    } else if (option.value) {
      options[option.name] = {*option.value};
    } else {
      mistakes.push_back(
          fmt::format("{}: {} is missing: {}", kind.name, option.name, option.meaning));
    }
  }
  if (!mistakes.empty()) throw InputError(mistakes);
  return {request, std::move(options)};
}

size_t count_checked(const DesignKind& kind, const DesignSettings& settings) {
  const double n = kind.n_runs(settings);
  if (n > most_runs_of_design ||
      n * static_cast<double>(settings.width()) > 100 * most_runs_of_design)
    throw InputError(fmt::format("{}: {:.3g} runs of {} parameters; expected at most {:.0f}",
                                 kind.name, n, settings.width(), most_runs_of_design));
  return static_cast<size_t>(n);
}

}  // namespace

const std::vector<DesignKind>& design_kinds() {
  static const std::vector<DesignKind> kinds{
      grid_design(),     latin_hypercube_design(), sobol_design(), morris_design(),
      saltelli_design(), one_at_a_time_design(),   file_design(),
  };
  return kinds;
}

size_t count_runs(const DesignRequest& request) {
  const DesignKind& kind = kind_of(request);
  return count_checked(kind, checked(request, kind));
}

Design make_design(const DesignRequest& request) {
  const DesignKind& kind = kind_of(request);
  const DesignSettings settings = checked(request, kind);
  const size_t n = count_checked(kind, settings);
  Design design{kind.name, request.names};
  kind.make(settings, design);
  // A file may have changed since its rows were counted.
  RUMBO_REQUIRE(kind.is_read || design.n_runs() == n);
  return design;
}

}  // namespace rumbo
