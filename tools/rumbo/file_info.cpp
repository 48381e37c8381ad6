// See file_info.hpp.
#include "tools/rumbo/file_info.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/base/error.hpp"
#include "engine/output/checkpoint.hpp"
#include "engine/output/provenance.hpp"
#include "engine/output/reader.hpp"
#include "tools/rumbo/escape.hpp"

namespace rumbo {

namespace {

std::string size_text(uintmax_t bytes) {
  const auto size = static_cast<double>(bytes);
  return size < 1e6 ? fmt::format("{:.1f} kB", size / 1e3) : fmt::format("{:.1f} MB", size / 1e6);
}

FileInfo::Section describe_runs(const ResultsHeader& header) {
  FileInfo::Section section{"runs", {}};
  for (const auto& scenario : header.scenarios)
    section.lines.emplace_back("scenario", scenario.name);
  section.lines.emplace_back("replicates",
                             fmt::format("{} ({} to {})", header.replicates.size(),
                                         header.replicates.front(), header.replicates.back()));
  section.lines.emplace_back(
      "months", fmt::format("{} to {}", header.start.text(), header.times.back().text()));
  section.lines.emplace_back("records", std::to_string(header.times.size()));
  return section;
}

FileInfo::Section describe_sweep(const SweepRecord& sweep) {
  FileInfo::Section section{"sweep", {}};
  section.lines.emplace_back(
      "design", fmt::format("{}, {} points x {} replicates of {} parameters", sweep.kind,
                            sweep.n_points(), sweep.replicates, sweep.parameters.size()));
  for (const auto& parameter : sweep.parameters)
    section.lines.emplace_back(
        parameter.name,
        fmt::format("{:.4g} to {:.4g} {}, central {:.4g}, {}", parameter.low, parameter.high,
                    parameter.unit, parameter.central, parameter.scale));
  if (!sweep.failed.empty())
    section.lines.emplace_back("failed", fmt::format("{} runs, the first: {}", sweep.failed.size(),
                                                     sweep.failed.front().message));
  return section;
}

FileInfo::Section describe_tables(const ResultsHeader& header) {
  FileInfo::Section section{"tables", {}};
  for (const auto& table : header.tables) {
    std::vector<std::string> axes;
    for (const auto& axis : table.axes)
      axes.push_back(fmt::format("{} {}", axis.name, axis.labels.size()));
    section.lines.emplace_back(
        table.name,
        fmt::format("{} [{}], {}{}: {}", table.units, fmt::join(axes, ", "),
                    table.method == CellMethod::sum ? "sum over the period" : "at its end",
                    table.form == TableForm::sparse ? ", sparse" : "", table.long_name));
  }
  for (const auto& group : header.events) {
    std::vector<std::string> columns;
    for (const auto& column : group.columns) columns.push_back(column.name);
    section.lines.emplace_back(group.name, fmt::format("one row an event [{}]: {}",
                                                       fmt::join(columns, ", "), group.long_name));
  }
  return section;
}

FileInfo::Section describe_attributes(const ResultsHeader& header) {
  FileInfo::Section section{"provenance", {}};
  for (const auto& attribute : header.attributes) {
    if (const auto* text = std::get_if<std::string>(&attribute.value))
      section.lines.emplace_back(attribute.name, *text);
    else if (const auto* value = std::get_if<double>(&attribute.value))
      section.lines.emplace_back(attribute.name, fmt::format("{}", *value));
  }
  return section;
}

/// digest  that held; nothing if the file carries none
FileInfo::Section first_section(const std::filesystem::path& path, const std::string& kind,
                                const std::optional<std::string>& digest) {
  return {"",
          {{"file", path.string()},
           {"kind", kind},
           {"size", size_text(std::filesystem::file_size(path))},
           {"content", digest ? "verified, sha256 " + *digest
                              : "not verified: it carries no digest, an older program wrote it"}}};
}

}  // namespace

FileInfo describe_file(const std::filesystem::path& path) {
  const ReadableKind kind = readable_kind(path);
  if (kind == ReadableKind::results) {
    const ResultsFile file(path);
    const ResultsHeader& header = file.header();
    FileInfo info{{first_section(path, "complete results", file.digest()), describe_runs(header)}};
    if (header.sweep) info.sections.push_back(describe_sweep(*header.sweep));
    info.sections.push_back(describe_tables(header));
    info.sections.push_back(describe_attributes(header));
    return info;
  }
  if (kind == ReadableKind::checkpoint) {
    const LoadArchive checkpoint(path);
    FileInfo::Section arrays{"arrays", {}};
    for (const auto& [name, count] : checkpoint.arrays())
      arrays.lines.emplace_back(name, std::to_string(count));
    return {{first_section(checkpoint.path(), "complete checkpoint", checkpoint.digest()), arrays}};
  }
  throw RunError(path.string() + ": neither a result file nor a checkpoint of this program");
}

FileInfo describe_program() {
  const BuildFacts& facts = build_facts();
  return {{{"program",
            {{"version", facts.version},
             {"git_commit", facts.git_commit},
             {"compiler", facts.compiler},
             {"build_flags", facts.flags},
             {"libraries", facts.libraries}}}}};
}

std::string as_text(const FileInfo& info) {
  std::string text;
  for (const auto& section : info.sections) {
    if (!section.heading.empty()) text += fmt::format("\n{}\n", section.heading);
    size_t widest = 0;
    for (const auto& line : section.lines) widest = std::max(widest, line.first.size());
    for (const auto& [name, value] : section.lines)
      text += fmt::format("  {:<{}}  {}\n", name, widest, value);
  }
  return text.substr(text.find_first_not_of('\n'));
}

std::string as_json(const FileInfo& info) {
  nlohmann::ordered_json all = nlohmann::ordered_json::object();
  for (const auto& section : info.sections) {
    nlohmann::ordered_json& target = section.heading.empty() ? all : all[section.heading];
    for (const auto& [name, value] : section.lines) {
      if (name == "scenario")
        target["scenarios"].push_back(value);
      else
        target[name] = value;
    }
  }
  return json_text(all) + "\n";
}

}  // namespace rumbo
