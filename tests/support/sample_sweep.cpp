// See sample_sweep.hpp.
#include "tests/support/sample_sweep.hpp"

#include <algorithm>
#include <cmath>

#include "engine/output/results.hpp"
#include "engine/random/draws.hpp"
#include "tests/support/scratch_folder.hpp"

namespace rumbo::test {

namespace {

const char* layout_word(DesignLayout layout) {
  if (layout == DesignLayout::trajectories) return "trajectories";
  return layout == DesignLayout::saltelli ? "saltelli" : "single_runs";
}

TableDeclaration sample_table(const std::string& name, double scale) {
  return {name,
          name,
          "attempts",
          {{"corridor", "border", {"MEX->USA"}}},
          CellMethod::sum,
          TableForm::dense,
          scale,
          "made up"};
}

ResultsHeader header_of(const SampleSweep& sweep) {
  ResultsHeader header;
  header.scenarios = {{"baseline", "digest-of-baseline", "title = \"Baseline\"\n", ""},
                      {"quota", "digest-of-quota", "title = \"Quota\"\n", ""}};
  header.sweep = record_of(sweep);
  const auto n = static_cast<uint32_t>(sweep.design.n_runs() * sweep.replicates);
  for (uint32_t run = 0; run < n; ++run)
    if (std::find(sweep.failed.begin(), sweep.failed.end(), run) == sweep.failed.end())
      header.replicates.push_back(run);
  header.start = Month::of(2000, 1);
  header.times = {Month::of(2000, 12), Month::of(2001, 12)};
  header.tables = {sample_table("attempts", 0.001), sample_table("apprehensions", 1)};
  header.attributes = {{"title", "Sweep"}, {"seed", "1"}};
  return header;
}

}  // namespace

SweepRecord record_of(const SampleSweep& sweep) {
  SweepRecord record;
  record.kind = sweep.design.kind;
  record.layout = layout_word(sweep.design.layout);
  record.n_groups = sweep.design.n_groups;
  record.has_second_order = sweep.design.has_second_order;
  record.replicates = sweep.replicates;
  for (const auto& name : sweep.design.names)
    record.parameters.push_back({name, "1", 10, 15, 20, "linear"});
  record.shares = sweep.design.values;
  for (const double share : record.shares) record.values.push_back(10 + 10 * share);
  for (const uint32_t run : sweep.failed) record.failed.push_back({run, "quota", "made to fail"});
  return record;
}

void write_sweep_file(const std::filesystem::path& path, const SampleSweep& sweep) {
  const ScratchFolder parts;
  const ResultsHeader header = header_of(sweep);
  for (uint32_t scenario = 0; scenario < 2; ++scenario)
    for (const uint32_t run : header.replicates) {
      const size_t point = run / sweep.replicates;
      const double result =
          sweep.result(sweep.design.run(point), scenario, point, run % sweep.replicates);
      const int64_t half = std::llround(500 * result);
      ResultBlock block{scenario, run, std::vector<TableData>(2)};
      block.tables[0].dense = {half, std::llround(1000 * result) - half};
      block.tables[1].dense = {7, 7};
      write_part(part_path(parts.path(), scenario, run), header, block);
    }
  merge_parts(path, header, parts.path());
}

Design sample_design(const std::string& kind, size_t n_parameters,
                     const std::map<std::string, std::vector<double>>& options) {
  DesignRequest request{.kind = kind, .options = options, .seed = 3};
  for (size_t i = 0; i < n_parameters; ++i)
    request.names.emplace_back(1, static_cast<char>('a' + i));
  return make_design(request);
}

double sample_noise(uint32_t subject, uint32_t number) {
  return Draws(29, 0).normal(subject, Month(0), Purpose{203}, number);
}

}  // namespace rumbo::test
