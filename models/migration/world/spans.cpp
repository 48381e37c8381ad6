// What a run beyond the years of tables comes to. See world.hpp.
#include <fmt/format.h>

#include <map>

#include "models/migration/world/world.hpp"

namespace rumbo::migration {
SpanReport spans_of_run(const World& world, Month start, Month end) {
  const int first = start.year(), last = (end - 1).year();
  SpanReport report;
  std::map<int, std::vector<std::string>> held_before, held_after;
  for (const TableSpan& span : world.spans) {
    if (first < span.first_year && span.rule == SpanRule::covers_start)
      report.mistakes.push_back(fmt::format(
          "the run begins in {}, but {} begins in {}: who lives where at the start is not known",
          start.text(), span.file, span.first_year));
    else if (first < span.first_year)
      held_before[span.first_year].push_back(span.file);
    if (last > span.last_year && (span.rule == SpanRule::covers_run || first > span.last_year))
      held_after[span.last_year].push_back(span.file);
  }
  for (const auto& [year, files] : held_before)
    report.warnings.push_back(
        fmt::format("the run begins in {}: until {} the figures of {} are held ({})", start.text(),
                    year - 1, year, fmt::join(files, ", ")));
  for (const auto& [year, files] : held_after)
    report.warnings.push_back(
        fmt::format("the run ends in {}: from {} on the figures of {} are "
                    "held ({})",
                    (end - 1).text(), year + 1, year, fmt::join(files, ", ")));
  return report;
}

}  // namespace rumbo::migration
