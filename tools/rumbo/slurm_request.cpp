// See slurm_request.hpp.
#include "tools/rumbo/slurm_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

namespace rumbo {
namespace {

/// A whole number of one to nine digits.
std::optional<uint64_t> number_of(const std::string& text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  uint64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = 10 * number + static_cast<uint64_t>(c - '0');
  }
  return number;
}

/// Numbers with a colon between each two; empty if one is none.
std::vector<uint64_t> numbers_of(const std::string& text) {
  std::vector<uint64_t> numbers;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(':', begin), text.size());
    const auto number = number_of(text.substr(begin, end - begin));
    if (!number) return {};
    numbers.push_back(*number);
    begin = end + 1;
  }
  return numbers;
}

/// Names of partitions and accounts stand in a line of the script that Slurm reads.
void demand_plain(const std::string& found, const char* option,
                  std::vector<std::string>& mistakes) {
  const bool is_plain = std::ranges::all_of(found, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '-' || c == '.' || c == ',' || c == '@';
  });
  if (!is_plain || found.starts_with('-'))
    mistakes.push_back(fmt::format(
        "{}: found '{}'; expected a name of letters, digits, '_', '-', '.', ',' and '@'", option,
        found));
}

}  // namespace

std::optional<double> slurm_seconds(const std::string& text) {
  const size_t dash = text.find('-');
  const bool has_days = dash != std::string::npos;
  const auto parts = numbers_of(has_days ? text.substr(dash + 1) : text);
  if (parts.empty() || parts.size() > 3) return std::nullopt;
  // What the first number is: after days hours, else hours of three and minutes of fewer.
  double unit = has_days || parts.size() == 3 ? 3600 : 60;
  double seconds = 0;
  for (const uint64_t part : parts) {
    seconds += unit * static_cast<double>(part);
    unit /= 60;
  }
  if (has_days) {
    const auto days = number_of(text.substr(0, dash));
    if (!days) return std::nullopt;
    seconds += 86400.0 * static_cast<double>(*days);
  }
  return seconds > 0 ? std::optional(seconds) : std::nullopt;
}

std::optional<uint64_t> slurm_megabytes(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const char last = static_cast<char>(std::toupper(static_cast<unsigned char>(text.back())));
  const bool has_unit = last == 'K' || last == 'M' || last == 'G' || last == 'T';
  const auto number = number_of(has_unit ? text.substr(0, text.size() - 1) : text);
  if (!number || *number == 0) return std::nullopt;
  if (last == 'K') return (*number + 1023) / 1024;
  return *number * (last == 'G' ? 1024 : last == 'T' ? 1024 * 1024 : 1);
}

SlurmRequest read_request(const SlurmOptions& options, std::vector<std::string>& mistakes) {
  SlurmRequest request;
  if (const auto seconds = slurm_seconds(options.time); !seconds)
    mistakes.push_back("--time: found '" + options.time +
                       "'; expected minutes, hours:minutes:seconds or days-hours, as 2:00:00");
  else if (*seconds < 60)
    mistakes.push_back("--time: found '" + options.time + "'; expected at least a minute");
  else
    request.seconds = *seconds;
  if (options.memory != "auto") {
    const auto megabytes = slurm_megabytes(options.memory);
    if (!megabytes)
      mistakes.push_back("--memory: found '" + options.memory +
                         "'; expected auto, or a number with K, M, G or T, as 8G");
    request.megabytes = megabytes.value_or(0);
  }
  demand_plain(options.partition, "--partition", mistakes);
  demand_plain(options.account, "--account", mistakes);
  if (options.cpus < 1 || options.cpus > 4096)
    mistakes.push_back(fmt::format("--cpus: found {}; expected 1 to 4096", options.cpus));
  if (options.tasks < 0 || options.tasks > 100000)
    mistakes.push_back(fmt::format("--tasks: found {}; expected 1 to 100000", options.tasks));
  return request;
}

}  // namespace rumbo
