// See sample_results.hpp.
#include "tests/support/sample_results.hpp"

#include "tests/support/scratch_folder.hpp"

namespace rumbo::test {

namespace {

const Axis origin{"origin", "country of birth", {"MEX", "GTM", "México del Norte"}};
const Axis residence{"residence", "country of residence", {"USA", "MEX"}};
const Axis destination{"destination", "country moved to", {"USA", "MEX"}};
const Axis status{"status", "legal status", {"native", "legal", "irregular"}};
const Axis sex{"sex", "sex", {"female", "male"}};
const Axis age_axis{"age_group", "age at the record", {"0-17", "18-39", "40+"}};
const Axis channel{"channel", "way of moving", {"family", "smuggled", "unaided"}};

}  // namespace

ResultsHeader sample_header(uint32_t replicates) {
  ResultsHeader header;
  header.scenarios = {
      {"baseline", "digest-of-baseline", "title = \"Baseline ñ\"\n", "# as written\n"},
      {"quota", "digest-of-quota", "title = \"Quota\"\n", "extends = \"b\"\n"}};
  for (uint32_t i = 0; i < replicates; ++i) header.replicates.push_back(i);
  header.start = Month::of(2000, 1);
  for (int year = 2000; year < 2004; ++year) header.times.push_back(Month::of(year, 12));
  const auto sum = CellMethod::sum;
  const auto dense = TableForm::dense;
  header.tables = {{"stock",
                    "persons by place",
                    "persons",
                    {origin, residence, status, sex, age_axis},
                    CellMethod::point,
                    dense,
                    1,
                    "sum of weights"},
                   {"moves_by_channel",
                    "moves",
                    "persons",
                    {origin, destination, channel, sex},
                    sum,
                    dense,
                    1,
                    "sum of weights"},
                   {"remittances_received",
                    "remittances received",
                    "2020 USD",
                    {origin},
                    sum,
                    dense,
                    0.01,
                    "ledger of senders"},
                   {"moves",
                    "moves in full",
                    "persons",
                    {origin, destination, channel, sex, age_axis},
                    sum,
                    TableForm::sparse,
                    1,
                    "sum of weights"}};
  header.attributes = {
      {"title", "Sample"}, {"seed", "18446744073709551615"}, {"threads", int64_t{2}}};
  return header;
}

int64_t sample_cell(size_t table, uint32_t scenario, uint32_t replicate, size_t time, size_t cell) {
  return static_cast<int64_t>(((table * 10 + scenario) * 100 + replicate) * 100 + time) * 1000 +
         static_cast<int64_t>(cell);
}

ResultBlock sample_block(const ResultsHeader& header, uint32_t scenario, uint32_t replicate) {
  ResultBlock block{scenario, replicate, std::vector<TableData>(header.tables.size())};
  for (size_t table = 0; table < header.tables.size(); ++table) {
    const TableDeclaration& declaration = header.tables[table];
    TableData& data = block.tables[table];
    for (uint32_t time = 0; time < header.times.size(); ++time)
      for (size_t cell = 0; cell < declaration.cells(); ++cell) {
        const int64_t value = sample_cell(table, scenario, replicate, time, cell);
        if (declaration.form == TableForm::dense)
          data.dense.push_back(value);
        else if ((cell + replicate + scenario) % 5 == 0)  // parts differ in their number of rows
          data.rows.push_back({time, cell, value});
      }
  }
  return block;
}

ResultsHeader header_with_events() {
  ResultsHeader header = sample_header(2);
  header.events = {{"panel",
                    "lives",
                    "made up",
                    {{"person", "number", "1"},
                     {"origin", "country", "1", 1, header.tables[0].axes[0].labels},
                     {"amount", "money", "2020 USD", 0.01}}}};
  return header;
}

ResultBlock block_with_events(const ResultsHeader& header, uint32_t scenario, uint32_t replicate) {
  ResultBlock block = sample_block(header, scenario, replicate);
  EventRows rows{{{}, {}, {}}};
  for (int32_t i = 0; i < static_cast<int32_t>(2 * scenario + replicate); ++i) {
    rows.columns[0].push_back(i);
    rows.columns[1].push_back(i % 2 == 0 ? -1 : i % 3);
    rows.columns[2].push_back(150 * i);
  }
  block.events = {rows};
  return block;
}

void write_event_parts(const std::filesystem::path& folder) {
  const ResultsHeader header = header_with_events();
  for (uint32_t scenario = 0; scenario < 2; ++scenario)
    for (uint32_t replicate = 0; replicate < 2; ++replicate)
      write_part(part_path(folder, scenario, replicate), header,
                 block_with_events(header, scenario, replicate));
}

void write_results_with_events(const std::filesystem::path& path) {
  const ScratchFolder parts;
  write_event_parts(parts.path());
  merge_parts(path, header_with_events(), parts.path());
}

}  // namespace rumbo::test
